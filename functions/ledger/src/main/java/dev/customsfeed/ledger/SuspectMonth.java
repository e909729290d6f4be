package dev.customsfeed.ledger;

import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.CommodityMonth.Said;
import dev.customsfeed.ledger.UploadHistory.Fate;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A month of one commodity of which something does not look right: as if a file held a part of it which its key does not declare, lost
 * something that was known before, or were not what its key says, but the sum since January, another month, or goods counted otherwise.
 * Nothing tells that from a revision for certain: the file counts all the same, and whoever shows its figures says what was noticed.
 *
 * @param month the month
 * @param file what counts and is suspected
 * @param replaced what counted before it; empty where nothing did, or where the same file did
 * @param signs what was noticed; at least one
 */
public record SuspectMonth(YearMonth month, Said file, Optional<Counted> replaced, List<Sign> signs) {

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

    /** Within so many months, one with the same figures is looked for. */
    private static final int SAME_WITHIN = 12;

    /** That figures are the same, or far from others, is no accident from this value on: 1,000 of the currency. */
    private static final long NO_ACCIDENT = 1_000 * Totals.THOUSAND;

    /** A month after fewer months of its year may well have more than they had together; after as few, in all, if each partner has not. */
    private static final int FEWEST_SINCE_JANUARY = 2;

    /** That each of fewer partners has more than before may be an accident. */
    private static final int FEWEST_PARTNERS = 3;

    /** A value by kilogram that a revision moves by this factor, or more, is one of another unit, or of another currency. */
    private static final BigInteger UNIT = BigInteger.valueOf(5);

    /** A month that is a hundred times apart from most around it is in another unit, or of other goods. */
    private static final BigInteger OTHER_UNIT = BigInteger.valueOf(100);

    /** Of less trade, a kilogram may be worth anything: 100,000 of the currency. */
    private static final long NO_SMALL_TRADE = 100_000 * Totals.THOUSAND;

    private static final String PARTNER = Part.Dimension.PARTNER.id();

    /** What the key of a file declares whose rows do not say their month. */
    private static final String PERIOD_FOLDER = "/period=";

    /** On what basis a file counts: all its rows have one. A commodity may well have domestic exports alone in one month, and re-exports alone in another. */
    private static final String BASIS = "basis";

    /** What the values include, as a dimension of {@link OtherKind}. */
    public static final String VALUATION = "valuation";

    /** One thing that was noticed. */
    public sealed interface Sign {

        /** What it makes likely. */
        Likely likely();
    }

    /** A sign of {@link Likely#PART}. */
    public sealed interface PartSign extends Sign {
        @Override
        default Likely likely() {
            return Likely.PART;
        }
    }

    /** A sign of {@link Likely#LOSS}. */
    public sealed interface LossSign extends Sign {
        @Override
        default Likely likely() {
            return Likely.LOSS;
        }
    }

    /** A sign of {@link Likely#MISTAKE}. */
    public sealed interface MistakeSign extends Sign {
        @Override
        default Likely likely() {
            return Likely.MISTAKE;
        }
    }

    /** What signs make likely. */
    public enum Likely {
        /** The file holds a part of the month. */
        PART,
        /** Something that was known is lost, which a part does not explain better than anything else. */
        LOSS,
        /** The file is not what its key says, or not what its neighbours are. */
        MISTAKE
    }

    /**
     * The file has not all the codes that the replaced one had.
     *
     * @param dimension {@code partner}, or the dimension's name
     * @param gone the codes that it does not have
     * @param before how many codes the replaced one had
     */
    public record CodesGone(String dimension, SortedSet<String> gone, int before) implements PartSign {}

    /**
     * The net weight is a fifth smaller, or more; where it is not known of both, the value.
     *
     * @param byWeight whether it is the net weight
     * @param before in grams, or in thousandths of the currency
     * @param now likewise
     */
    public record Shrunk(boolean byWeight, long before, long now) implements PartSign {

