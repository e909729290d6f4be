package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.Residual;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.FileLimits;
import dev.customsfeed.sources.file.PackedFile;
import dev.customsfeed.sources.key.BegunMonths;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.RowKind;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A customs file on disk that was checked as a whole: every row of it is right. It is read twice, once to check and once for its
 * records, so that memory stays flat; it must not change in between.
 */
public final class CheckedFile implements Closeable {

    private final CustomsFile file;
    private final Source source;
    private final Layout layout;
    private final String layoutName;
    private final Reading reading;
    private final String currency;
    private final Totals totals;
    private final long counted;
    private final MonthSums sums;
    private final Optional<KeptRows> kept;
    private final List<Reported> reported;
    private final OptionalInt codeLength;
    private final List<Residual> residuals;
    private final Optional<String> vintage;
    private final SortedMap<String, Long> excluded;
    private final List<String> warnings;
    private final boolean answersForAbsent;
    private final SortedMap<String, String> partnerNames;
    private final List<UnknownWeight> unknownWeights;

    CheckedFile(
            CustomsFile file,
            Source source,
            Layout layout,
            String layoutName,
            Reading reading,
            String currency,
            Totals totals,
            long counted,
            MonthSums sums,
            Optional<KeptRows> kept,
            List<Reported> reported,
            OptionalInt codeLength,
            List<Residual> residuals,
            Optional<String> vintage,
            SortedMap<String, Long> excluded,
            List<String> warnings,
            boolean answersForAbsent,
            SortedMap<String, String> partnerNames,
            List<UnknownWeight> unknownWeights) {
        this.file = file;
        this.source = source;
        this.layout = layout;
        this.layoutName = layoutName;
        this.reading = reading;
        this.currency = currency;
        this.totals = totals;
        this.counted = counted;
        this.sums = sums;
        this.kept = kept;
        this.reported = reported;
        this.codeLength = codeLength;
        this.residuals = residuals;
        this.vintage = vintage;
        this.excluded = excluded;
        this.warnings = warnings;
        this.answersForAbsent = answersForAbsent;
        this.partnerNames = partnerNames;
        this.unknownWeights = unknownWeights;
    }

    /**
     * Checks packing, layout, encoding and every row.
     *
     * @param path the object's bytes as they were uploaded
     * @param source that its key names
     * @param key what its key declares
     * @param begun the months that it can be about
     * @throws RejectedFileException if anything is wrong; names the first 100 problems and counts all
     * @throws IOException if the file cannot be read from disk
     */
    public static CheckedFile check(Path path, Source source, KeyDeclarations key, BegunMonths begun, FileLimits limits)
            throws RejectedFileException, IOException {
        key.checkPeriod(begun);
        PackedFile packed = PackedFile.inspect(path, key.packing(), source.fileKinds(), source.download(), limits);
        return FileCheck.run(packed, source, new Reading(key, begun, limits, new Problems()));
    }

    /**
     * What the file has and what it answers for.
     *
     * @param sha256 of the uploaded bytes, as hexadecimal text
     */
    public FileContents contents(String sha256) {
        return new FileContents(
                currency,
                reported,
                answersFor(),
                codeLength,
                residuals,
                reading.key().parts(),
                totals.rows(),
                sha256,
                vintage,
                partnerNames,
                unknownWeights,
                sums.commodities(FileContents.MOST_COMMODITIES));
    }

    private SortedSet<String> answersFor() {
        KeyDeclarations key = reading.key();
        if (!answersForAbsent) {
            return new TreeSet<>();
        }
        if (!key.askedFor().isEmpty()) {
            return key.askedFor();
        }
        if (!layout.hasEverything()) {
            return new TreeSet<>();
        }
        return key.kept().isEmpty() ? new TreeSet<>(List.of("")) : key.kept();
    }

    /** The layout that it was recognised as, e.g. {@code gacc-zh}. */
    public String layout() {
        return layoutName;
    }

    /** The encoding's name, e.g. {@code GB18030}. */
    public String encoding() {
        return file.encodingLabel();
    }

    /** What is not wrong but should be known, as sentences; codes that no list has, for one. */
    public List<String> warnings() {
        return warnings;
    }

    /** How many rows were not counted, by the reason: totals, break-downs, rows outside {@code keep=} ... */
    public SortedMap<String, Long> excluded() {
        return excluded;
    }

    /** ISO 4217 code of the values. */
    public String currency() {
        return currency;
    }

    /** How many rows count. */
    public long rows() {
        return totals.rows();
    }

    /** Totals over all rows that count. */
    public Totals totals() {
        return totals;
    }

    /** Gives what the file says of each commodity and month that it has rows of, sorted by both. */
    public void months(MonthFiguresSink sink) throws IOException, InterruptedException {
        sums.forEach(source.id(), currency, List.copyOf(reading.key().parts()), sink);
    }

    /**
     * Gives the rows that count in their order.
     *
     * @throws IOException if the file cannot be read, or is no longer what was checked
     */
    public void records(RecordSink sink) throws IOException, InterruptedException {
        RecordMaker records = new RecordMaker(source.id(), currency, layout.dimensions());
        if (kept.isPresent()) {
            kept.get().forEach(row -> sink.accept(records.of(row)));
            return;
        }
        Problems problems = new Problems();
        Reading again = new Reading(reading.key(), reading.begun(), reading.limits(), problems);
        long count = 0;
        Optional<Rows> opened = layout.open(file, again);
        if (opened.isEmpty()) {
            throw changed(problems.toString());
        }
        try (Rows rows = opened.get()) {
            Row row = rows.row();
            while (rows.next()) {
                if (row.kind() == RowKind.WRONG) {
                    throw changed(problems.toString());
                }
                if (row.kind() == RowKind.COUNTED) {
                    count++;
                    sink.accept(records.of(row));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw changed(problems.toString());
        }
        if (count != counted) {
            throw changed("it had " + counted + " rows and has " + count);
        }
    }

    private IOException changed(String how) {
        return new IOException(file.path() + " changed after it was checked: " + how);
    }

    /** Deletes what was kept on disk beside the file; the file itself stays. */
    @Override
    public void close() throws IOException {
        try {
            if (kept.isPresent()) {
                kept.get().close();
            }
        } finally {
            file.close();
        }
    }
}
