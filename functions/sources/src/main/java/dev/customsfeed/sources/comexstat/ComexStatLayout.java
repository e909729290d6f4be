package dev.customsfeed.sources.comexstat;

import dev.customsfeed.sources.codes.CodeTable;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileStart;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Rows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code EXP_YYYY.csv} and {@code IMP_YYYY.csv}: all trade of a year by commodity, partner, state, transport and office. */
final class ComexStatLayout implements Layout {

    static final int STATE = 0;
    static final int VIA = 1;
    static final int OFFICE = 2;
    static final List<Dimension> DIMENSIONS =
            List.of(Dimension.splitting("state"), Dimension.telling("via"), Dimension.telling("office"));

    private static final Set<String> STATES = CodeTable.read(ComexStatLayout.class, "states.csv", "code").stream()
            .map(row -> row.get(0))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public String name() {
        return "comexstat";
    }

    /** By a column that files of trade, of municipalities and of yearly totals all have: what is none of the first is named. */
    @Override
    public boolean recognises(FileStart start) {
        String header = start.firstLine();
        return header.contains("CO_ANO") && header.contains("VL_FOB");
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(Encoding.ASCII);
    }

    @Override
    public List<Dimension> dimensions() {
        return DIMENSIONS;
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
        return !dimension.equals(DIMENSIONS.get(STATE)) || STATES.contains(code);
    }

    @Override
    public Optional<Rows> open(CustomsFile file, Reading reading) throws IOException {
        return CsvLines.open(
                file,
                ';',
                reading,
                lines -> lines.next()
                        ? Header.of(lines.line(), reading.problems())
                                .map(header -> new ComexStatRows(lines, header, reading.problems()))
                        : Optional.empty());
    }
}
