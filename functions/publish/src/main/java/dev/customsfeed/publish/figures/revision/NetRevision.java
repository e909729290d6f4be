package dev.customsfeed.publish.figures.revision;

import dev.customsfeed.ledger.UploadLogEntry.Committed;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.revision.Revision.Change;
import dev.customsfeed.publish.figures.revision.Revision.Kind;
import dev.customsfeed.publish.figures.trade.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the newest revision of a commodity's month comes to for readers: what they last read, and what counts now.
 *
 * @param product the product that the commodity belongs to
 * @param commodity its code
 * @param reporter whose trade it is, in the feed of a group of reporters; empty in others
 * @param from what counted before
 * @param to what counts now; empty where nothing does any more
 * @param change what the newest revision changed
 * @param day when that changed
 * @param cause what changed it
 */
public record NetRevision(
        Product product,
        String commodity,
        Optional<String> reporter,
        Amount from,
        Optional<Amount> to,
        Change change,
        LocalDate day,
        Cause cause) {

    /** What changes a month that was there. */
    public enum Cause {
        /** A newer file. */
        FILE,
        /** A file went, so that an older one counts again, or none. */
        WITHDRAWAL,
        /** A file that had gone is there again. */
        RESTORATION
    }

    /**
     * Of the revisions of one month, newest first. A month that was withdrawn and came again unchanged is none: nobody reads
     * anything else than before.
     */
    public static List<NetRevision> of(List<Revision> newestFirst) {
        Map<List<String>, List<Revision>> bySeries = new LinkedHashMap<>();
        newestFirst.forEach(revision -> bySeries.computeIfAbsent(
                        List.of(revision.commodity(), revision.reporter().orElse("")), any -> new ArrayList<>())
                .add(revision));
        return bySeries.values().stream()
                .map(NetRevision::ofOne)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<NetRevision> ofOne(List<Revision> newestFirst) {
        Revision newest = newestFirst.get(0);
        Amount from = newestFirst.stream()
                .map(Revision::from)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        boolean cameAgain = newest.kind() == Kind.RESTORED && newest.from().isEmpty();
        if (cameAgain && newest.to().equals(Optional.of(from))) {
            return Optional.empty();
        }
        return Optional.of(new NetRevision(
                newest.product(),
                newest.commodity(),
                newest.reporter(),
                from,
                newest.to(),
                newest.change(),
                newest.at().atZone(ZoneOffset.UTC).toLocalDate(),
                cause(newest)));
    }

    private static Cause cause(Revision revision) {
        if (revision.kind() == Kind.WITHDRAWN) {
            return Cause.WITHDRAWAL;
        }
        return revision.by() instanceof Committed ? Cause.FILE : Cause.RESTORATION;
    }

    /** Whether nothing of it counts any more. */
    public boolean isWithdrawn() {
        return to.isEmpty();
    }

    /** Whether the amount stayed, and what else of it is told changed. */
    public boolean isBesideAmount() {
        return to.equals(Optional.of(from));
    }

    /** Whether the amount changed, by less than readers see. */
    public boolean isHidden() {
        return !isBesideAmount() && to.filter(from::isShownAs).isPresent();
    }

    /** Whether the amount changed, as readers see it, and still counts. */
    public boolean isOfAmount() {
        return !isWithdrawn() && !isBesideAmount() && !isHidden();
    }

    /** The change of the net weight, in percent; empty where one of the two is not known, or the first is zero. */
    public Optional<BigDecimal> changePct() {
        return to.flatMap(now -> now.changePct(from));
    }
}
