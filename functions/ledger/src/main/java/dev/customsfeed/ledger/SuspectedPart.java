package dev.customsfeed.ledger;

import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.UploadHistory.Fate;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A month of one commodity that a whole file says, and that looks as if it were a part of the month which its key does not declare, or
 * lost something that was known before. Nothing tells the one from a revision for certain: the file counts all the same, and whoever
 * shows its figures says what was noticed.
 *
 * @param month the month
 * @param file what counts and is suspected
 * @param replaced what counted before it; empty where nothing did, or where the same file did
 * @param signs what was noticed; at least one
 */
public record SuspectedPart(YearMonth month, Said file, Optional<Counted> replaced, List<Sign> signs) {

    /** A month that shrinks by this share of itself, or more, is noticed: 1/5. */
    private static final long SHARE = 5;

    /** Files uploaded within so much time may come from one download. */
    private static final Duration TOGETHER = Duration.ofMinutes(10);

    /** So many months on either side are the twelve months around one. */
    private static final int AROUND = 6;

    /** A median of fewer months would be an accident. */
    private static final int FEWEST_AROUND = 3;

    /** As many codes fit a key that somebody types. */
    private static final int IN_KEY = 10;

    private static final String PARTNER = Part.Dimension.PARTNER.id();

    /** One thing that was noticed. */
    public sealed interface Sign {

        /** Whether it makes a part likely; else it is a loss that a part does not explain better than anything else. */
        default boolean suggestsPart() {
            return true;
        }
    }

    /**
     * The file has not all the codes that the replaced one had.
     *
     * @param dimension {@code partner}, or the dimension's name
     * @param gone the codes that it does not have
     * @param before how many codes the replaced one had
     */
    public record CodesGone(String dimension, SortedSet<String> gone, int before) implements Sign {}

    /**
     * The net weight is a fifth smaller, or more; where it is not known of both, the value.
     *
     * @param byWeight whether it is the net weight
     * @param before in grams, or in thousandths of the currency
     * @param now likewise
     */
    public record Shrunk(boolean byWeight, long before, long now) implements Sign {}

    /** The net weight was known, and of a row of the newer file it is not. */
    public record WeightLost(long beforeGrams) implements Sign {
        @Override
        public boolean suggestsPart() {
            return false;
        }
    }

    /**
     * Partners were known, and the newer file does not tell them.
     *
     * @param before how many there were
     */
    public record PartnersLost(int before) implements Sign {
        @Override
        public boolean suggestsPart() {
            return false;
        }
    }

    /**
     * Other whole files have the month, were uploaded within ten minutes of this one, and share no partner with it.
     *
     * @param others those files, oldest upload first
     */
    public record UploadedTogether(List<Upload> others) implements Sign {}

    /**
     * The month has less than a fifth of the partners that are usual: of their median number in the six months before it and the six
     * after, as far as these are known.
     *
     * @param partners how many it has
     * @param twiceMedian two times the median, which may end in a half
     */
    public record FewPartners(int partners, int twiceMedian) implements Sign {

        /** The median as people write it, e.g. {@code 12} or {@code 12.5}. */
        public String median() {
            return twiceMedian / 2 + (twiceMedian % 2 == 0 ? "" : ".5");
        }
    }

    /**
     * Looks at one month of a commodity.
     *
     * @param month a month that counts in {@code now}
     * @param before what counted before the newest file of the month was uploaded: the fold of the same figures with the history as it
     *     was then; equal to {@code now} if nobody asks what was replaced
     * @param now what counts
     * @param uploads the history that {@code now} was folded with
     * @return empty if nothing was noticed, or if what counts was declared to be a part, or put together of parts
     */
    public static Optional<SuspectedPart> find(
            YearMonth month, CommodityMonths before, CommodityMonths now, UploadHistory uploads) {
        CommodityMonth counting = now.months().get(month);
        if (counting == null || counting.counts().said().get(0).part().isPresent()) {
            return Optional.empty();
        }
        Counted counts = counting.counts();
        Said file = counts.said().get(0);
        Optional<Counted> replaced = Optional.ofNullable(before.months().get(month))
                .map(CommodityMonth::counts)
                .filter(was -> was.scope().isWhole() && !was.files().contains(file.file()));
        List<Sign> signs = new ArrayList<>();
        replaced.ifPresent(was -> compare(was, counts, signs));
        uploadedTogether(file, counting.others(), uploads).ifPresent(signs::add);
        fewPartners(month, counts, now).ifPresent(signs::add);
        return signs.isEmpty()
                ? Optional.empty()
                : Optional.of(new SuspectedPart(month, file, replaced, List.copyOf(signs)));
    }

