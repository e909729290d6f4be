package dev.customsfeed.sources.comext;

import dev.customsfeed.sources.csv.CsvHeader;
import dev.customsfeed.sources.csv.CsvLine;
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
import java.util.stream.IntStream;

/** {@code full_v2_YYYYMM}: all trade of a month, of which the key says what to keep. */
final class FullV2Layout implements Layout {

    static final String REPORTER = "REPORTER";
    static final String PARTNER = "PARTNER";
    static final String TRADE_TYPE = "TRADE_TYPE";
    static final String PRODUCT = "PRODUCT_NC";
    static final String FLOW = "FLOW";
    static final String PROCEDURE = "STAT_PROCEDURE";
    static final String SUPPLEMENTARY_UNIT = "SUPPL_UNIT";
    static final String PERIOD = "PERIOD";
    static final String VALUE = "VALUE_EUR";
    static final String NATIONAL_VALUE = "VALUE_NAC";
    static final String NET_WEIGHT = "QUANTITY_KG";
    static final String SUPPLEMENTARY_QUANTITY = "QUANTITY_SUPPL_UNIT";

    /** Where the product stands in other classifications: rows of secret trade differ in nothing else. */
    static final List<String> CLASSIFICATIONS =
            List.of("PRODUCT_SITC", "PRODUCT_CPA21", "PRODUCT_CPA22", "PRODUCT_BEC", "PRODUCT_BEC5", "PRODUCT_SECTION");

    /** Files of some years ago lack it. */
    private static final String CLASSIFICATION_OF_LATE = "PRODUCT_CPA22";

    private static final List<String> COLUMNS = List.of(
            REPORTER,
            PARTNER,
            TRADE_TYPE,
            PRODUCT,
            "PRODUCT_SITC",
            "PRODUCT_CPA21",
            "PRODUCT_BEC",
            "PRODUCT_BEC5",
            "PRODUCT_SECTION",
            FLOW,
            PROCEDURE,
            SUPPLEMENTARY_UNIT,
            PERIOD,
            VALUE,
            NATIONAL_VALUE,
            NET_WEIGHT,
            SUPPLEMENTARY_QUANTITY);

    static final int OF_PROCEDURE = 0;
    static final int OF_TRADE_TYPE = 1;
    private static final List<Dimension> DIMENSIONS =
            List.of(Dimension.splitting("procedure"), Dimension.telling("tradeType"));

    /** Normal, inward processing, outward processing, not from customs. */
    private static final Set<String> PROCEDURES = Set.of("1", "2", "3", "9");

    /** Within the union, with others, and both with Northern Ireland and the rest of the United Kingdom told apart. */
    private static final Set<String> TRADE_TYPES = Set.of("I", "E", "L", "M");

    private static final TableForm FORM = new TableForm(",;\t|", false, name -> Optional.of(name)
            .filter(known -> COLUMNS.contains(known) || known.equals("STAT_REGIME")));

    @Override
    public String name() {
        return "comext-full-v2";
    }

    @Override
    public String fileKind() {
        return "a bulk file of Comext (full_v2: CSV, plain or packed)";
    }

    /** Also what was written before 2002, which is rejected by its name. */
    @Override
    public boolean recognises(FileStart start) {
        return start.hasHeader(FORM.separators(), names -> names.contains(PRODUCT));
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(Encoding.ASCII);
    }

    @Override
    public boolean mustKeep() {
        return true;
    }

    @Override
    public Set<Declaration> mayNotDeclare() {
        return EnumSet.of(Declaration.HS, Declaration.REPORTERS, Declaration.PARTNER);
    }

    @Override
    public boolean breaksDown() {
        return false;
    }

    @Override
    public List<Dimension> dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean knows(Dimension dimension, String code) {
        return (dimension.split() ? PROCEDURES : TRADE_TYPES).contains(code);
    }

    @Override
    public List<Integer> totals() {
        return List.of(Row.OVER_COMMODITIES);
    }

    @Override
    public DifferingTotal differingTotal() {
        return DifferingTotal.WARN;
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
    public Optional<Rows> open(CustomsFile file, Reading reading) throws IOException {
        return FORM.open(file, reading, lines -> readHeader(lines, reading)
                .map(header -> new FullV2Rows(lines, header, reading)));
    }

    private static Optional<CsvHeader> readHeader(CsvLines lines, Reading reading) throws IOException {
        if (!lines.next()) {
            return Optional.empty();
        }
        CsvLine line = lines.line();
        if (IntStream.range(0, Math.min(line.fieldCount(), reading.limits().maxColumns()))
                .anyMatch(field -> line.is(field, "STAT_REGIME"))) {
            reading.problems()
                    .add(
                            Problem.ofLine(
                                    "layout-historical",
                                    line.line(),
                                    "the layout of before 2002, with DECLARANT and STAT_REGIME",
                                    "the layout full_v2, which Comext has from 2002 on",
                                    "Take months from 2002 on out of the folder of full_v2 files; older ones cannot be taken."));
            return Optional.empty();
        }
        Optional<CsvHeader> header =
                CsvHeader.of(line, COLUMNS, List.of(CLASSIFICATION_OF_LATE), Comext.DOWNLOAD, reading);
        header.ifPresent(columns -> line.passOver(columns.index(NATIONAL_VALUE)));
        return header;
    }
}