        /** Whether what counts now has so much less than what counted; empty where it has not. */
        public static Optional<Shrunk> of(Totals before, Totals now) {
            boolean byWeight = before.netWeightGrams().isPresent()
                    && now.netWeightGrams().isPresent()
                    && before.reportedNetWeightGrams() > 0;
            long was = byWeight ? before.reportedNetWeightGrams() : before.valueThousandths();
            long is = byWeight ? now.reportedNetWeightGrams() : now.valueThousandths();
            // The share is rounded up: what is lost is a whole number, and at least the share if it is at least that.
            long share = was / SHARE + (was % SHARE == 0 ? 0 : 1);
            return was > 0 && was - is >= share ? Optional.of(new Shrunk(byWeight, was, is)) : Optional.empty();
        }
    }

    /** The net weight was known, and of a row of the newer file it is not. */
    public record WeightLost(long beforeGrams) implements LossSign {}

    /**
     * Partners were known, and the newer file does not tell them.
     *
     * @param before how many there were
     */
    public record PartnersLost(int before) implements LossSign {}

    /**
     * Other whole files have the month, were uploaded within ten minutes of this one, and share no partner with it.
     *
     * @param others those files, oldest upload first
     */
    public record UploadedTogether(List<Upload> others) implements PartSign {}

    /**
     * The month has less than a fifth of the partners that are usual: of their median number in the six months before it and the six
     * after, as far as these are known.
     *
     * @param partners how many it has
     * @param twiceMedian two times the median, which may end in a half
     */
    public record FewPartners(int partners, int twiceMedian) implements PartSign {

        /** The median as people write it, e.g. {@code 12} or {@code 12.5}. */
        public String median() {
            return twiceMedian / 2 + (twiceMedian % 2 == 0 ? "" : ".5");
        }
    }

    /**
     * The key declares the month, and the file has at least what the months of the year before it have together: in all, and for each
     * partner that they have.
     *
     * @param first the first month of the year
     */
    public record SinceJanuary(YearMonth first) implements MistakeSign {}

    /**
     * A February without a January has about what both of them had together the year before, and at least half as much again as each
     * month before it.
     *
     * @param january the month that no file has
     */
    public record WithJanuary(YearMonth january) implements MistakeSign {}

    /**
     * The file's name says another month than the only one that the file has.
     *
     * @param named what the name says
     * @param counted the month that its figures count for
     */
    public record NamedOtherwise(YearMonth named, YearMonth counted) implements MistakeSign {}

    /** The key declares the month, and the figures are those of another month to the last digit. */
    public record SameAsMonth(YearMonth other) implements MistakeSign {}

    /**
     * Different files say the same figures of several parts of the month, which are added up.
     *
     * @param parts those parts
     */
    public record SameParts(SortedSet<Part> parts) implements MistakeSign {}

    /**
     * The figures are of another kind than those of the month before them that counts.
     *
     * @param dimension what tells the kind: the dimension's name, or {@link SuspectMonth#VALUATION}
     * @param now the codes that the file has rows of
     * @param before those of the other month
     * @param other that month
     */
    public record OtherKind(String dimension, SortedSet<String> now, SortedSet<String> before, YearMonth other)
            implements MistakeSign {}

    /**
     * A kilogram has five times the value that it had before, or more, or a fifth of it, or less.
     *
     * @param higher whether it has more
     */
    public record UnitValueMoved(boolean higher) implements MistakeSign {}

    /**
     * A kilogram has a hundred times the value, or more, that it has in the nearest month and in most months around it, or a hundredth of
     * it, or less: one of both is in another unit.
     *
     * @param higher whether it has more
     * @param other the month before it or, if there is none, after it
     */
    public record UnitValueFar(boolean higher, YearMonth other) implements MistakeSign {}

