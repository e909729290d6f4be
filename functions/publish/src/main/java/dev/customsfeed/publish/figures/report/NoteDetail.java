package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.PolicyEvent;
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

    /** What {@code visitor} makes of it. */
    <R> R accept(Note note, Visitor<R> visitor);

    /**
     * Something for each kind of detail, so that a new kind does not compile until everybody has it.
     *
     * @param <R> what is made of it
     */
    interface Visitor<R> {

        /** See {@link CommodityMissing}. */
        R commodityMissing(Note note, CommodityMissing detail);

        /** See {@link AbsenceUndeclared}. */
        R absenceUndeclared(Note note, AbsenceUndeclared detail);

        /** See {@link MonthsMissing}. */
        R monthsMissing(Note note, MonthsMissing detail);

        /** See {@link CyclesMissing}. */
        R cyclesMissing(Note note, CyclesMissing detail);

        /** See {@link MonthsOfOtherScope}. */
        R monthsOfOtherScope(Note note, MonthsOfOtherScope detail);

        /** See {@link CyclesOfOtherScope}. */
        R cyclesOfOtherScope(Note note, CyclesOfOtherScope detail);

        /** See {@link ScopesDiffer}. */
        R scopesDiffer(Note note, ScopesDiffer detail);

        /** See {@link GroupWithoutPartners}. */
        R groupWithoutPartners(Note note, GroupWithoutPartners detail);

        /** See {@link ScopePartial}. */
        R scopePartial(Note note, ScopePartial detail);

        /** See {@link ReportersMissing}. */
        R reportersMissing(Note note, ReportersMissing detail);

        /** See {@link WeightEstimated}. */
        R weightEstimated(Note note, WeightEstimated detail);

        /** See {@link ValuesInclude}. */
        R valuesInclude(Note note, ValuesInclude detail);

        /** See {@link PartnersMissing}. */
        R partnersMissing(Note note, PartnersMissing detail);

        /** See {@link ConcentrationUnknown}. */
        R concentrationUnknown(Note note, ConcentrationUnknown detail);

        /** See {@link ProductsUnknown}. */
        R productsUnknown(Note note, ProductsUnknown detail);

        /** See {@link TotalUnknown}. */
        R totalUnknown(Note note, TotalUnknown detail);

        /** See {@link BaseZero}. */
        R baseZero(Note note, BaseZero detail);

        /** See {@link ValueBaseZero}. */
        R valueBaseZero(Note note, ValueBaseZero detail);

        /** See {@link PartnersBaseZero}. */
        R partnersBaseZero(Note note, PartnersBaseZero detail);

        /** See {@link RegionsBaseZero}. */
        R regionsBaseZero(Note note, RegionsBaseZero detail);

        /** See {@link CyclesOnZero}. */
        R cyclesOnZero(Note note, CyclesOnZero detail);

        /** See {@link ExtremeZero}. */
        R extremeZero(Note note, ExtremeZero detail);

        /** See {@link NetWeightMissing}. */
        R netWeightMissing(Note note, NetWeightMissing detail);

        /** See {@link PartnersWeightless}. */
        R partnersWeightless(Note note, PartnersWeightless detail);

        /** See {@link CyclesWeightless}. */
        R cyclesWeightless(Note note, CyclesWeightless detail);

        /** See {@link NetWeightZero}. */
        R netWeightZero(Note note, NetWeightZero detail);

        /** See {@link CyclesOfZero}. */
        R cyclesOfZero(Note note, CyclesOfZero detail);

        /** See {@link QuantityImputed}. */
        R quantityImputed(Note note, QuantityImputed detail);

        /** See {@link UnknownPartners}. */
        R unknownPartners(Note note, UnknownPartners detail);

        /** See {@link PartnersLeftOut}. */
        R partnersLeftOut(Note note, PartnersLeftOut detail);

        /** See {@link Revised}. */
        R revised(Note note, Revised detail);

        /** See {@link RevisedBefore}. */
        R revisedBefore(Note note, RevisedBefore detail);

        /** See {@link Suspected}. */
        R suspected(Note note, Suspected detail);

        /** See {@link UploadRejected}. */
        R uploadRejected(Note note, UploadRejected detail);

        /** See {@link PriceMissing}. */
        R priceMissing(Note note, PriceMissing detail);

        /** See {@link RateMissing}. */
        R rateMissing(Note note, RateMissing detail);

        /** See {@link FewQuotations}. */
        R fewQuotations(Note note, FewQuotations detail);

        /** See {@link PriceNotComparable}. */
        R priceNotComparable(Note note, PriceNotComparable detail);

        /** See {@link EventInBasis}. */
        R eventInBasis(Note note, EventInBasis detail);

        /** See {@link Sample}. */
        R sample(Note note, Sample detail);
    }

    /** No file has {@code month}. */
    record CommodityMissing(String commodity, YearMonth month) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.commodityMissing(note, this);
        }
    }

    /**
     * Files of {@code month} neither list the commodity nor declare that they were asked for it.
     *
     * @param reporters who reported the month, in the feed of a group; empty in others
     */
    record AbsenceUndeclared(String commodity, YearMonth month, SortedSet<String> reporters) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.absenceUndeclared(note, this);
        }
    }

    /** Months that the figure needs are missing. */
    record MonthsMissing(NavigableSet<YearMonth> months) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.monthsMissing(note, this);
        }
    }

    /** Months that half-years or quarters need are missing; some of them may be known. */
    record CyclesMissing(NavigableSet<YearMonth> months) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.cyclesMissing(note, this);
        }
    }

    /** Months that the figure needs are of another scope. */
    record MonthsOfOtherScope(NavigableSet<YearMonth> months) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.monthsOfOtherScope(note, this);
        }
    }

    /** Months that half-years or quarters need are of another scope; some of them may be known. */
    record CyclesOfOtherScope(NavigableSet<YearMonth> months) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.cyclesOfOtherScope(note, this);
        }
    }

    /** The parts of a total, or of a product of several commodities, are of different scopes and cannot be added up. */
    record ScopesDiffer() implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.scopesDiffer(note, this);
        }
    }

    /** Trade within the group cannot be told apart. */
    record GroupWithoutPartners() implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.groupWithoutPartners(note, this);
        }
    }

    /** The figures of {@code month} are those of a part of the flow. */
    record ScopePartial(Scope.PartOf part, TradeFlow flow, PartnerCodes codes, YearMonth month) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.scopePartial(note, this);
        }
    }

    /** Members of the group have not reported {@code month}; {@code reported} others have. */
    record ReportersMissing(SortedSet<String> missing, int reported, YearMonth month) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.reportersMissing(note, this);
        }
    }

    /** The source estimated {@code percent} of the net weight. */
    record WeightEstimated(BigDecimal percent) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.weightEstimated(note, this);
        }
    }

    /** What the values include. */
    record ValuesInclude(SortedSet<Valuation> valuations) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.valuesInclude(note, this);
        }
    }

    /** Files of these months do not tell partners. */
    record PartnersMissing(NavigableSet<YearMonth> months) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.partnersMissing(note, this);
        }
    }

    /** There is no concentration, since files do not tell partners. */
    record ConcentrationUnknown() implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.concentrationUnknown(note, this);
        }
    }

    /** The total is not known, since these products are not. */
    record ProductsUnknown(List<Product> products) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.productsUnknown(note, this);
        }
    }

    /** There is no share, since the total is not known. */
    record TotalUnknown() implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.totalUnknown(note, this);
        }
    }

    /** The net weight that a change is held against is zero. */
    record BaseZero(Base base) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.baseZero(note, this);
        }
    }

    /** The value that a change is held against is zero. */
    record ValueBaseZero(Base base) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.valueBaseZero(note, this);
        }
    }

    /** The net weight that changes of partners are held against is zero. */
    record PartnersBaseZero(List<Partner> partners, Base base) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.partnersBaseZero(note, this);
        }
    }

    /** The net weight that changes of regions are held against is zero; {@code regions} are ids. */
    record RegionsBaseZero(List<String> regions, Base base) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.regionsBaseZero(note, this);
        }
    }

    /** The net weight of half-years or quarters that changes are held against is zero. */
    record CyclesOnZero(Cycle cycle, List<Span> bases) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.cyclesOnZero(note, this);
        }
    }

    /** The net weight of the peak or trough is zero. */
    record ExtremeZero(YearMonth extreme) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.extremeZero(note, this);
        }
    }

    /** Net weights of rows are not known, and why. */
    record NetWeightMissing(SortedSet<WeightReason> weightReasons) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.netWeightMissing(note, this);
        }
    }

    /** Net weights of rows of partners are not known, and why. */
    record PartnersWeightless(List<Partner> partners, SortedSet<WeightReason> weightReasons) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.partnersWeightless(note, this);
        }
    }

    /** Net weights of rows of half-years or quarters are not known, and why. */
    record CyclesWeightless(Cycle cycle, List<Span> spans, SortedSet<WeightReason> weightReasons)
            implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.cyclesWeightless(note, this);
        }
    }

    /** The net weight of {@code month} is zero. */
    record NetWeightZero(YearMonth month) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.netWeightZero(note, this);
        }
    }

    /** The net weight of half-years or quarters is zero. */
    record CyclesOfZero(Cycle cycle, List<Span> spans) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.cyclesOfZero(note, this);
        }
    }

    /** The source made up quantities of {@code months}. */
    record QuantityImputed(NavigableSet<YearMonth> months) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.quantityImputed(note, this);
        }
    }

    /** No code list names these partners. */
    record UnknownPartners(List<Partner> partners) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.unknownPartners(note, this);
        }
    }

    /** The concentration leaves out partners of this kind. */
    record PartnersLeftOut(Kind kind, List<Partner> partners) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.partnersLeftOut(note, this);
        }
    }

    /** A commodity of the month was revised. */
    record Revised(Revision revision, String currency) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.revised(note, this);
        }
    }

    /** Earlier months of the year were revised. */
    record RevisedBefore(NavigableSet<YearMonth> months) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.revisedBefore(note, this);
        }
    }

    /** A file looks like a part of the month, or lost something that was known before. */
    record Suspected(Suspicion suspicion, String currency, PartnerCodes codes) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.suspected(note, this);
        }
    }

    /** The upload of {@code key} was rejected; {@code another} version before it may go on counting. */
    record UploadRejected(String key, String reason, boolean another) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.uploadRejected(note, this);
        }
    }

    /** No file has the price {@code id} in {@code month}. */
    record PriceMissing(String id, YearMonth month) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.priceMissing(note, this);
        }
    }

    /** No file has the rate of {@code pair}, the feed's currency first, in {@code month}. */
    record RateMissing(String pair, YearMonth month) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.rateMissing(note, this);
        }
    }

    /**
     * There are too few quotations in {@code month}.
     *
     * @param declaration what the path of the files declares, e.g. {@code id=mg-ingot}
     * @param needed how many it takes, as often as it is quoted
     * @param there how many there are
     */
    record FewQuotations(String declaration, int needed, int there, YearMonth month) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.fewQuotations(note, this);
        }
    }

    /** The unit value of {@code month} cannot be held against the price {@code id}. */
    record PriceNotComparable(Cause cause, String id, YearMonth month) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.priceNotComparable(note, this);
        }

        /** Why. */
        public enum Cause {
            /** It has no net weight, or no value. */
            WITHOUT_WEIGHT,
            /** The source made quantities up. */
            QUANTITY_IMPUTED,
            /** One is ten times the other or more. */
            OTHER_MAGNITUDE
        }
    }

    /** The months that the outlook is the mean of lie around {@code event}. */
    record EventInBasis(PolicyEvent event) implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.eventInBasis(note, this);
        }
    }

    /** The figures are made of samples. */
    record Sample() implements NoteDetail {
        @Override
        public <R> R accept(Note note, Visitor<R> visitor) {
            return visitor.sample(note, this);
        }
    }

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
