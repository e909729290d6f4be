package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.SourceRules;
import dev.customsfeed.ledger.SuspectMonth;
import dev.customsfeed.ledger.UncountedPages;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.tables.MonthsTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an upload changed and what of it counts, found out of some commodities one by one.
 *
 * <p>What it replaced is what counted of all that had been uploaded before it, whatever the order in which uploads become known:
 * so each delivery of its event finds the same. Whether it counts is told of all that is known by now.
 */
final class UploadEffect {

    /** Months that are read before those of the file, to tell what is usual, and what looks like one of them or their sum. */
    private static final int MONTHS_BEFORE = 13;

    /** Months that are read after those of the file, to tell what is usual, and what looks like one of them. */
    private static final int MONTHS_AFTER = 12;

    private static final Comparator<Series> BY_KEY = Comparator.comparing(Series::key);

    private final UploadLogEntry.CustomsFile file;
    private final Upload upload;
    private final SourceRules rules;
    private final MonthsTable table;
    private final UploadHistory before;
    private final UploadHistory then;
    private final UploadHistory now;
    private final boolean nothingSince;
    private final SortedSet<YearMonth> months = new TreeSet<>();

    private final List<Change> changes = new ArrayList<>();
    private long unchanged;
    private final SortedMap<Series, SortedSet<YearMonth>> said = new TreeMap<>(BY_KEY);
    private final SortedMap<Series, SortedSet<YearMonth>> counting = new TreeMap<>(BY_KEY);
    private final SortedMap<String, Uncounted> uncounted = new TreeMap<>();
    private final List<Suspicion> suspicions = new ArrayList<>();
    private final List<Series> tooLarge = new ArrayList<>();
    private final List<Hidden> hidden = new ArrayList<>();

    /**
     * What counts of a month is not what counted before.
     *
     * @param from what counted before the upload
     * @param to what counted with it; empty where nothing says the month any more
     */
    record Change(Series series, YearMonth month, Counted from, Optional<Counted> to) {}

    /**
     * Figures of the upload that do not count.
     *
     * @param months of which month
     * @param commodityMonths how many commodities' months they are
     */
    record Uncounted(SortedSet<YearMonth> months, long commodityMonths) {}

    /**
     * A month of a commodity that secret trade of the upload may hold, and that another file says.
     *
     * @param counts what goes on counting
     */
    record Hidden(Series series, YearMonth month, Counted counts) {}

    /** A month of a commodity that looks like a part. */
    record Suspicion(Series series, SuspectMonth suspect) {}

    /**
     * Of a file that is committed, with no commodity yet.
     *
     * @param file what the upload log says of it
     * @param entries all entries of its upload log
     */
    UploadEffect(
            UploadLogEntry.CustomsFile file, SourceRules rules, Collection<UploadLogEntry> entries, MonthsTable table) {
        this.file = file;
        this.upload = file.upload();
        this.rules = rules;
        this.table = table;
        this.before = UploadHistory.of(entries.stream()
                .filter(entry -> entry.upload().compareTo(upload) < 0)
                .toList());
        this.then = UploadHistory.of(entries.stream()
                .filter(entry -> entry.upload().compareTo(upload) <= 0)
                .toList());
        this.now = UploadHistory.of(entries);
        this.nothingSince = now.equals(then);
        months.addAll(file.contents().periods());
        if (before.standing(upload.object().object()).orElse(null) instanceof UploadLogEntry.CustomsFile previous
                && previous.contents().currency().equals(file.contents().currency())) {
            months.addAll(previous.contents().periods());
        }
    }

    /** Finds out of one more commodity. */
    void examine(Series series) {
        if (months.isEmpty()) {
            return;
        }
        List<MonthFigures> figures = table.figures(
                series, months.first().minusMonths(MONTHS_BEFORE), months.last().plusMonths(MONTHS_AFTER));
        try {
            CommodityMonths countedBefore = CommodityMonths.fold(series, rules, before, figures);
            CommodityMonths countedThen = CommodityMonths.fold(series, rules, then, figures);
            CommodityMonths countsNow = nothingSince ? countedThen : CommodityMonths.fold(series, rules, now, figures);
            for (YearMonth month : months) {
                compare(series, month, countedBefore, countedThen);
                tellWhatCounts(series, month, countsNow);
            }
        } catch (ArithmeticException sumOfParts) {
            tooLarge.add(series);
        }
    }

