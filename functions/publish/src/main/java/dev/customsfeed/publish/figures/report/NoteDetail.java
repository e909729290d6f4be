package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.revision.Revision;
import dev.customsfeed.publish.figures.revision.Suspicion;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.sources.codes.PartnerList.Kind;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a note says, without the words: each language has a sentence for each kind. */
public sealed interface NoteDetail {

    /** The months that it is about, for articles: which are missing, or were revised; empty where it is not about single months. */
    default NavigableSet<YearMonth> months() {
        return Collections.emptyNavigableSet();
    }

    /** Why a net weight is not known, for articles; empty in notes on other things, and where nobody knows. */
    default SortedSet<WeightReason> weightReasons() {
        return Collections.emptySortedSet();
    }

    /** No file has {@code month}. */
    record CommodityMissing(String commodity, YearMonth month) implements NoteDetail {}

    /**
     * Files of {@code month} neither list the commodity nor declare that they were asked for it.
     *
     * @param reporters who reported the month, in the feed of a group; empty in others
     */
    record AbsenceUndeclared(String commodity, YearMonth month, SortedSet<String> reporters) implements NoteDetail {}

    /** Months that the figure needs are missing. */
    record MonthsMissing(NavigableSet<YearMonth> months) implements NoteDetail {}

    /** Months that half-years or quarters need are missing; some of them may be known. */
    record CyclesMissing(NavigableSet<YearMonth> months) implements NoteDetail {}

    /** Months that the figure needs are of another scope. */
    record MonthsOfOtherScope(NavigableSet<YearMonth> months) implements NoteDetail {}

    /** Months that half-years or quarters need are of another scope; some of them may be known. */
    record CyclesOfOtherScope(NavigableSet<YearMonth> months) implements NoteDetail {}

    /** The parts of a total, or of a product of several commodities, are of different scopes and cannot be added up. */
    record ScopesDiffer() implements NoteDetail {}

    /** Trade within the group cannot be told apart. */
    record GroupWithoutPartners() implements NoteDetail {}

    /** The figures of {@code month} are those of a part of the flow. */
    record ScopePartial(Scope.PartOf part, TradeFlow flow, PartnerCodes codes, YearMonth month) implements NoteDetail {}

    /** Members of the group have not reported {@code month}; {@code reported} others have. */
    record ReportersMissing(SortedSet<String> missing, int reported, YearMonth month) implements NoteDetail {}

    /** The source estimated {@code percent} of the net weight. */
    record WeightEstimated(BigDecimal percent) implements NoteDetail {}

    /** What the values include. */
    record ValuesInclude(SortedSet<Valuation> valuations) implements NoteDetail {}

    /** Files of these months do not tell partners. */
    record PartnersMissing(NavigableSet<YearMonth> months) implements NoteDetail {}

    /** There is no concentration, since files do not tell partners. */
    record ConcentrationUnknown() implements NoteDetail {}

    /** The total is not known, since these products are not. */
    record ProductsUnknown(List<Product> products) implements NoteDetail {}

    /** There is no share, since the total is not known. */
    record TotalUnknown() implements NoteDetail {}

    /** The net weight that a change is held against is zero. */
    record BaseZero(Base base) implements NoteDetail {}

    /** The value that a change is held against is zero. */
    record ValueBaseZero(Base base) implements NoteDetail {}

    /** The net weight that changes of partners are held against is zero. */
    record PartnersBaseZero(List<Partner> partners, Base base) implements NoteDetail {}

    /** The net weight that changes of regions are held against is zero; {@code regions} are ids. */
    record RegionsBaseZero(List<String> regions, Base base) implements NoteDetail {}

    /** The net weight of half-years or quarters that changes are held against is zero. */
    record CyclesOnZero(Cycle cycle, List<Span> bases) implements NoteDetail {}

    /** The net weight of the peak or trough is zero. */
    record ExtremeZero(YearMonth extreme) implements NoteDetail {}

    /** Net weights of rows are not known, and why. */
    record NetWeightMissing(SortedSet<WeightReason> weightReasons) implements NoteDetail {}

    /** Net weights of rows of partners are not known, and why. */
    record PartnersWeightless(List<Partner> partners, SortedSet<WeightReason> weightReasons) implements NoteDetail {}

    /** Net weights of rows of half-years or quarters are not known, and why. */
    record CyclesWeightless(Cycle cycle, List<Span> spans, SortedSet<WeightReason> weightReasons)
            implements NoteDetail {}

    /** The net weight of {@code month} is zero. */
    record NetWeightZero(YearMonth month) implements NoteDetail {}

    /** The net weight of half-years or quarters is zero. */
    record CyclesOfZero(Cycle cycle, List<Span> spans) implements NoteDetail {}

    /** No code list names these partners. */
    record UnknownPartners(List<Partner> partners) implements NoteDetail {}

    /** The concentration leaves out partners of this kind. */
    record PartnersLeftOut(Kind kind, List<Partner> partners) implements NoteDetail {}

    /** A commodity of the month was revised. */
    record Revised(Revision revision, String currency) implements NoteDetail {}

    /** Earlier months of the year were revised. */
    record RevisedBefore(NavigableSet<YearMonth> months) implements NoteDetail {}

    /** A file looks like a part of the month, or lost something that was known before. */
    record Suspected(Suspicion suspicion, String currency, PartnerCodes codes) implements NoteDetail {}

    /** The upload of {@code key} was rejected; {@code another} version before it may go on counting. */
    record UploadRejected(String key, String reason, boolean another) implements NoteDetail {}

    /** The figures are made of samples. */
    record Sample() implements NoteDetail {}

    /**
     * What a change is held against.
     *
     * @param span when
     * @param traded whether there was trade, of no weight or value
     */
    record Base(Span span, boolean traded) {

        /** The months of the span. */
        public NavigableSet<YearMonth> months() {
            return new TreeSet<>(span.months());
        }
    }
}
