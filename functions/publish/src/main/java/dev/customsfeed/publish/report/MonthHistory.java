package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.UploadLogEntry.Outcome;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of the months of a feed: the upload log is played again, event by event, and whatever changed a month that was
 * there is a revision. So it is a function of the log, whatever the order in which that became known, and an event that is added
 * at the end takes nothing back.
 */
final class MonthHistory {

    private static final Comparator<Revision> NEWEST_FIRST = Comparator.comparing(
                    (Revision revision) -> revision.by().order())
            .thenComparing(Revision::period)
            .reversed()
            .thenComparing(Revision::commodity);

    private final Map<String, List<UploadLogEntry>> events = new HashMap<>();
    private final Map<String, List<Optional<ObjectVersion>>> standing = new HashMap<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final Map<YearMonth, List<Revision>> byPeriod;
    private final TreeMap<YearMonth, Instant> changed = new TreeMap<>();

    /** Of all months that a commodity of the feed ever had. */
    MonthHistory(FeedData data) {
        for (UploadLogEntry entry : data.uploads().entries()) {
            if (entry.outcome() != Outcome.REJECTED) {
                events.computeIfAbsent(entry.object().object(), object -> new ArrayList<>())
                        .add(entry);
            }
        }
        for (Product product : data.definition().products()) {
            for (String commodity : product.hs()) {
                data.saidOf(commodity).forEach((period, said) -> play(product, commodity, period, said));
            }
        }
        revisions.sort(NEWEST_FIRST);
        byPeriod = revisions.stream().collect(Collectors.groupingBy(Revision::period));
    }

    private void play(Product product, String commodity, YearMonth period, List<Said> said) {
        List<UploadLogEntry> concerned = said.stream()
                .map(one -> one.upload().object().object())
                .distinct()
                .map(events::get)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(UploadLogEntry::order))
                .toList();
        changed.merge(
                period,
                concerned.get(concerned.size() - 1).order().lastModified(),
                (one, other) -> one.isAfter(other) ? one : other);
        Map<String, Optional<ObjectVersion>> now = new HashMap<>();
        Optional<Said> before = Optional.empty();
        boolean arrived = false;
        for (UploadLogEntry event : concerned) {
            now.put(event.object().object(), standingAfter(event));
            Optional<Said> after = said.stream()
                    .filter(one -> isStanding(one, now))
                    .max(Comparator.comparing(one -> one.upload().order()));
            if (arrived && !isAlike(before, after)) {
                revisions.add(new Revision(
                        period,
                        product,
                        commodity,
                        kind(before, after, event, now),
                        before.map(MonthHistory::amount),
                        after.map(MonthHistory::amount),
                        event));
            }
            arrived |= after.isPresent();
            before = after;
        }
    }

    private static boolean isStanding(Said said, Map<String, Optional<ObjectVersion>> now) {
        ObjectVersion file = said.upload().object();
        return now.getOrDefault(file.object(), Optional.empty()).equals(Optional.of(file));
    }

    private static Kind kind(
            Optional<Said> before,
            Optional<Said> after,
            UploadLogEntry event,
            Map<String, Optional<ObjectVersion>> now) {
        if (before.isEmpty()) {
            return Kind.RESTORED;
        }
        if (after.isPresent() && after.get().upload().equals(event)) {
            return Kind.REVISED;
        }
        return isStanding(before.get(), now) ? Kind.RESTORED : Kind.WITHDRAWN;
    }

    private static boolean isAlike(Optional<Said> before, Optional<Said> after) {
        return before.isEmpty() == after.isEmpty()
                && before.map(Said::totals).equals(after.map(Said::totals))
                && before.map(Said::partners).equals(after.map(Said::partners));
    }

    private static Amount amount(Said said) {
        return Amount.of(Optional.of(said.totals()));
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
