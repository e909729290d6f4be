package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileStart;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The CSV of China Customs' portal: English or Chinese, any column order and subset. */
final class GaccLayout implements Layout {

    static final int REGIME = 0;
    static final int PROVINCE = 1;
    static final List<Dimension> DIMENSIONS =
            List.of(Dimension.splitting(CustomsRecord.REGIME), Dimension.splitting(CustomsRecord.PROVINCE));

    @Override
    public String name() {
        return "gacc";
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
    public boolean knows(Dimension dimension, String code) {
        return (dimension.name().equals(CustomsRecord.REGIME) ? CodeList.REGIMES : CodeList.PROVINCES).has(code);
    }

    @Override
    public Optional<Rows> open(CustomsFile file, Reading reading) throws IOException {
        return CsvLines.open(
                file, ',', reading, lines -> readHeader(lines, reading).map(header -> {
                    passOverNames(lines, header);
                    return new GaccRows(lines, header, reading);
                }));
    }

    private static Optional<Header> readHeader(CsvLines lines, Reading reading) throws IOException {
        if (!lines.next()) {
            return Optional.empty();
        }
        if (lines.line().isBlank()) {
            reading.problems()
                    .add(Problem.ofLine(
                            "header-missing",
                            lines.line().line(),
                            "a blank line",
                            "the names of the columns in the first line",
                            "Take blank lines before the header out, or upload the file as customs gave it."));
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
        return header;
    }

    /** Keeps nothing of the names, which most of a line is: codes say the same, and their spelling never changes. */
    private static void passOverNames(CsvLines lines, Header header) {
        for (Column name : Column.NAMES) {
            if (header.has(name)) {
                lines.line().passOver(header.index(name));
            }
        }
    }
}
