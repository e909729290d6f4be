package dev.customsfeed.sources.uscensus;

import dev.customsfeed.sources.csv.JsonArrayLines;
import dev.customsfeed.sources.csv.Lines;
import dev.customsfeed.sources.csv.TableForm;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileStart;
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
import java.util.function.Predicate;

/**
 * An answer of the API, as an array of arrays or as a table of the same columns.
 *
 * @param form which of them
 */
record CensusLayout(Form form) implements Layout {

    /** Domestic exports and re-exports. */
    static final int TRADE = 0;

    /** General imports or imports for consumption. */
    static final int BASIS = 1;

    private static final List<Dimension> DIMENSIONS =
            List.of(Dimension.splitting("trade"), new Dimension("basis", true, false));

    private static final int OVER_TRADE = Row.overDimension(TRADE);
    private static final List<Integer> TOTALS = List.of(Row.OVER_PARTNERS, OVER_TRADE, Row.OVER_PARTNERS | OVER_TRADE);

    private static final Predicate<String> TELLING = name -> Column.of(name)
            .filter(EnumSet.of(
                    Column.CTY_CODE,
                    Column.E_COMMODITY,
                    Column.I_COMMODITY,
                    Column.ALL_VAL_MO,
                    Column.GEN_VAL_MO,
                    Column.CON_VAL_MO)::contains)
            .isPresent();

    private static final TableForm FORM =
            new TableForm(",;\t|", true, name -> Column.of(name).map(Column::name));

    /** How the table is written. */
    enum Form {
        JSON("uscensus-json"),
        CSV("uscensus-csv");

        private final String layout;

        Form(String layout) {
            this.layout = layout;
        }
    }

    @Override
    public String name() {
        return form.layout;
    }

    @Override
    public String fileKind() {
        return form == Form.JSON ? "an answer of the API in JSON (an array of arrays)" : "a CSV file";
    }

    @Override
    public boolean recognises(FileStart start) {
        return form == Form.JSON
                ? start.firstSign() == '['
                : start.hasHeader(FORM.separators(), names -> names.stream().anyMatch(TELLING));
    }

    @Override
    public List<Encoding> encodings() {
        return form == Form.JSON
                ? List.of(Encoding.UTF_8_WITH_MARK, Encoding.UTF_8)
                : List.of(Encoding.UTF_8_WITH_MARK, Encoding.UTF_8, Encoding.WINDOWS_1252);
    }

    @Override
    public List<Dimension> dimensions() {
        return DIMENSIONS;
    }

    @Override
    public List<Integer> totals() {
        return TOTALS;
    }

    /** Most of a line says what the line before says. */
    @Override
    public boolean keepsRows() {
        return true;
    }

    @Override
    public boolean expectsTotals() {
        return true;
    }

    /** Each answer about all partners has the row of all of them: one without it was limited to some, or cut. */
    @Override
    public boolean answersWithoutTotals() {
        return false;
    }

    @Override
    public Optional<Rows> open(CustomsFile file, Reading reading) throws IOException {
        return form == Form.JSON
                ? JsonArrayLines.open(file, reading, lines -> begin(lines, reading))
                : FORM.open(file, reading, lines -> begin(lines, reading));
    }

    private Optional<Rows> begin(Lines lines, Reading reading) throws IOException {
        return readHeader(lines, reading).map(header -> new CensusRows(this, lines, header, reading.problems()));
    }

    private static Optional<Header> readHeader(Lines lines, Reading reading) throws IOException {
        if (lines.next()) {
            return Header.of(lines.line(), reading.limits().maxColumns(), reading.problems());
        }
        if (reading.problems().isEmpty()) {
            reading.problems()
                    .add(Problem.ofFile(
                            "header-missing",
                            "an empty array",
                            "an array of rows, of which the first has the names of the columns",
                            "Ask the API again. If nothing was traded, upload the row of names alone under a key that declares"
                                    + " period= and hs=."));
        }
        return Optional.empty();
    }
}
