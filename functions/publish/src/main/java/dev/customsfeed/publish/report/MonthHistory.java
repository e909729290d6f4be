package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.CommodityMonth;
import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.CommodityMonths;
import dev.customsfeed.ledger.MonthFigures;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Committed;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Rejected;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.report.Revision.Kind;
import dev.customsfeed.publish.statistics.Amount;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of the months of a feed: the upload log is played again, event by event, and whatever changed a month that was
 * there is a revision. So it is a function of the log, whatever the order in which that became known, and an event that is added
 * at the end takes nothing back. Of a group of reporters each member's months are told for themselves.
 */
final class MonthHistory {

    private static final Comparator<Revision> NEWEST_FIRST = Comparator.comparing(
                    (Revision revision) -> revision.by().upload())
            .thenComparing(Revision::period)
            .reversed()
            .thenComparing(Revision::commodity)
            .thenComparing(revision -> revision.reporter().orElse(""));

    private final FeedDefinition definition;
    private final Map<String, List<UploadLogEntry>> events = new HashMap<>();
    private final Map<String, List<Optional<ObjectVersion>>> standing = new HashMap<>();
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

        boolean isAlike(State other) {
            return scope.equals(other.scope) && totals.equals(other.totals) && partners.equals(other.partners);
        }

        Amount amount() {
            return Amount.of(Optional.of(totals));
        }
    }

    /** Of all months that a commodity of the feed ever had. */
    MonthHistory(FeedData data) {
        definition = data.definition();
        for (UploadLogEntry entry : data.uploads().entries()) {
            if (!(entry instanceof Rejected)) {
                events.computeIfAbsent(entry.object().object(), object -> new ArrayList<>())
                        .add(entry);
            }
        }
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
        boolean ofParts = said.stream().anyMatch(one -> one.part().isPresent());
        List<UploadLogEntry> concerned = concerned(said);
        changed.merge(
                period,
                concerned.get(concerned.size() - 1).upload().order().lastModified(),
                (one, other) -> one.isAfter(other) ? one : other);
        Map<String, Optional<ObjectVersion>> now = new HashMap<>();
        Optional<State> before = Optional.empty();
        boolean arrived = false;
        for (int i = 0; i < concerned.size(); i++) {
            UploadLogEntry event = concerned.get(i);
            now.put(event.object().object(), standingAfter(event));
            Optional<State> after = ofParts
                    ? foldedFrom(series, period, said, concerned.subList(0, i + 1))
                    : said.stream()
                            .filter(one -> isStanding(one.object(), now))
                            .max(Comparator.comparing(one -> one.file().upload()))
                            .map(State::of);
            if (arrived && !isAlike(before, after)) {
                revisions.add(new Revision(
                        period,
                        product,
                        series.commodity(),
                        definition.isOfGroup() ? Optional.of(series.tradeFlow().reporter()) : Optional.empty(),
                        kind(before, after, event, now),
                        before.map(State::amount),
                        after.map(State::amount),
                        event));
            }
            arrived |= after.isPresent();
            before = after;
        }
    }

    /** The events of the objects that ever said something; of pages, which belong together, those of all pages. */
    private List<UploadLogEntry> concerned(List<Said> said) {
        Set<String> objects = new HashSet<>();
        said.forEach(one -> objects.add(one.object().object()));
        if (said.stream().flatMap(one -> one.part().stream()).anyMatch(MonthHistory::isPage)) {
            events.forEach((object, entries) -> {
                if (entries.stream().anyMatch(MonthHistory::isPage)) {
                    objects.add(object);
                }
            });
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

    /** What counted when no more had happened than {@code known}, by the ledger's own rules for parts of a month. */
    private Optional<State> foldedFrom(Series series, YearMonth period, List<Said> said, List<UploadLogEntry> known) {
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
        CommodityMonths folded = CommodityMonths.fold(series, definition.source(), UploadHistory.of(known), figures);
        return Optional.ofNullable(folded.months().get(period))
                .map(CommodityMonth::counts)
                .map(State::of);
    }

    private static boolean isStanding(ObjectVersion file, Map<String, Optional<ObjectVersion>> now) {
        return now.getOrDefault(file.object(), Optional.empty()).equals(Optional.of(file));
    }

    private static Kind kind(
            Optional<State> before,
            Optional<State> after,
            UploadLogEntry event,
            Map<String, Optional<ObjectVersion>> now) {
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

    private static boolean isAlike(Optional<State> before, Optional<State> after) {
        return before.isEmpty()
                ? after.isEmpty()
                : after.isPresent() && before.get().isAlike(after.get());
    }

    /** Which version of the event's object stood after it. */
    private Optional<ObjectVersion> standingAfter(UploadLogEntry event) {
        String object = event.object().object();
        List<UploadLogEntry> all = events.get(object);
        List<Optional<ObjectVersion>> after = standing.computeIfAbsent(object, any -> new ArrayList<>());
        for (int i = after.size(); i < all.size(); i++) {
            after.add(UploadHistory.of(all.subList(0, i + 1)).standing(object).map(UploadLogEntry::object));
        }
        return after.get(all.indexOf(event));
    }

    /** All revisions, newest first. */
    List<Revision> revisions() {
        return Collections.unmodifiableList(revisions);
    }

    /** The revisions of {@code period}, newest first. */
    List<Revision> revisions(YearMonth period) {
        return byPeriod.getOrDefault(period, List.of());
    }

    /**
     * When something last happened to a file that has, or ever had, one of the months from {@code first} to {@code last}: it was
     * uploaded, deleted, or its deletion undone. Never earlier than before, whatever happens next.
     *
     * @throws java.util.NoSuchElementException if no file ever had one
     */
    Instant lastChange(YearMonth first, YearMonth last) {
        return Collections.max(changed.subMap(first, true, last, true).values());
    }
}