    /**
     * Looks at one month of a commodity.
     *
     * @param month a month that counts in {@code now}
     * @param before what counted before the newest file of the month was uploaded: the fold of the same figures with the history as it
     *     was then; equal to {@code now} if nobody asks what was replaced
     * @param now what counts
     * @param uploads the history that {@code now} was folded with
     * @return empty if nothing was noticed; of what was declared to be a part, or put together of parts, nothing is noticed but that
     *     several of them are the same
     */
    public static Optional<SuspectMonth> find(
            YearMonth month, CommodityMonths before, CommodityMonths now, UploadHistory uploads) {
        CommodityMonth counting = now.months().get(month);
        if (counting == null) {
            return Optional.empty();
        }
        Counted counts = counting.counts();
        Optional<Part> part = counts.said().get(0).part();
        if (part.isPresent()) {
            // No row is on two pages that count.
            return part.get().dimension() == Part.Dimension.PAGE ? Optional.empty() : sameParts(month, counts);
        }
        Said file = counts.said().get(0);
        Optional<Counted> replaced = Optional.ofNullable(before.months().get(month))
                .map(CommodityMonth::counts)
                .filter(was -> !was.files().contains(file.file()));
        List<Sign> signs = new ArrayList<>();
        replaced.ifPresent(was -> compare(was, counts, signs));
        uploadedTogether(file, counting.others(), uploads).ifPresent(signs::add);
        fewPartners(month, counts, now).ifPresent(signs::add);
        // A part may well have another value by kilogram than the whole, and weights and partners that the whole lacks.
        replaced.filter(was -> was.scope().isWhole())
                .flatMap(was -> unitValueMoved(was.totals(), counts.totals()))
                .ifPresent(signs::add);
        unitValueFar(month, counts, now).ifPresent(signs::add);
        otherKinds(month, counts, now, signs);
        withJanuary(month, counts, now).ifPresent(signs::add);
        NamedMonth.otherThanCounted(file.file()).ifPresent(named -> signs.add(new NamedOtherwise(named, month)));
        if (file.object().key().contains(PERIOD_FOLDER)) {
            sinceJanuary(month, replaced, counts, now).ifPresent(signs::add);
            sameAsMonth(month, file, counts, now).ifPresent(signs::add);
        }
        return signs.isEmpty()
                ? Optional.empty()
                : Optional.of(new SuspectMonth(month, file, replaced, List.copyOf(signs)));
    }

