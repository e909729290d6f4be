package dev.customsfeed.sources.comexstat;

import dev.customsfeed.sources.codes.CodeTable;
import dev.customsfeed.sources.csv.TableForm;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileStart;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Rows;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code EXP_YYYY.csv} and {@code IMP_YYYY.csv}: all trade of a year by commodity, partner, state, transport and office. */
final class ComexStatLayout implements Layout {

    static final int STATE = 0;
    static final int VIA = 1;
    static final int OFFICE = 2;
    static final List<Dimension> DIMENSIONS =
            List.of(Dimension.splitting("state"), Dimension.telling("via"), Dimension.telling("office"));

    private static final Map<String, String> STATES =
            CodeTable.read(ComexStatLayout.class, "states.csv", "code", "name").stream()
                    .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    private static final TableForm FORM =
            new TableForm(";,\t|", false, name -> Optional.of(name).filter(Column.names(Column.OF_BOTH)::contains));

    @Override
    public String name() {
        return "comexstat";
    }

    @Override
    public String fileKind() {
        return "a CSV file";
    }

    /** By a column that files of trade, of municipalities and of yearly totals all have: what is none of the first is named. */
    @Override
    public boolean recognises(FileStart start) {
        return start.hasHeader(FORM.separators(), names -> names.contains("CO_ANO") && names.contains("VL_FOB"));
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(Encoding.ASCII);
    }

    @Override
    public List<Dimension> dimensions() {
        return DIMENSIONS;
    }

    /** Rows are kept by what they have not in common, which is less than a line of eleven columns. */
    @Override
    public boolean keepsRows() {
        return true;
    }

    @Override
    public boolean breaksDown() {
        return false;
    }

    /** The real rows that were seen are unique by their codes; no whole file was, so that sums are safer than a rejection. */
    @Override
    public boolean takesRepeatedRows() {
        return true;
    }

    @Override
    public boolean roundsWeights() {
        return true;
    }

    @Override
    public boolean hasEverything() {
        return true;
    }

    @Override
    public boolean knows(Dimension dimension, String code) {
        return !dimension.equals(DIMENSIONS.get(STATE)) || STATES.containsKey(code);
    }

    @Override
    public Map<String, String> names(Dimension dimension, String code) {
        boolean isState = dimension.equals(DIMENSIONS.get(STATE)) && STATES.containsKey(code);
        return isState ? Map.of("en", STATES.get(code)) : Map.of();
    }

    @Override
    public Optional<Rows> open(CustomsFile file, Reading reading) throws IOException {
        return FORM.open(
                file,
                reading,
                lines -> lines.next()
                        ? Header.of(lines.line(), reading)
                                .map(header -> new ComexStatRows(lines, header, reading.problems()))
                        : Optional.empty());
    }
}