    private static void compare(Counted before, Counted now, List<Sign> signs) {
        if (now.totals().rows() > 0) {
            codesGone(PARTNER, before.partners().keySet(), now.partners().keySet())
                    .ifPresent(signs::add);
            new TreeMap<>(before.splits()).forEach((dimension, codes) -> codesGone(
                            dimension,
                            codes.keySet(),
                            now.splits()
                                    .getOrDefault(dimension, Collections.emptySortedMap())
                                    .keySet())
                    .ifPresent(signs::add));
        }
        shrunk(before.totals(), now.totals()).ifPresent(signs::add);
        if (before.totals().rows() > 0 && now.totals().rows() > 0) {
            OptionalLong grams = before.totals().netWeightGrams();
            if (grams.isPresent() && now.totals().netWeightGrams().isEmpty()) {
                signs.add(new WeightLost(grams.getAsLong()));
            }
            if (!before.partners().isEmpty() && now.partners().isEmpty()) {
                signs.add(new PartnersLost(before.partners().size()));
            }
        }
    }

    /** Nothing is gone where the file does not tell the dimension at all. */
    private static Optional<Sign> codesGone(String dimension, Set<String> before, Set<String> now) {
        SortedSet<String> gone = new TreeSet<>(before);
        gone.removeAll(now);
        return now.isEmpty() || gone.isEmpty()
                ? Optional.empty()
                : Optional.of(new CodesGone(dimension, Collections.unmodifiableSortedSet(gone), before.size()));
    }

    private static Optional<Sign> shrunk(Totals before, Totals now) {
        boolean byWeight = before.netWeightGrams().isPresent()
                && now.netWeightGrams().isPresent()
                && before.reportedNetWeightGrams() > 0;
        long was = byWeight ? before.reportedNetWeightGrams() : before.valueThousandths();
        long is = byWeight ? now.reportedNetWeightGrams() : now.valueThousandths();
        // The share is rounded up: what is lost is a whole number, and at least the share if it is at least that.
        long share = was / SHARE + (was % SHARE == 0 ? 0 : 1);
        return was > 0 && was - is >= share ? Optional.of(new Shrunk(byWeight, was, is)) : Optional.empty();
    }

    private static Optional<Sign> uploadedTogether(Said file, List<Said> others, UploadHistory uploads) {
        if (file.partners().isEmpty()) {
            return Optional.empty();
        }
        List<Upload> together = others.stream()
                .filter(other -> other.part().isEmpty()
                        && uploads.fate(other.object()).equals(Optional.of(Fate.STANDS))
                        && !other.partners().isEmpty()
                        && Collections.disjoint(
                                other.partners().keySet(), file.partners().keySet())
                        && between(other, file).compareTo(TOGETHER) <= 0)
                .map(other -> other.file().upload())
                .sorted()
                .toList();
        return together.isEmpty() ? Optional.empty() : Optional.of(new UploadedTogether(together));
    }

    private static Duration between(Said one, Said other) {
        return Duration.between(
                        one.file().upload().order().lastModified(),
                        other.file().upload().order().lastModified())
                .abs();
    }

    private static Optional<Sign> fewPartners(YearMonth month, Counted counts, CommodityMonths now) {
        int partners = counts.partners().size();
        List<Integer> around =
                now.months().subMap(month.minusMonths(AROUND), true, month.plusMonths(AROUND), true).entrySet().stream()
                        .filter(other -> !other.getKey().equals(month))
                        .map(other -> other.getValue().counts())
                        .filter(other ->
                                other.scope().isWhole() && !other.partners().isEmpty())
                        .map(other -> other.partners().size())
                        .sorted()
                        .toList();
        if (partners == 0 || around.size() < FEWEST_AROUND) {
            return Optional.empty();
        }
        int twiceMedian = around.get((around.size() - 1) / 2) + around.get(around.size() / 2);
        return 2 * SHARE * partners < twiceMedian
                ? Optional.of(new FewPartners(partners, twiceMedian))
                : Optional.empty();
    }

    /**
     * What the file's key would declare if it held a part of the month, e.g. {@code partner=116+309}: by the first dimension that a
     * key can declare and of which the file has less than what it replaced; empty where it has less only of others. Many codes are not
     * written out.
     */
    public Optional<String> declaration() {
        List<String> dimensions = signs.stream()
                .filter(CodesGone.class::isInstance)
                .map(sign -> ((CodesGone) sign).dimension())
                .toList();
        if (dimensions.isEmpty() || dimensions.contains(PARTNER)) {
            return Optional.of(declaration(PARTNER, file.partners().keySet()));
        }
        return Stream.of(CustomsRecord.PROVINCE, CustomsRecord.REGIME)
                .filter(dimensions::contains)
                .findFirst()
                .map(dimension -> declaration(
                        dimension,
                        Objects.requireNonNull(file.splits().get(dimension)).keySet()));
    }

    private static String declaration(String dimension, Set<String> codes) {
        boolean fits = !codes.isEmpty() && codes.size() <= IN_KEY;
        return dimension + "=" + (fits ? String.join("+", codes) : "<codes joined with +>");
    }

    /** Whether anything of what was noticed makes a part likely. */
    public boolean suggestsPart() {
        return signs.stream().anyMatch(Sign::suggestsPart);
    }
}
