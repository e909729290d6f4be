package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.feed.FeedDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a file's figures fit what a feed, or one product of it, is about.
 *
 * @param misfits in what they do not, as {@code values in CNY where USD is asked for}; none where the feed can use the file
 * @param distance how far apart they are: 0 where the feed can use the file
 * @param codesRelated whether the file has or may have goods that are asked for, be it at another level of the code
 */
record FeedFit(List<String> misfits, int distance, boolean codesRelated) {

    // A feed is nearest that asks for the same goods; then one of the same source, and so on.
    private static final int OTHER_GOODS = 20;
    private static final int OTHER_SOURCE = 8;
    private static final int OTHER_REPORTER = 4;
    private static final int OTHER_FLOW = 3;
    private static final int OTHER_CURRENCY = 2;
    private static final int OTHER_LEVEL = 1;

    /**
     * What a file has, as far as it is known.
     *
     * @param source the source's short name
     * @param contents what it has and answers for
     * @param commodities the codes that it has rows of
     */
    record FileFigures(String source, FileContents contents, Collection<String> commodities) {}

    /**
     * Holds a file against a feed.
     *
     * @param codes the commodity codes that are asked for: of the feed, or of one product
     */
    static FeedFit of(FeedDefinition feed, Collection<String> codes, FileFigures file) {
        List<String> misfits = new ArrayList<>();
        int distance = 0;
        FileContents contents = file.contents();
        if (!file.source().equals(feed.tradeFlow().source())) {
            misfits.add("figures of the source " + file.source() + " where "
                    + feed.tradeFlow().source() + " is asked for");
            distance += OTHER_SOURCE;
        }
        List<Reported> ofReporters = contents.reported().stream()
                .filter(some -> some.reporters().stream().anyMatch(feed.reporters()::contains))
                .toList();
        Flow flow = feed.tradeFlow().flow();
        if (ofReporters.isEmpty()) {
            misfits.add("trade of " + Words.list(reporters(contents)) + " where that of "
                    + feed.tradeFlow().reporter() + " is asked for");
            distance += OTHER_REPORTER;
        }
        List<Reported> relevant = ofReporters.isEmpty() ? contents.reported() : ofReporters;
        if (relevant.stream().noneMatch(some -> some.flow() == flow)) {
            Set<String> flows = relevant.stream()
                    .map(some -> Words.flow(some.flow()))
                    .collect(Collectors.toCollection(TreeSet::new));
            misfits.add(Words.list(flows) + " where " + Words.flow(flow) + " are asked for");
            distance += OTHER_FLOW;
        }
        if (!contents.currency().equals(feed.currency())) {
            misfits.add("values in " + contents.currency() + " where " + feed.currency() + " is asked for");
            distance += OTHER_CURRENCY;
        }
        Goods goods = goods(codes, file);
        if (goods != Goods.SAME) {
            misfits.add(
                    goods == Goods.OTHER_LEVEL
                            ? "codes " + Words.list(related(codes, file.commodities())) + " where "
                                    + Words.list(asked(codes, file.commodities())) + " is asked for"
                            : (file.commodities().isEmpty()
                                            ? "no commodity"
                                            : "codes " + Words.list(file.commodities()))
                                    + " where " + Words.list(codes) + " is asked for");
            distance += goods == Goods.OTHER_LEVEL ? OTHER_LEVEL : OTHER_GOODS;
        }
        return new FeedFit(List.copyOf(misfits), distance, goods != Goods.OTHER);
    }

    private enum Goods {
        SAME,
        OTHER_LEVEL,
        OTHER
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
        return related(codes, file.commodities()).isEmpty() ? Goods.OTHER : Goods.OTHER_LEVEL;
    }

    private static SortedSet<String> related(Collection<String> codes, Collection<String> commodities) {
        return commodities.stream()
                .filter(commodity -> codes.stream().anyMatch(code -> areOfOneLine(code, commodity)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> asked(Collection<String> codes, Collection<String> commodities) {
        return codes.stream()
                .filter(code -> commodities.stream().anyMatch(commodity -> areOfOneLine(code, commodity)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean areOfOneLine(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static SortedSet<String> reporters(FileContents contents) {
        return contents.reported().stream()
                .flatMap(some -> some.reporters().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isExact() {
        return misfits.isEmpty();
    }
}
