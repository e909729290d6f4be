package dev.customsfeed.publish.figures.revision;

import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.StandingParts;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.Upload;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Committed;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Rejected;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.revision.Revision.Change;
import dev.customsfeed.publish.figures.revision.Revision.Kind;
import dev.customsfeed.publish.figures.trade.Amount;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of the months of a feed: the upload log is played again, event by event, and whatever changed a month that was
 * there is a revision. So it is a function of the log, whatever the order in which that became known, and an event that is added
 * at the end takes nothing back. Of a group of reporters each member's months are told for themselves.
 */
public final class MonthHistory {

    private static final Comparator<Revision> NEWEST_FIRST = Comparator.comparing(
                    (Revision revision) -> revision.by().upload())
            .thenComparing(Revision::period)
            .reversed()
            .thenComparing(Revision::commodity)
            .thenComparing(revision -> revision.reporter().orElse(""));

    private final FeedDefinition definition;
    private final Map<String, List<UploadLogEntry>> events = new HashMap<>();
    private final Map<UploadLogEntry, Optional<Committed>> standingAfter = new IdentityHashMap<>();
    private final Set<String> pages = new HashSet<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final Map<YearMonth, List<Revision>> byPeriod;
    private final TreeMap<YearMonth, Instant> changed = new TreeMap<>();

    /** What counts at some time: of which files, and what they say together. */
    private record State(Scope scope, Set<ObjectVersion> files, Totals totals, SortedMap<String, Totals> partners) {

        static State of(Said said) {
            return new State(Scope.WHOLE, Set.of(said.object()), said.totals(), said.partners());
        }

        static State of(Counted counted) {
            return new State(
                    counted.scope(),
                    counted.said().stream().map(Said::object).collect(Collectors.toSet()),
                    counted.totals(),
                    counted.partners());
        }

        /** What of it is another than {@code before}; empty if nothing that readers see. */
        Optional<Change> since(State before) {
            return change(scope.equals(before.scope), before.totals, totals, () -> areAlike(before.partners, partners));
        }

        Amount amount() {
            return Amount.of(Optional.of(totals));
        }
    }

    /**
     * How many pages stand, by how many there are: as long as some are missing, none counts, and nobody need find out which belong together.
     */
    private static final class StandingPages {
        private final Map<Integer, Map<Integer, Integer>> files = new HashMap<>();

        void add(Committed file) {
            count(file, 1);
        }

        void remove(Committed file) {
            count(file, -1);
        }

        private void count(Committed committed, int by) {
            if (committed instanceof CustomsFile file) {
                file.contents().parts().stream().filter(MonthHistory::isPage).forEach(part -> {
                    Part.Page page = part.page();
                    files.computeIfAbsent(page.of(), of -> new HashMap<>())
                            .merge(page.number(), by, (one, other) -> one + other == 0 ? null : one + other);
                });
            }
        }

        boolean mayCount() {
            return files.entrySet().stream().anyMatch(pages -> pages.getValue().size() == pages.getKey());
        }
    }

    /** Of all months that a commodity of the feed ever had. */
    public MonthHistory(FeedData data) {
        definition = data.definition();
        for (UploadLogEntry entry : data.uploads().entries()) {
            if (!(entry instanceof Rejected)) {
                events.computeIfAbsent(entry.object().object(), object -> new ArrayList<>())
                        .add(entry);
            }
        }
        events.forEach((object, entries) -> {
            List<Optional<Committed>> after = UploadHistory.standingAfterEach(entries);
            for (int i = 0; i < entries.size(); i++) {
                standingAfter.put(entries.get(i), after.get(i));
            }
            if (entries.stream().anyMatch(MonthHistory::isPage)) {
                pages.add(object);
            }
        });
        for (Product product : definition.products()) {
            for (String commodity : product.hs()) {
                for (String reporter : definition.reporters()) {
                    Series series = definition.series(reporter, commodity);
                    data.saidOf(series).forEach((period, said) -> play(product, series, period, said));
                }
            }
        }
        revisions.sort(NEWEST_FIRST);
        byPeriod = revisions.stream().collect(Collectors.groupingBy(Revision::period));
    }

    private void play(Product product, Series series, YearMonth period, List<Said> said) {
        List<UploadLogEntry> concerned = concerned(said);
        changed.merge(
                period,
                concerned.get(concerned.size() - 1).upload().order().lastModified(),
                (one, other) -> one.isAfter(other) ? one : other);
        Set<Optional<Part.Dimension>> dimensions =
                said.stream().map(one -> one.part().map(Part::dimension)).collect(Collectors.toSet());
        Optional<Part.Dimension> only =
                dimensions.size() == 1 ? dimensions.iterator().next() : Optional.empty();
        Map<ObjectVersion, List<Said>> byFile = said.stream().collect(Collectors.groupingBy(Said::object));
        if (only.isPresent() && only.get() != Part.Dimension.PAGE) {
            playParts(product, series, period, concerned, byFile, new StandingParts(only.get(), definition.source()));
        } else {
            play(product, series, period, concerned, byFile, dimensions);
        }
    }