    /** Whether nothing but the name of its file makes it suspect: of that, one sentence is enough however much the file holds. */
    public boolean isOfNameAlone() {
        return signs.stream().allMatch(NamedOtherwise.class::isInstance);
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
        Shrunk.of(before.totals(), now.totals()).ifPresent(signs::add);
        if (before.scope().isWhole()
                && before.totals().rows() > 0
                && now.totals().rows() > 0) {
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

    private static Optional<SuspectMonth> sameParts(YearMonth month, Counted counts) {
        Map<Totals, List<Said>> byTotals = counts.said().stream()
                .filter(one -> one.totals().valueThousandths() >= NO_ACCIDENT)
                .collect(Collectors.groupingBy(Said::totals));
        return byTotals.values().stream()
                .filter(same -> same.stream().map(Said::object).distinct().count() > 1)
                // Oldest upload first, as what counts is.
                .max(Comparator.comparing(same -> same.get(same.size() - 1), Said.BY_UPLOAD))
                .map(same -> {
                    SortedSet<Part> parts = new TreeSet<>();
                    same.forEach(one -> parts.add(one.part().orElseThrow()));
                    return new SuspectMonth(
                            month,
                            same.get(same.size() - 1),
                            Optional.empty(),
                            List.of(new SameParts(Collections.unmodifiableSortedSet(parts))));
                });
    }

    private static Optional<Sign> unitValueMoved(Totals was, Totals is) {
        return Math.max(was.valueThousandths(), is.valueThousandths()) < NO_ACCIDENT
                ? Optional.empty()
                : higherUnitValue(was, is, UNIT).map(UnitValueMoved::new);
    }

    private static Optional<Sign> unitValueFar(YearMonth month, Counted counts, CommodityMonths now) {
        if (counts.totals().valueThousandths() < NO_SMALL_TRADE) {
            return Optional.empty();
        }
        List<Optional<Boolean>> around =
                now.months().subMap(month.minusMonths(AROUND), true, month.plusMonths(AROUND), true).entrySet().stream()
                        .filter(other -> !other.getKey().equals(month) && isTelling(other.getValue()))
                        .map(other -> higherUnitValue(other.getValue(), counts))
                        .toList();
        return nearest(month, now).filter(other -> isTelling(other.getValue())).flatMap(other -> higherUnitValue(
                        other.getValue(), counts)
                // The month after a wrong one is far from that one alone, and goods of which each lot is another are
                // far from any.
                .filter(higher -> 2 * Collections.frequency(around, Optional.of(higher)) > around.size())
                .map(higher -> new UnitValueFar(higher, other.getKey())));
    }

    private static boolean isTelling(CommodityMonth month) {
        return isWhole(month) && value(month) >= NO_SMALL_TRADE;
    }

    private static Optional<Boolean> higherUnitValue(CommodityMonth other, Counted counts) {
        return higherUnitValue(other.counts().totals(), counts.totals(), OTHER_UNIT);
    }

    private static long value(CommodityMonth month) {
        return month.counts().totals().valueThousandths();
    }

    /** Whether a kilogram has {@code factor} times the value that it had, or more; empty if it has neither that nor as much less. */
    private static Optional<Boolean> higherUnitValue(Totals was, Totals is, BigInteger factor) {
        if (was.netWeightGrams().isEmpty() || is.netWeightGrams().isEmpty()) {
            return Optional.empty();
        }
        BigInteger before = product(was.valueThousandths(), is.reportedNetWeightGrams());
        BigInteger now = product(is.valueThousandths(), was.reportedNetWeightGrams());
        if (before.signum() <= 0 || now.signum() <= 0) {
            return Optional.empty();
        }
        if (now.compareTo(before.multiply(factor)) >= 0) {
            return Optional.of(true);
        }
        return before.compareTo(now.multiply(factor)) >= 0 ? Optional.of(false) : Optional.empty();
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }

    /** Whether the month is of another kind than the one before it, so that growth would be that of nothing. */
    private static void otherKinds(YearMonth month, Counted counts, CommodityMonths now, List<Sign> signs) {
        Optional<Map.Entry<YearMonth, CommodityMonth>> other = nearest(earlier(month, now));
        if (other.isEmpty() || counts.totals().rows() == 0) {
            return;
        }
        Counted before = other.get().getValue().counts();
        YearMonth of = other.get().getKey();
        SortedSet<String> is = codes(counts, BASIS);
        SortedSet<String> was = codes(before, BASIS);
        if (!is.isEmpty() && !was.isEmpty() && Collections.disjoint(is, was)) {
            signs.add(new OtherKind(BASIS, is, was, of));
        }
        if (!counts.valuations().isEmpty()
                && !before.valuations().isEmpty()
                && Collections.disjoint(counts.valuations(), before.valuations())) {
            signs.add(new OtherKind(VALUATION, ids(counts.valuations()), ids(before.valuations()), of));
        }
    }

    /** The six months before it, newest first. */
    private static NavigableMap<YearMonth, CommodityMonth> earlier(YearMonth month, CommodityMonths now) {
        return now.months()
                .subMap(month.minusMonths(AROUND), true, month, false)
                .descendingMap();
    }

    /** The nearest of the six months before it, else of the six after it. */
    private static Optional<Map.Entry<YearMonth, CommodityMonth>> nearest(YearMonth month, CommodityMonths now) {
        return nearest(earlier(month, now))
                .or(() -> nearest(now.months().subMap(month, false, month.plusMonths(AROUND), true)));
    }

    private static Optional<Map.Entry<YearMonth, CommodityMonth>> nearest(
            NavigableMap<YearMonth, CommodityMonth> nearestFirst) {
        return nearestFirst.entrySet().stream()
                .filter(other -> isWhole(other.getValue()))
                .findFirst();
    }

    /** Whether it is of all trade, and there was some. */
    private static boolean isWhole(CommodityMonth month) {
        return month.counts().scope().isWhole() && month.counts().totals().rows() > 0;
    }

    private static SortedSet<String> codes(Counted counts, String dimension) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(counts.splits()
                .getOrDefault(dimension, Collections.emptySortedMap())
                .keySet()));
    }