    private void compare(Series series, YearMonth month, CommodityMonths countedBefore, CommodityMonths countedThen) {
        Optional<Counted> from = counts(countedBefore, month);
        Optional<Counted> to = counts(countedThen, month);
        if (to.isPresent() && to.get().newest().object().equals(upload.object())) {
            SuspectMonth.find(month, countedBefore, countedThen, then)
                    // What other files have alike was said when they came.
                    .filter(suspect -> suspect.file().object().equals(upload.object()))
                    .ifPresent(suspect -> suspicions.add(new Suspicion(series, suspect)));
        }
        if (from.isEmpty() || from.equals(to)) {
            return;
        }
        if (to.isPresent()
                && from.get().totals().equals(to.get().totals())
                && from.get().scope().equals(to.get().scope())) {
            unchanged++;
        } else {
            changes.add(new Change(series, month, from.get(), to));
        }
    }

    private static Optional<Counted> counts(CommodityMonths of, YearMonth month) {
        return Optional.ofNullable(of.months().get(month)).map(CommodityMonth::counts);
    }

    private void tellWhatCounts(Series series, YearMonth month, CommodityMonths countsNow) {
        List<Said> ofUpload = countsNow.said().getOrDefault(month, List.of()).stream()
                .filter(one -> one.object().equals(upload.object()))
                .toList();
        if (ofUpload.isEmpty()) {
            if (file.contents().hides(series, month)) {
                counts(countsNow, month)
                        .filter(counts -> counts.totals().rows() > 0)
                        .ifPresent(counts -> hidden.add(new Hidden(series, month, counts)));
            }
            return;
        }
        said.computeIfAbsent(series, any -> new TreeSet<>()).add(month);
        Optional<Counted> counts = counts(countsNow, month);
        boolean counted = counts.isPresent()
                && counts.get().said().stream().anyMatch(one -> one.object().equals(upload.object()));
        if (counted) {
            counting.computeIfAbsent(series, any -> new TreeSet<>()).add(month);
            return;
        }
        String why = counts.map(instead -> whyNot(ofUpload.get(0), instead))
                .orElseGet(() -> Optional.ofNullable(countsNow.uncountedPages().get(month))
                        .map(UploadEffect::whyNot)
                        .orElse("Its object was deleted, or overwritten, since."));
        Uncounted known = uncounted.getOrDefault(why, new Uncounted(new TreeSet<>(), 0));
        known.months().add(month);
        uncounted.put(why, new Uncounted(known.months(), known.commodityMonths() + 1));
    }

    private String whyNot(Said ours, Counted instead) {
        String files = Words.list(instead.files().stream()
                .map(file -> file.object().key())
                .distinct()
                .toList());
        if (ours.part().isEmpty()) {
            return "The whole file " + files + ", which was uploaded later, counts in its place.";
        }
        String part = Words.list(then.standing(upload.object().object()).stream()
                .filter(UploadLogEntry.CustomsFile.class::isInstance)
                .flatMap(file -> ((UploadLogEntry.CustomsFile) file).contents().parts().stream())
                .map(Part::id)
                .toList());
        if (instead.said().get(0).part().isEmpty()) {
            return "The whole file " + files + " counts, and parts beside it do not. To let this part (" + part
                    + ") count, delete that file; to change what counts, upload a whole file.";
        }
        if (instead.scope() instanceof Scope.PartOf of
                && of.dimension() == ours.part().get().dimension()) {
            return "Newer files say the same part (" + part + "): " + files + ".";
        }
        return "Parts of another dimension are newer and count in its place: " + files
                + ". Parts of two dimensions are never added: delete those, or upload this one again.";
    }

    private static String whyNot(UncountedPages pages) {
        return pages.missing().isEmpty()
                ? "Pages count when no row is on two of them: "
                        + Words.count(pages.twice().size(), "row") + " of these " + pages.of() + " pages are."
                : "Pages count when all " + pages.of() + " are there: missing are " + Words.list(pages.missing()) + ".";
    }

    /** What counts otherwise than before. */
    List<Change> changes() {
        return changes;
    }

    /** How many commodities' months another file said before, with the same totals. */
    long unchanged() {
        return unchanged;
    }

    /** The months that it says, by commodity: has rows of, or answers for. */
    SortedMap<Series, SortedSet<YearMonth>> said() {
        return said;
    }

    /** Those of them in which it counts. */
    SortedMap<Series, SortedSet<YearMonth>> counting() {
        return counting;
    }

    /** Those in which it does not, by the reason. */
    SortedMap<String, Uncounted> uncounted() {
        return uncounted;
    }

    List<Suspicion> suspicions() {
        return suspicions;
    }

    /** What its secret trade may hold of what other files say. */
    List<Hidden> hidden() {
        return hidden;
    }

    /** The commodities of which parts add up to more than can be counted. */
    List<Series> tooLarge() {
        return tooLarge;
    }
}
