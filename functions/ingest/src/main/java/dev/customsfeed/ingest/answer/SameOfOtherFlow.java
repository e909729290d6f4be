package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.tables.MonthsTable;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A file that stands and says the same as another one whose key declares the other flow. Where the key alone says the flow, nobody but
 * the other flow's files tells that one of the two is wrong.
 *
 * @param file that file
 * @param bytes whether its bytes are the same; else its figures are, however it is packed and written
 */
record SameOfOtherFlow(CustomsFile file, boolean bytes) {

    /** As much the same to the last digit, by month and partner, is no accident: 1,000 of the currency. */
    private static final long NO_ACCIDENT = 1_000 * Totals.THOUSAND;

    /** The figures of so many commodities are compared, each by two queries: no other trade has those of the first ones. */
    private static final int COMPARED = 10;

    /** The sentence of the answer. */
    String warning() {
        return "The same " + (bytes ? "bytes stand" : "figures stand") + " as "
                + file.object().key()
                + ", which declares the other flow: they may be counted as exports and as imports. Delete the one whose flow is wrong.";
    }

    /** Looks for one; {@code uploaded} is committed, and its figures are in the table. */
    static Optional<SameOfOtherFlow> of(CustomsFile uploaded, FileSummary summary, MonthsTable months) {
        TradeFlow flow = TradeFlow.parse(uploaded.log());
        TradeFlow other =
                new TradeFlow(flow.source(), flow.reporter(), flow.flow() == Flow.EXPORT ? Flow.IMPORT : Flow.EXPORT);
        List<CustomsFile> standing = UploadHistory.of(months.uploads(other.key())).customsFiles().stream()
                .filter(same -> same.contents().rows() > 0)
                .toList();
        Optional<SameOfOtherFlow> ofBytes = standing.stream()
                .filter(same ->
                        same.contents().sha256().equals(uploaded.contents().sha256()))
                .findFirst()
                .map(same -> new SameOfOtherFlow(same, true));
        if (ofBytes.isPresent() || summary.totals().valueThousandths() < NO_ACCIDENT) {
            return ofBytes;
        }
        return standing.stream()
                .filter(same -> looksLike(same.contents(), uploaded.contents())
                        && summary.commodities().stream().limit(COMPARED).allMatch(commodity -> figures(
                                        flow, commodity, uploaded, months)
                                .equals(figures(other, commodity, same, months))))
                .findFirst()
                .map(same -> new SameOfOtherFlow(same, false));
    }

    /** Whether the log alone does not tell them apart. */
    private static boolean looksLike(FileContents one, FileContents other) {
        return one.rows() == other.rows()
                && one.currency().equals(other.currency())
                && one.periods().equals(other.periods())
                && one.commodities().equals(other.commodities());
    }

    /** What a file says of a month of a commodity. */
    private record Said(YearMonth month, Totals totals, SortedMap<String, Totals> partners) {}

    private static List<Said> figures(TradeFlow flow, String commodity, CustomsFile file, MonthsTable months) {
        SortedSet<YearMonth> periods = file.contents().periods();
        Series series = new Series(flow, file.contents().currency(), commodity);
        return months.figures(series, periods.first(), periods.last()).stream()
                .filter(said -> said.upload().equals(file.upload()))
                .map(said -> new Said(said.period(), said.totals(), said.partners()))
                .toList();
    }
}