    private static SortedSet<String> ids(Set<Valuation> valuations) {
        SortedSet<String> ids = new TreeSet<>();
        valuations.forEach(valuation -> ids.add(valuation.id()));
        return Collections.unmodifiableSortedSet(ids);
    }

    private static Optional<Sign> sinceJanuary(
            YearMonth month, Optional<Counted> replaced, Counted counts, CommodityMonths now) {
        YearMonth january = YearMonth.of(month.getYear(), 1);
        List<Counted> earlier = now.months().subMap(january, true, month, false).values().stream()
                .map(CommodityMonth::counts)
                .filter(other -> other.scope().isWhole() && other.totals().valueThousandths() > 0)
                .toList();
        if (earlier.isEmpty() || earlier.size() < month.getMonthValue() - 1) {
            return Optional.empty();
        }
        BigInteger sum = values(earlier.stream().map(Counted::totals));
        BigInteger is = BigInteger.valueOf(counts.totals().valueThousandths());
        boolean sumWithReplaced = replaced.filter(was -> was.totals().valueThousandths() > 0)
                .map(was -> sum.add(BigInteger.valueOf(was.totals().valueThousandths())))
                .filter(is::equals)
                .isPresent();
        boolean tellPartners = !counts.partners().isEmpty()
                && earlier.stream().noneMatch(other -> other.partners().isEmpty());
        boolean asMuch = earlier.size() >= FEWEST_SINCE_JANUARY + (tellPartners ? 0 : 1)
                && is.compareTo(BigInteger.valueOf(NO_ACCIDENT)) >= 0
                && is.compareTo(sum) >= 0
                && hasEachPartnerOf(earlier, counts)
                && hasWeightOf(earlier, counts);
        return sumWithReplaced || asMuch ? Optional.of(new SinceJanuary(january)) : Optional.empty();
    }

    /** Customs publishes January and February together in some years; whoever has January has it apart. */
    private static Optional<Sign> withJanuary(YearMonth month, Counted counts, CommodityMonths now) {
        YearMonth january = month.minusMonths(1);
        if (month.getMonth() != Month.FEBRUARY
                || now.months().containsKey(january)
                || counts.totals().valueThousandths() < NO_ACCIDENT) {
            return Optional.empty();
        }
        List<Totals> yearBefore = wholes(now.months().subMap(january.minusYears(1), true, month.minusYears(1), true));
        List<Totals> earlier = wholes(earlier(month, now));
        boolean known = yearBefore.size() == 2 && earlier.size() >= FEWEST_AROUND;
        boolean weighed = Stream.of(List.of(counts.totals()), yearBefore, earlier)
                .flatMap(List::stream)
                .allMatch(totals -> totals.netWeightGrams().isPresent());
        return known
                        && areOfTwoMonths(counts.totals(), yearBefore, earlier, Totals::valueThousandths)
                        && (!weighed
                                || areOfTwoMonths(counts.totals(), yearBefore, earlier, Totals::reportedNetWeightGrams))
                ? Optional.of(new WithJanuary(january))
                : Optional.empty();
    }

    private static List<Totals> wholes(NavigableMap<YearMonth, CommodityMonth> months) {
        return months.values().stream()
                .filter(SuspectMonth::isWhole)
                .map(other -> other.counts().totals())
                .toList();
    }

