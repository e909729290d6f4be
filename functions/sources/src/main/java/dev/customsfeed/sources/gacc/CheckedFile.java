package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.file.SpooledFile;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;

/**
 * A China Customs (GACC) file on disk that was checked as a whole: every row of it is right. It is read twice, once to check
 * and once for its records, so that memory stays flat; it must not change in between.
 */
public final class CheckedFile {

    private final SpooledFile file;
    private final KeyDeclarations key;
    private final BegunMonths begun;
    private final FileLimits limits;
    private final Layout layout;
    private final Totals totals;
    private final SortedSet<YearMonth> periods;
    private final MonthSums sums;
    private final List<String> warnings;

    CheckedFile(
            SpooledFile file,
            KeyDeclarations key,
            BegunMonths begun,
            FileLimits limits,
            Layout layout,
            Totals totals,
            SortedSet<YearMonth> periods,
            MonthSums sums,
            List<String> warnings) {
        this.file = file;
        this.key = key;
        this.begun = begun;
        this.limits = limits;
        this.layout = layout;
        this.totals = totals;
        this.periods = periods;
        this.sums = sums;
        this.warnings = warnings;
    }

    /**
     * Checks encoding, layout and every row.
     *
     * @param spooled the object's bytes as they were uploaded
     * @param key what its key declares
     * @param begun the months that it can be about
     * @throws RejectedFileException if anything is wrong; names the first 100 problems and counts all
     * @throws IOException if the file cannot be read from disk
     */
    public static CheckedFile check(Path spooled, KeyDeclarations key, BegunMonths begun, FileLimits limits)
            throws RejectedFileException, IOException {
        key.checkPeriod(begun);
        return new FileCheck(SpooledFile.inspect(spooled, key.gzip(), limits), key, begun, limits).run();
    }

    /**
     * What the file has and what it was asked for.
     *
     * @param sha256 of the uploaded bytes, as hexadecimal text
     */
    public FileContents contents(String sha256) {
        return new FileContents(layout.currency(), periods, key.askedFor(), totals.rows(), sha256);
    }

    /** The layout that the header was recognised as, e.g. {@code gacc-zh}. */
    public String layout() {
        return layout.name();
    }

    /** The encoding's name, e.g. {@code GB18030}. */
    public String encoding() {
        return file.encoding().label();
    }

    /** What is not wrong but should be known, as sentences; codes that no list has, for one. */
    public List<String> warnings() {
        return warnings;
    }

    /** How many data rows. */
    public long rows() {
        return totals.rows();
    }

    /** Totals over all rows. */
    public Totals totals() {
        return totals;
    }

    /** Gives what the file says of each commodity and month that it has rows of, sorted by both. */
    public void months(MonthFiguresSink sink) throws IOException, InterruptedException {
        sums.forEach(key.tradeFlow(), layout.currency(), sink);
    }

    /**
     * Reads the file again and gives its rows in their order.
     *
     * @throws IOException if the file cannot be read, or is no longer what was checked
     */
    public void records(RecordSink sink) throws IOException, InterruptedException {
        Problems problems = new Problems();
        RowReader reader = new RowReader(layout, key, begun, problems);
        long count = 0;
        try (Rows rows = Rows.of(file, limits)) {
            rows.next();
            rows.passOverNames(layout);
            while (rows.next()) {
                Row row = rows.row();
                if (row.isBlank()) {
                    continue;
                }
                if (!reader.read(row)) {
                    throw changed(problems.toString());
                }
                count++;
                sink.accept(reader.customsRecord());
            }
        }
        if (count != totals.rows()) {
            throw changed("it had " + totals.rows() + " rows and has " + count);
        }
    }

    private IOException changed(String how) {
        return new IOException(file.path() + " changed after it was checked: " + how);
    }
}
