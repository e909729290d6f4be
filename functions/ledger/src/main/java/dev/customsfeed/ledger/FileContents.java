package dev.customsfeed.ledger;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a committed customs file has and what it answers for. Absent is zero where the file's coverage holds the reporter, flow,
 * month and commodity, and no residual of the same reporter, flow and month may hold the commodity. Of a file that was limited to
 * parts, absent is zero for those parts alone.
 *
 * @param currency ISO 4217 code of its values
 * @param reported who reported what in it, months that its key declares among them
 * @param answersFor commodity codes or their leading digits that the file holds all of: what it was asked for ({@code hs=}), or
 *     what was kept of a file that has everything ({@code keep=}); the empty text stands for all; empty where nobody knows
 * @param codeLength how many characters its commodity codes have: it says nothing of longer or shorter ones; empty where it has
 *     no row, and so says nothing was traded at any level
 * @param residuals secret trade, which may hide what is absent
 * @param parts what it was limited to; empty for the whole
 * @param rows how many data rows
 * @param sha256 of the object's bytes, as hexadecimal text
 * @param vintage when the source made these data, as the file or its key says; empty where neither does
 * @param partnerNames what the file calls partners that the source's code list does not have, by code
 * @param unknownWeights why rows have no net weight; empty where all have one, and where nobody knows
 * @param commodities the codes that it has rows of; empty where they are more than {@value #MOST_COMMODITIES}, and where nobody knows
 */
public record FileContents(
        String currency,
        List<Reported> reported,
        SortedSet<String> answersFor,
        OptionalInt codeLength,
        List<Residual> residuals,
        SortedSet<Part> parts,
        long rows,
        String sha256,
        Optional<String> vintage,
        SortedMap<String, String> partnerNames,
        List<UnknownWeight> unknownWeights,
        SortedSet<String> commodities) {

    /** Codes of more commodities than these are not listed: each read of an upload log would pay for them. */
    public static final int MOST_COMMODITIES = 20;

    /** The contents of a file of which neither names of partners, nor reasons of unknown weights, nor codes are known. */
    public FileContents(
            String currency,
            List<Reported> reported,
            SortedSet<String> answersFor,
            OptionalInt codeLength,
            List<Residual> residuals,
            SortedSet<Part> parts,
            long rows,
            String sha256,
            Optional<String> vintage) {
        this(
                currency,
                reported,
                answersFor,
                codeLength,
                residuals,
                parts,
                rows,
                sha256,
                vintage,
                Collections.emptySortedMap(),
                List.of(),
                Collections.emptySortedSet());
    }

    /** The months that it has, oldest first. */
    public SortedSet<YearMonth> periods() {
        SortedSet<YearMonth> periods = new TreeSet<>();
        reported.forEach(some -> periods.addAll(some.months()));
        return Collections.unmodifiableSortedSet(periods);
    }

    /** Whether {@code reporter} reported {@code flow} in {@code month}, be it other commodities. */
    public boolean hasReported(String reporter, Flow flow, YearMonth month) {
        return reported.stream().anyMatch(some -> some.has(reporter, flow, month));
    }

    /** Whether the file answers for a commodity's month even if it has no row of it: absent then means that there was none. */
    public boolean answersFor(Series series, YearMonth month) {
        String commodity = series.commodity();
        TradeFlow of = series.tradeFlow();
        return (codeLength.isEmpty() || codeLength.getAsInt() == commodity.length())
                && answersFor.stream().anyMatch(commodity::startsWith)
                && hasReported(of.reporter(), of.flow(), month)
                && !hides(series, month);
    }

    /** Whether secret trade of the file may hold the commodity's month, so that absent is no zero. */
    public boolean hides(Series series, YearMonth month) {
        return residuals.stream()
                .anyMatch(some -> some.reporter().equals(series.tradeFlow().reporter())
                        && some.flow() == series.tradeFlow().flow()
                        && some.month().equals(month)
                        && some.mayHold(series.commodity()));
    }
}