    /** Within four fifths and five quarters of what two months had the year before, and half as much again as each one before it. */
    private static boolean areOfTwoMonths(
            Totals totals, List<Totals> yearBefore, List<Totals> earlier, ToLongFunction<Totals> figure) {
        BigInteger is = BigInteger.valueOf(figure.applyAsLong(totals));
        BigInteger was = yearBefore.stream()
                .map(one -> BigInteger.valueOf(figure.applyAsLong(one)))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return is.multiply(BigInteger.valueOf(5)).compareTo(was.multiply(BigInteger.valueOf(4))) >= 0
                && is.multiply(BigInteger.valueOf(4)).compareTo(was.multiply(BigInteger.valueOf(5))) <= 0
                && earlier.stream()
                        .allMatch(one -> is.multiply(BigInteger.TWO)
                                        .compareTo(BigInteger.valueOf(figure.applyAsLong(one))
                                                .multiply(BigInteger.valueOf(3)))
                                >= 0);
    }

    /** Nothing speaks against it where the file, or one of the months, does not tell partners. */
    private static boolean hasEachPartnerOf(List<Counted> earlier, Counted counts) {
        if (counts.partners().isEmpty()
                || earlier.stream().anyMatch(other -> other.partners().isEmpty())) {
            return true;
        }
        SortedSet<String> partners = new TreeSet<>();
        earlier.forEach(other -> partners.addAll(other.partners().keySet()));
        return partners.size() >= FEWEST_PARTNERS
                && partners.stream()
                        .allMatch(partner -> BigInteger.valueOf(counts.partners()
                                                .getOrDefault(partner, Totals.NONE)
                                                .valueThousandths())
                                        .compareTo(values(earlier.stream()
                                                .map(other -> other.partners().getOrDefault(partner, Totals.NONE))))
                                >= 0);
    }

    private static boolean hasWeightOf(List<Counted> earlier, Counted counts) {
        boolean known = counts.totals().netWeightGrams().isPresent()
                && earlier.stream()
                        .allMatch(other -> other.totals().netWeightGrams().isPresent());
        return !known
                || BigInteger.valueOf(counts.totals().reportedNetWeightGrams())
                                .compareTo(earlier.stream()
                                        .map(other -> BigInteger.valueOf(
                                                other.totals().reportedNetWeightGrams()))
                                        .reduce(BigInteger.ZERO, BigInteger::add))
                        >= 0;
    }

    private static BigInteger values(Stream<Totals> some) {
        return some.map(totals -> BigInteger.valueOf(totals.valueThousandths()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The nearest of the months before it that has the same figures; else of those after it, if it was uploaded before the file. */
    private static Optional<Sign> sameAsMonth(YearMonth month, Said file, Counted counts, CommodityMonths now) {
        if (counts.totals().valueThousandths() < NO_ACCIDENT) {
            return Optional.empty();
        }
        Stream<Map.Entry<YearMonth, CommodityMonth>> before = now
                .months()
                .subMap(month.minusMonths(SAME_WITHIN), true, month, false)
                .descendingMap()
                .entrySet()
                .stream();
        Stream<Map.Entry<YearMonth, CommodityMonth>> after =
                now.months().subMap(month, false, month.plusMonths(SAME_WITHIN), true).entrySet().stream()
                        .filter(other -> other.getValue()
                                        .counts()
                                        .newest()
                                        .upload()
                                        .compareTo(file.file().upload())
                                < 0);
        return Stream.concat(before, after)
                .filter(other -> other.getValue().counts().scope().isWhole()
                        && other.getValue().counts().totals().equals(counts.totals())
                        && other.getValue().counts().partners().equals(counts.partners()))
                .findFirst()
                .map(other -> new SameAsMonth(other.getKey()));
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
        return suggests(Likely.PART);
    }

    /** Whether anything of what was noticed makes {@code what} likely. */
    public boolean suggests(Likely what) {
        return signs.stream().anyMatch(sign -> sign.likely() == what);
    }
}