    /** Parts of one dimension, the many of which are not added up again for each that comes or goes. */
    private void playParts(
            Product product,
            Series series,
            YearMonth period,
            List<UploadLogEntry> concerned,
            Map<ObjectVersion, List<Said>> byFile,
            StandingParts parts) {
        Map<String, Committed> now = new HashMap<>();
        boolean arrived = false;
        SortedMap<String, Totals> partners = parts.partners();
        for (UploadLogEntry event : concerned) {
            Optional<Committed> stands = Objects.requireNonNull(standingAfter.get(event));
            Optional<Committed> stood = stand(event, now);
            if (stands.map(Committed::object).equals(stood.map(Committed::object))) {
                continue;
            }
            List<Said> gone = said(stood, byFile);
            List<Said> come = said(stands, byFile);
            Set<String> touched = Stream.concat(gone.stream(), come.stream())
                    .map(one -> one.part().orElseThrow().value())
                    .collect(Collectors.toSet());
            boolean known = !parts.isEmpty();
            boolean whole = parts.isWhole();
            Totals totals = parts.totals();
            boolean counted = stood.filter(file -> parts.counts(file.object())).isPresent();
            Set<String> had = touched.stream().filter(parts::has).collect(Collectors.toSet());
            gone.forEach(parts::remove);
            come.forEach(parts::add);
            boolean ofTheSame = whole && parts.isWhole()
                    || touched.stream()
                            .filter(parts::has)
                            .collect(Collectors.toSet())
                            .equals(had);
            SortedMap<String, Totals> partnersAfter = parts.partners();
            SortedMap<String, Totals> partnersBefore = partners;
            Optional<Change> change = known == parts.isEmpty()
                    ? Optional.of(Change.AMOUNT)
                    : change(ofTheSame, totals, parts.totals(), () -> areAlike(partnersBefore, partnersAfter));
            if (arrived && change.isPresent()) {
                boolean revised =
                        known && !parts.isEmpty() && event instanceof Committed && parts.counts(event.object());
                revisions.add(new Revision(
                        period,
                        product,
                        series.commodity(),
                        reporter(series),
                        revised ? Kind.REVISED : counted ? Kind.WITHDRAWN : Kind.RESTORED,
                        known ? Optional.of(Amount.of(totals)) : Optional.empty(),
                        parts.isEmpty() ? Optional.empty() : Optional.of(Amount.of(parts.totals())),
                        change.get(),
                        event));
            }
            arrived |= !parts.isEmpty();
            partners = partnersAfter;
        }
    }

    private static List<Said> said(Optional<Committed> file, Map<ObjectVersion, List<Said>> byFile) {
        return file.map(one -> byFile.getOrDefault(one.object(), List.of())).orElse(List.of());
    }

    private Optional<String> reporter(Series series) {
        return definition.isOfGroup() ? Optional.of(series.tradeFlow().reporter()) : Optional.empty();
    }

    /** Lets an event happen: another version of its object stands now, or none; what stood until then. */
    private Optional<Committed> stand(UploadLogEntry event, Map<String, Committed> now) {
        String object = event.object().object();
        Optional<Committed> stands = Objects.requireNonNull(standingAfter.get(event));
        return Optional.ofNullable(stands.isPresent() ? now.put(object, stands.get()) : now.remove(object));
    }

    private void play(
            Product product,
            Series series,
            YearMonth period,
            List<UploadLogEntry> concerned,
            Map<ObjectVersion, List<Said>> byFile,
            Set<Optional<Part.Dimension>> dimensions) {
        boolean ofParts = dimensions.stream().anyMatch(Optional::isPresent);
        boolean ofPages = dimensions.equals(Set.of(Optional.of(Part.Dimension.PAGE)));
        StandingPages pages = new StandingPages();
        Map<String, Committed> now = new HashMap<>();
        TreeMap<Upload, Said> wholes = new TreeMap<>();
        Optional<State> before = Optional.empty();
        boolean arrived = false;
        for (UploadLogEntry event : concerned) {
            Optional<Committed> stands = Objects.requireNonNull(standingAfter.get(event));
            Optional<Committed> stood = stand(event, now);
            stood.ifPresent(file -> {
                wholes.remove(file.upload());
                pages.remove(file);
            });
            stands.ifPresent(file -> {
                said(stands, byFile).forEach(one -> wholes.put(one.file().upload(), one));
                pages.add(file);
            });
            Optional<State> after = ofParts
                    ? ofPages && !pages.mayCount() ? Optional.empty() : folded(series, period, byFile, now)
                    : Optional.ofNullable(wholes.lastEntry()).map(newest -> State.of(newest.getValue()));
            Optional<Change> change = change(before, after);
            if (arrived && change.isPresent()) {
                revisions.add(new Revision(
                        period,
                        product,
                        series.commodity(),
                        reporter(series),
                        kind(before, after, event, now),
                        before.map(State::amount),
                        after.map(State::amount),
                        change.get(),
                        event));
            }
            arrived |= after.isPresent();
            before = after;
        }
    }

