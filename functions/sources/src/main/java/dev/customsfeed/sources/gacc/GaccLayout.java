package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.csv.TableForm;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileStart;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The CSV of China Customs' portal: English or Chinese, any column order and subset. */
final class GaccLayout implements Layout {

    static final int REGIME = 0;
    static final int PROVINCE = 1;
    static final List<Dimension> DIMENSIONS =
            List.of(Dimension.splitting(CustomsRecord.REGIME), Dimension.splitting(CustomsRecord.PROVINCE));

    private static final TableForm FORM =
            new TableForm(",\t;|", true, name -> Column.of(name).map(Column::name));

    @Override
    public String name() {
        return "gacc";
    }

    @Override
    public String fileKind() {
        return "a CSV file";
    }

    /** All that is text: what is wrong with a header is told column by column. */
    @Override
    public boolean recognises(FileStart start) {
        return true;
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(Encoding.UTF_8_WITH_MARK, Encoding.GB18030_WITH_MARK, Encoding.UTF_8, Encoding.GB18030);
    }

    @Override
    public List<Dimension> dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean breaksDown() {
        return false;
    }

    @Override
    public boolean knows(Dimension dimension, String code) {
        return (dimension.name().equals(CustomsRecord.REGIME) ? CodeList.REGIMES : CodeList.PROVINCES).has(code);
    }

    /** The portal's own files have none. */
    @Override
    public boolean totalsAreSumsOfRows() {
        return true;
    }

    @Override
    public Map<String, String> names(Dimension dimension, String code) {
        return (dimension.name().equals(CustomsRecord.REGIME) ? CodeList.REGIMES : CodeList.PROVINCES).names(code);
    }

    @Override
    public Optional<Rows> open(CustomsFile file, Reading reading) throws IOException {
        Optional<Problem> json = FORM.isFound(file, reading) ? Optional.empty() : json(file);
        if (json.isPresent()) {
            reading.problems().add(json.get());
            return Optional.empty();
        }
        return FORM.open(file, reading, lines -> readHeader(lines, reading).map(header -> {
            prepare(lines.line(), header);
            return new GaccRows(lines, header, reading, new Cells(file, lines.separator(), header, reading));
        }));
    }

    private Optional<Problem> json(CustomsFile file) throws IOException {
        try {
            return file.packed().start().json(file.encoding(), fileKind(), Gacc.DOWNLOAD);
        } catch (RejectedFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<Header> readHeader(CsvLines lines, Reading reading) throws IOException {
        if (!lines.next()) {
            return Optional.empty();
        }
        Optional<Header> header = Header.of(lines.line(), reading.limits().maxColumns(), reading.problems());
        if (header.isPresent()
                && !header.get().has(Column.DATE)
                && reading.key().period().isEmpty()) {
            reading.problems()
                    .add(
                            Problem.ofLine(
                                    "period-missing",
                                    lines.line().line(),
                                    "no column " + Column.DATE.label() + " and no period= in the path",
                                    "the month, in the file or in its path",
                                    "Add period=YYYY-MM/ to the path if the file is of one month; a sum over several months cannot be taken."));
            return Optional.empty();
        }
        if (header.isPresent() && !header.get().has(Column.DATE)) {
            Optional<Problem> other =
                    lines.titleOfOtherMonths(reading.key().period().orElseThrow());
            other.ifPresent(reading.problems()::add);
            return other.isPresent() ? Optional.empty() : header;
        }
        return header;
    }

    /** Keeps nothing of names, which most of a line is, but those of partners: codes say the same, and their spelling never changes. */
    private static void prepare(CsvLine line, Header header) {
        for (Column name : Column.NAMES) {
            if (header.has(name) && name != Column.PARTNER_NAME) {
                line.passOver(header.index(name));
            }
        }
        Quantities.takeZeroBytes(line, header);
    }
}
