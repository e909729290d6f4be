package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileStart;
import dev.customsfeed.sources.layout.Dimension;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    public boolean breaksDown() {
        return false;
    }

    @Override
    public boolean knows(Dimension dimension, String code) {
        return (dimension.name().equals(CustomsRecord.REGIME) ? CodeList.REGIMES : CodeList.PROVINCES).has(code);
    }

    @Override
    public Optional<Rows> open(CustomsFile file, Reading reading) throws IOException {
        Optional<HeaderPlace> place = HeaderPlace.find(file, reading.limits());
        Problems problems = reading.problems();
        Optional<String> json = place.isEmpty() ? startOfJson(file) : Optional.empty();
        if (json.isPresent()) {
            problems.add(Problem.ofLine(
                    "other-format",
                    1,
                    "data in JSON, which begin with " + Problem.quote(json.get()),
                    "a CSV file",
                    "Download the file again from " + Gacc.DOWNLOAD
                            + ": an answer of the web site, such as an error, came in its place."));
            return Optional.empty();
        }
        char separator = place.map(HeaderPlace::separator).orElse(',');
        CsvLines lines = CsvLines.of(file, separator, reading.limits(), problems);
        boolean opened = false;
        try {
            Titles titles = new Titles(place.map(HeaderPlace::above).orElse(List.of()));
            Optional<Header> header =
                    titles.isRight(reading) ? readHeader(lines, titles.count(), reading) : Optional.empty();
            if (header.isEmpty()) {
                return Optional.empty();
            }
            prepare(lines.line(), header.get());
            List<String> assumed = new ArrayList<>(titles.warnings());
            if (file.isTranscoded()) {
                assumed.add(0, "The text is in " + file.encodingLabel() + ", and read so.");
            }
            separatorAssumed(separator).ifPresent(assumed::add);
            opened = true;
            return Optional.of(
                    new GaccRows(lines, header.get(), reading, assumed, () -> years(file, separator, reading)));
        } finally {
            if (!opened) {
                lines.close();
            }
        }
    }

    /** The years that dates of the file have beyond doubt. */
    private static Set<Integer> years(CustomsFile file, char separator, Reading reading) throws IOException {
        Set<Integer> years = new TreeSet<>();
        int index = -1;
        try (CsvLines lines = CsvLines.of(file, separator, reading.limits(), new Problems())) {
            while (lines.next()) {
                CsvLine line = lines.line();
                for (int i = 0;
                        index < 0
                                && i
                                        < Math.min(
                                                line.fieldCount(),
                                                reading.limits().maxColumns());
                        i++) {
                    index = Column.of(line.text(i)).equals(Optional.of(Column.DATE)) ? i : -1;
                }
                if (index >= 0 && index < line.fieldCount()) {
                    Dates.yearWithoutDoubt(line.text(index)).ifPresent(years::add);
                }
            }
        }
        return years;
    }

    /** The first line of data in JSON; empty for any other file. */
    private static Optional<String> startOfJson(CustomsFile file) throws IOException {
        try {
            FileStart start = file.packed().start();
            char first = start.firstSign();
            return first == '{' || first == '['
                    ? Optional.of(file.encoding().text(start.firstLine().strip()))
                    : Optional.empty();
        } catch (RejectedFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> separatorAssumed(char separator) {
        return switch (separator) {
            case '\t' -> Optional.of("Columns are separated by tabs rather than commas, and read so.");
            case ';' ->
                Optional.of(
                        "Columns are separated by semicolons rather than commas, and read so; commas within numbers are taken"
                                + " to part thousands.");
            default -> Optional.empty();
        };
    }

    private static Optional<Header> readHeader(CsvLines lines, int above, Reading reading) throws IOException {
        for (int i = 0; i <= above; i++) {
            if (!lines.next()) {
                return Optional.empty();
            }
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

    /**
     * Keeps nothing of most names, which most of a line is: codes say the same, and their spelling never changes. What a partner is
     * called is all that is known of one that the code list does not have.
     */
    private static void prepare(CsvLine line, Header header) {
        for (Column name : Column.NAMES) {
            if (header.has(name) && name != Column.PARTNER_NAME) {
                line.passOver(header.index(name));
            }
        }
        Quantities.takeZeroBytes(line, header);
    }
}