    /** The events of the objects that ever said something; of pages, which belong together, those of all pages. */
    List<UploadLogEntry> concerned(List<Said> said) {
        Set<String> objects = new HashSet<>();
        said.forEach(one -> objects.add(one.object().object()));
        if (said.stream().flatMap(one -> one.part().stream()).anyMatch(MonthHistory::isPage)) {
            objects.addAll(pages);
        }
        return objects.stream()
                .map(events::get)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(UploadLogEntry::upload))
                .toList();
    }

    private static boolean isPage(Part part) {
        return part.dimension() == Part.Dimension.PAGE;
    }

    private static boolean isPage(UploadLogEntry entry) {
        return entry instanceof CustomsFile file
                && file.contents().parts().stream().anyMatch(MonthHistory::isPage);
    }

    /** What counted of the files that stood, by the ledger's own rules for parts of a month. */
    private Optional<State> folded(
            Series series, YearMonth period, Map<ObjectVersion, List<Said>> byFile, Map<String, Committed> now) {
        List<Said> said = now.values().stream()
                .flatMap(file -> byFile.getOrDefault(file.object(), List.of()).stream())
                .toList();
        List<CustomsFile> standing = now.values().stream()
                .filter(CustomsFile.class::isInstance)
                .map(CustomsFile.class::cast)
                .filter(file -> file.contents().currency().equals(series.currency()))
                .toList();
        return CommodityMonths.counting(series, definition.source(), period, standing, said)
                .map(State::of);
    }

    /** The fold of what files say of one month. */
    static CommodityMonths fold(
            Series series, FeedDefinition definition, YearMonth period, List<Said> said, UploadHistory uploads) {
        List<MonthFigures> figures = said.stream()
                .map(one -> new MonthFigures(
                        series,
                        period,
                        one.file().upload(),
                        one.part(),
                        one.totals(),
                        one.partners(),
                        one.splits(),
                        one.valuations(),
                        one.rowKeys()))
                .toList();
        return CommodityMonths.fold(series, definition.source(), uploads, figures);
    }

    private static boolean isStanding(ObjectVersion file, Map<String, Committed> now) {
        Committed stands = now.get(file.object());
        return stands != null && stands.object().equals(file);
    }

    private static Kind kind(
            Optional<State> before, Optional<State> after, UploadLogEntry event, Map<String, Committed> now) {
        if (before.isEmpty()) {
            return Kind.RESTORED;
        }
        if (after.isPresent()
                && event instanceof Committed
                && after.get().files().contains(event.object())) {
            return Kind.REVISED;
        }
        return before.get().files().stream().allMatch(file -> isStanding(file, now)) ? Kind.RESTORED : Kind.WITHDRAWN;
    }

    private static Optional<Change> change(Optional<State> before, Optional<State> after) {
        if (before.isPresent() && after.isPresent()) {
            return after.get().since(before.get());
        }
        return before.isPresent() || after.isPresent() ? Optional.of(Change.AMOUNT) : Optional.empty();
    }

    /** In how many rows a file has what it says changes no figure. */
    private static Optional<Change> change(
            boolean sameScope, Totals before, Totals after, BooleanSupplier samePartners) {
        if (!Amount.of(before).equals(Amount.of(after))) {
            return Optional.of(Change.AMOUNT);
        }
        if (!sameScope) {
            return Optional.of(Change.SCOPE);
        }
        if (!areAlike(before, after)) {
            return Optional.of(Change.ESTIMATE);
        }
        return samePartners.getAsBoolean() ? Optional.empty() : Optional.of(Change.SPLIT);
    }

    /** Whether two sums of the same amount were estimated alike. */
    private static boolean areAlike(Totals before, Totals after) {
        return Amount.of(before).equals(Amount.of(after))
                && (before.netWeightGrams().isEmpty()
                        || before.estimatedNetWeightGrams() == after.estimatedNetWeightGrams());
    }

    private static boolean areAlike(SortedMap<String, Totals> before, SortedMap<String, Totals> after) {
        if (before.equals(after)) {
            return true;
        }
        return before.keySet().equals(after.keySet())
                && before.entrySet().stream()
                        .allMatch(one -> areAlike(one.getValue(), Objects.requireNonNull(after.get(one.getKey()))));
    }

    /** All revisions, newest first. */
    public List<Revision> revisions() {
        return Collections.unmodifiableList(revisions);
    }

    /** The revisions of {@code period}, newest first. */
    public List<Revision> revisions(YearMonth period) {
        return byPeriod.getOrDefault(period, List.of());
    }

    /**
     * When something last happened to a file that has, or ever had, one of the months from {@code first} to {@code last}: it was
     * uploaded, deleted, or its deletion undone. Never earlier than before, whatever happens next.
     *
     * @throws java.util.NoSuchElementException if no file ever had one
     */
    public Instant lastChange(YearMonth first, YearMonth last) {
        return Collections.max(changed.subMap(first, true, last, true).values());
    }
}
