package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.WeightReason;
import java.time.YearMonth;
import java.util.NavigableSet;
import java.util.SortedSet;

/**
 * Something that readers of a report must know: why a figure is not known, or what stands behind it.
 *
 * @param code what kind of thing, for programs
 * @param subject the field that it is about, as a path from where the note stands, e.g. {@code month.momPct}
 * @param detail what there is to say of it, which each language puts into a sentence
 */
public record Note(Code code, String subject, NoteDetail detail) {

    /** Goes before the subjects of notes on the total of all products. */
    public static final String TOTAL = "total.";

    /** The months that it is about; empty where it is not about single months. */
    public NavigableSet<YearMonth> months() {
        return detail.months();
    }

    /** Why a net weight is not known; empty in notes on other things, and where nobody knows. */
    public SortedSet<WeightReason> weightReasons() {
        return detail.weightReasons();
    }

    /** Whether it is about the total of all products. */
    public boolean isOfTotal() {
        return subject.startsWith(TOTAL);
    }

    /** The kinds of notes. */
    public enum Code {
        /** No file has a month that the figure needs. */
        MONTH_MISSING("month-missing"),
        /** Files have the month, but neither list the commodity nor declare that they were asked for it. */
        ABSENCE_UNDECLARED("absence-undeclared"),
        /** A month that the figure is held against is missing. */
        BASE_MISSING("base-missing"),
        /** What the figure is held against is zero. */
        BASE_ZERO("base-zero"),
        /** The net weight of rows is not known. */
        NET_WEIGHT_MISSING("net-weight-missing"),
        /** The net weight is zero: there is no unit value and no share. */
        NET_WEIGHT_ZERO("net-weight-zero"),
        /** A partner code that the code list does not have. */
        UNKNOWN_PARTNER("unknown-partner"),
        /** Partners that nobody named are left out. */
        UNSPECIFIED_PARTNER("unspecified-partner"),
        /** Partners that are kept secret are left out. */
        CONFIDENTIAL_PARTNER("confidential-partner"),
        /** Stores of ships and aircraft and free zones are left out. */
        STORES_PARTNER("stores-partner"),
        /** Files do not tell partners. */
        PARTNERS_MISSING("partners-missing"),
        /** The figures are those of a part of the trade. */
        SCOPE_PARTIAL("scope-partial"),
        /** Months or products are of different scopes: they cannot be added up or held against each other. */
        SCOPE_DIFFERS("scope-differs"),
        /** Members of the group have not reported the month. */
        REPORTERS_MISSING("reporters-missing"),
        /** The source estimated a part of the net weight. */
        WEIGHT_ESTIMATED("weight-estimated"),
        /** The source made up quantities from values: there is no unit value. */
        QUANTITY_IMPUTED("quantity-imputed"),
        /** What the values include. */
        VALUATION("valuation"),
        /** Another file said otherwise of the month before, or it had been withdrawn and came again. */
        REVISED("revised"),
        /** The file that said otherwise of the month was deleted, or overwritten by one without it. */
        WITHDRAWN("withdrawn"),
        /** The file that counts looks like a part of the month, which its key does not declare. */
        SUSPECTED_PART("suspected-part"),
        /** The newest file of the month lacks weights or partners that were known before. */
        FIGURES_LOST("figures-lost"),
        /** The file that counts may not be what its key says, or not what its neighbours are. */
        SUSPECTED_MISTAKE("suspected-mistake"),
        /** An upload was rejected and does not count. */
        UPLOAD_REJECTED("upload-rejected"),
        /** No file has the price that the unit value is to be held against. */
        PRICE_MISSING("price-missing"),
        /** No file has the exchange rate between the price's currency and the feed's. */
        RATE_MISSING("rate-missing"),
        /** There are too few quotations in the month for a mean. */
        QUOTATIONS_TOO_FEW("quotations-too-few"),
        /** The unit value cannot be held against the price. */
        PRICE_NOT_COMPARABLE("price-not-comparable"),
        /** The months that the outlook is the mean of lie around an event. */
        EVENT_IN_BASIS("event-in-basis"),
        /** The figures are made of samples. */
        SAMPLE("sample");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        /** The name in reports, e.g. {@code month-missing}. */
        public String id() {
            return id;
        }
    }
}
