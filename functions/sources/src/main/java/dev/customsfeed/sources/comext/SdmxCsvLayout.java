package dev.customsfeed.sources.comext;

import dev.customsfeed.sources.csv.CsvHeader;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.csv.TableForm;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileStart;
import dev.customsfeed.sources.key.Declaration;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SDMX-CSV of the data sets DS-045409 and DS-059341: what somebody asked for, one row for each indicator. */
final class SdmxCsvLayout implements Layout {

    static final String DATAFLOW = "DATAFLOW";
    static final String LAST_UPDATE = "LAST UPDATE";
    static final String FREQUENCY = "freq";
    static final String REPORTER = "reporter";
    static final String PARTNER = "partner";
    static final String PRODUCT = "product";
    static final String FLOW = "flow";
    static final String INDICATOR = "indicators";
    static final String PERIOD = "TIME_PERIOD";
    static final String FIGURE = "OBS_VALUE";

    private static final List<String> COLUMNS =
            List.of(DATAFLOW, LAST_UPDATE, FREQUENCY, REPORTER, PARTNER, PRODUCT, FLOW, INDICATOR, PERIOD, FIGURE);

    /** What Eurostat says of a figure besides: nothing that changes it. */
    private static final List<String> NOTES = List.of("OBS_FLAG", "CONF_STATUS");

    private static final TableForm FORM =
            new TableForm(",;\t|", false, name -> Optional.of(name).filter(COLUMNS::contains));

    private final int heldAtMost;

    SdmxCsvLayout() {
        this(Observations.HELD_AT_MOST);
    }

    /** @param heldAtMost how many keys are held until the rows of each are together */
    SdmxCsvLayout(int heldAtMost) {
        this.heldAtMost = heldAtMost;
    }

    @Override
    public String name() {
        return "comext-sdmx-csv";
    }

    @Override
    public String fileKind() {
        return "an SDMX-CSV file";
    }

    @Override
    public boolean recognises(FileStart start) {
        return start.hasHeader(FORM.separators(), names -> names.contains(DATAFLOW) && names.contains(FIGURE));
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(Encoding.ASCII);
    }

    @Override
    public Set<Declaration> mayNotDeclare() {
        return EnumSet.of(Declaration.KEEP);
    }

    @Override
    public boolean breaksDown() {
        return false;
    }

    @Override
    public List<Dimension> dimensions() {
        return List.of();
    }

    @Override
    public List<Integer> totals() {
        return List.of(Row.OVER_PARTNERS);
    }

    @Override
    public boolean expectsTotals() {
        return true;
    }

    /** Joining rows takes longer than keeping what was joined. */
    @Override
    public boolean keepsRows() {
        return true;
    }

    @Override
    public boolean answersWithoutTotals() {
        return false;
    }

    @Override
    public boolean roundsWeights() {
        return true;
    }

    @Override
    public Optional<Rows> open(CustomsFile file, Reading reading) throws IOException {
        for (String reporter : reading.key().reporters()) {
            if (!Reporters.isCountry(reporter)) {
                reading.problems()
                        .add(Problem.ofFile(
                                "key-reporters",
                                Problem.quote("reporters="
                                        + String.join("+", reading.key().reporters())),
                                Reporters.EXPECTED,
                                "Correct the code " + reporter + " in the path."));
            }
        }
        return FORM.open(file, reading, lines -> readHeader(lines, reading)
                .map(header -> new SdmxCsvRows(lines, header, reading, new Observations(heldAtMost))));
    }

    private static Optional<CsvHeader> readHeader(CsvLines lines, Reading reading) throws IOException {
        if (!lines.next()) {
            return Optional.empty();
        }
        Optional<CsvHeader> header = CsvHeader.of(lines.line(), COLUMNS, NOTES, Comext.DOWNLOAD, reading);
        header.ifPresent(columns -> NOTES.stream()
                .filter(note -> columns.index(note) >= 0)
                .forEach(note -> lines.line().passOver(columns.index(note))));
        return header;
    }
}
