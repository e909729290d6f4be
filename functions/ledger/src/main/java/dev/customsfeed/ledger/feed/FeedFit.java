package dev.customsfeed.ledger.feed;

import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Reported;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a file's figures fit what a feed, or one product of it, is about.
 *
 * @param misfits in what they do not; none where the feed can use the file, or where nobody knows whether it has the goods
 * @param distance how far apart they are: 0 where the feed can use the file
 * @param goods whether the file has the goods that are asked for
 */
public record FeedFit(List<Misfit> misfits, int distance, Goods goods) {

    // A feed is nearest that asks for the same goods; then one of the same source, and so on.
    private static final int OTHER_GOODS = 20;
    private static final int UNKNOWN_GOODS = 10;
    private static final int OTHER_SOURCE = 8;
    private static final int OTHER_REPORTER = 4;
    private static final int OTHER_FLOW = 3;
    private static final int OTHER_CURRENCY = 2;
    private static final int OTHER_LEVEL = 1;

    /** One thing in which a file differs from what is asked for. */
    public sealed interface Misfit {}

    /** Figures of another source. */
    public record OtherSource(String found, String asked) implements Misfit {}

    /**
     * Trade that others reported.
     *
     * @param found their codes
     * @param asked the reporter or group of reporters
     */
    public record OtherReporters(SortedSet<String> found, String asked) implements Misfit {}

    /** Exports where imports are asked for, or the other way round; {@code found} is empty where the file has no trade at all. */
    public record OtherFlow(SortedSet<Flow> found, Flow asked) implements Misfit {}

    /** Values in another currency: ISO 4217 codes. */
    public record OtherCurrency(String found, String asked) implements Misfit {}

    /**
     * The goods, at another level of the code.
     *
     * @param found the file's codes
     * @param asked those that they are parts of, or the other way round
     */
    public record OtherLevel(SortedSet<String> found, SortedSet<String> asked) implements Misfit {}

    /**
     * Codes of another length; which ones nobody knows.
     *
     * @param found how many characters the file's codes have
     * @param asked the codes that are asked for
     */
    public record OtherCodeLength(int found, SortedSet<String> asked) implements Misfit {}

    /**
     * Other goods.
     *
     * @param found the file's codes; none where it has no rows
     * @param asked the codes that are asked for
     */
    public record OtherGoods(SortedSet<String> found, SortedSet<String> asked) implements Misfit {}

    /** Whether a file has what is asked for. */
    public enum Goods {
        /** It has rows of it or says that there was none. */
        SAME,
        /** It has it at another level of the code. */
        OTHER_LEVEL,
        /** Nobody knows: it has rows of more codes than are listed. */
        UNKNOWN,
        /** It has not. */
        OTHER;

        /** Whether it has the goods, be it at another level. */
        public boolean areRelated() {
            return this == SAME || this == OTHER_LEVEL;
        }
    }

    /**
     * What a file has, as far as it is known.
     *
     * @param source the source's short name
     * @param contents what it has and answers for
     * @param commodities the codes that it has rows of
     */
    public record FileFigures(String source, FileContents contents, Collection<String> commodities) {}

    /**
     * Holds a file against a feed.
     *
     * @param codes the commodity codes that are asked for: of the feed, or of one product
     */
    public static FeedFit of(FeedDefinition feed, Collection<String> codes, FileFigures file) {
        List<Misfit> misfits = new ArrayList<>();
        int distance = 0;
        FileContents contents = file.contents();
        if (!file.source().equals(feed.tradeFlow().source())) {
            misfits.add(new OtherSource(file.source(), feed.tradeFlow().source()));
            distance += OTHER_SOURCE;
        }
        List<Reported> ofReporters = contents.reported().stream()
                .filter(some -> some.reporters().stream().anyMatch(feed.reporters()::contains))
                .toList();
        Flow flow = feed.tradeFlow().flow();
        if (ofReporters.isEmpty()) {
            misfits.add(new OtherReporters(reporters(contents), feed.tradeFlow().reporter()));
            distance += OTHER_REPORTER;
        }
        List<Reported> relevant = ofReporters.isEmpty() ? contents.reported() : ofReporters;
        if (relevant.stream().noneMatch(some -> some.flow() == flow)) {
            misfits.add(new OtherFlow(
                    relevant.stream().map(Reported::flow).collect(Collectors.toCollection(TreeSet::new)), flow));
            distance += OTHER_FLOW;
        }
        if (!contents.currency().equals(feed.currency())) {
            misfits.add(new OtherCurrency(contents.currency(), feed.currency()));
            distance += OTHER_CURRENCY;
        }
        Goods goods = goods(codes, file);
        switch (goods) {
            case SAME -> {}
            case OTHER_LEVEL -> {
                misfits.add(new OtherLevel(related(file.commodities(), codes), related(codes, file.commodities())));
                distance += OTHER_LEVEL;
            }
            case UNKNOWN -> {
                OptionalInt length = contents.codeLength();
                if (length.isPresent() && codes.stream().noneMatch(code -> code.length() == length.getAsInt())) {
                    misfits.add(new OtherCodeLength(length.getAsInt(), new TreeSet<>(codes)));
                }
                distance += UNKNOWN_GOODS;
            }
            case OTHER -> {
                misfits.add(new OtherGoods(new TreeSet<>(file.commodities()), new TreeSet<>(codes)));
                distance += OTHER_GOODS;
            }
        }
        return new FeedFit(List.copyOf(misfits), distance, goods);
    }

    private static Goods goods(Collection<String> codes, FileFigures file) {
        FileContents contents = file.contents();
        boolean same = codes.stream()
                .anyMatch(code -> file.commodities().contains(code)
                        || (contents.codeLength().isEmpty()
                                        || contents.codeLength().getAsInt() == code.length())
                                && contents.answersFor().stream().anyMatch(code::startsWith));
        if (same) {
            return Goods.SAME;
        }
        if (file.commodities().isEmpty() && contents.rows() > 0) {
            return Goods.UNKNOWN;
        }
        return related(codes, file.commodities()).isEmpty() ? Goods.OTHER : Goods.OTHER_LEVEL;
    }

    /** Those of {@code codes} that are a part of one of {@code others}, or that one of them is a part of. */
    private static SortedSet<String> related(Collection<String> codes, Collection<String> others) {
        return codes.stream()
                .filter(code -> others.stream().anyMatch(other -> code.startsWith(other) || other.startsWith(code)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> reporters(FileContents contents) {
        return contents.reported().stream()
                .flatMap(some -> some.reporters().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
