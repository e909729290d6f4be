package dev.customsfeed.sources.layout;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.sources.codes.Code;
import org.jspecify.annotations.NullUnmarked;

/**
 * A row of a customs file as a layout read it. One object stands for all rows in turn, since files have millions: it is valid until
 * the next row is read. Codes are {@linkplain Code numbers}.
 */
@NullUnmarked // Filled again for each row, without an object: what is not known is null inside, and asked for by
// has...() first.
public final class Row {

    /** Stands for a weight or an amount that the row does not have. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Bits of what a total is the sum over; a dimension of the layout has {@link #overDimension}. */
    public static final int OVER_PARTNERS = 1;

    /** See {@link #OVER_PARTNERS}. */
    public static final int OVER_COMMODITIES = 2;

    /** See {@link #OVER_PARTNERS}. */
    public static final int OVER_MONTHS = 1 << 29;

    private final long[] dimensions;
    private long line;
    private RowKind kind;
    private String reason;
    private int totalOver;
    private long reporter;
    private Flow flow;
    private int month;
    private long commodity;
    private long partner;
    private long valueThousandths;
    private long netWeightGrams;
    private long netWeightNanograms;
    private boolean netWeightEstimated;
    private UnknownWeight.Reason unknownWeight;
    private String unknownWeightUnit;
    private Valuation valuation;
    private long quantityThousandths;
    private String unit;
    private long supplementaryThousandths;
    private String supplementaryUnit;
    private String residualPrefix;
    private long distinction;

    /** @param dimensions how many the layout has */
    public Row(int dimensions) {
        this.dimensions = new long[dimensions];
    }

    /** The bit that says that a total is the sum over dimension {@code i} of the layout. */
    public static int overDimension(int i) {
        return 4 << i;
    }

    /**
     * Begins a row of which nothing is known: it counts, has no dimension, no weight and no quantity.
     *
     * @param startLine line of the file from 1, or element of a JSON array from 1
     */
    public Row begin(long startLine) {
        line = startLine;
        kind = RowKind.COUNTED;
        reason = "";
        totalOver = 0;
        netWeightGrams = UNKNOWN;
        netWeightNanograms = 0;
        netWeightEstimated = false;
        unknownWeight = UnknownWeight.Reason.NOT_GIVEN;
        unknownWeightUnit = "";
        valuation = null;
        quantityThousandths = UNKNOWN;
        unit = "";
        supplementaryThousandths = UNKNOWN;
        supplementaryUnit = "";
        residualPrefix = null;
        distinction = 0;
        java.util.Arrays.fill(dimensions, Code.NONE);
        return this;
    }

    /** Says that the row is wrong; the problems tell how. */
    public void wrong() {
        kind = RowKind.WRONG;
    }

    /** Says that the row is the sum over partners, commodities or dimensions: an or of the {@code OVER} bits. */
    public void total(int over) {
        kind = RowKind.TOTAL;
        totalOver = over;
    }

    /**
     * Says that the row is a part of what the counted row of the same reporter, flow, month, commodity and partner says.
     *
     * @param why in a few words and the same text each time, e.g. {@code "mode of transport"}
     */
    public void breakDown(String why) {
        kind = RowKind.BREAK_DOWN;
        reason = why;
    }

    /** Says that the row is not taken, and why, in a few words and the same text each time. */
    public void passOver(String why) {
        kind = RowKind.PASSED_OVER;
        reason = why;
    }

    /** Says that the row's commodity is a residual: secret trade under {@code prefix}, the digits that are not secret. */
    public void residual(String prefix) {
        residualPrefix = prefix;
    }

    /**
     * Tells the row apart from one that is the same in all else by what no record keeps, such as its place in other
     * classifications: a number that is the same only where they are.
     */
    public Row distinction(long number) {
        distinction = number;
        return this;
    }

    /** @param code of the country that reports, of two letters */
    public Row reporter(long code) {
        reporter = code;
        return this;
    }

    /** @param of what the row is about, as the reporter sees it */
    public Row flow(Flow of) {
        flow = of;
        return this;
    }

    /** @param number see {@link dev.customsfeed.sources.key.Months} */
    public Row month(int number) {
        month = number;
        return this;
    }

    /** @param code digits of the commodity, as many as the file has; {@link Code#NONE} of a total over commodities */
    public Row commodity(long code) {
        commodity = code;
        return this;
    }

    /** @param code {@link Code#NONE} where the file does not tell partners */
    public Row partner(long code) {
        partner = code;
        return this;
    }

    /** @param thousandths of the file's currency */
    public Row value(long thousandths) {
        valueThousandths = thousandths;
        return this;
    }

    /** @param of what the value includes */
    public Row valuation(Valuation of) {
        valuation = of;
        return this;
    }

    /**
     * @param grams {@link #UNKNOWN} where there is none
     * @param estimated whether the source says that it estimated it
     */
    public Row netWeight(long grams, boolean estimated) {
        netWeightGrams = grams;
        netWeightEstimated = estimated;
        return this;
    }

    /**
     * What a net weight has beyond whole grams: carats are a fifth of a gram each, and are rounded once they are summed.
     *
     * @param nanograms less than a gram
     */
    public Row netWeightRemainder(long nanograms) {
        netWeightNanograms = nanograms;
        return this;
    }

    /**
     * Says why the row has no net weight; where it is not said, it is not given.
     *
     * @param ofUnit the office's own word for the unit, the same text object for the same unit if possible; empty text where it is
     *     not the unit that is the reason
     */
    public Row netWeightUnknown(UnknownWeight.Reason why, String ofUnit) {
        netWeightGrams = UNKNOWN;
        unknownWeight = why;
        unknownWeightUnit = ofUnit;
        return this;
    }

    /** @param of the office's own word for the unit, the same text object for the same unit if possible */
    public Row quantity(long thousandths, String of) {
        quantityThousandths = thousandths;
        unit = of;
        return this;
    }

    /** @param of the office's own word for the unit */
    public Row supplementaryQuantity(long thousandths, String of) {
        supplementaryThousandths = thousandths;
        supplementaryUnit = of;
        return this;
    }

    /** @param code {@link Code#NONE} where the row has none */
    public Row dimension(int i, long code) {
        dimensions[i] = code;
        return this;
    }

    /** The line of the file, or the element of a JSON array, that it begins at, from 1. */
    public long line() {
        return line;
    }

    /** What becomes of it. */
    public RowKind kind() {
        return kind;
    }

    /** Why a break-down or a row that is passed over is not taken; empty text else. */
    public String reason() {
        return reason;
    }

    /** What a total is the sum over: an or of the {@code OVER} bits; 0 where it is none. */
    public int totalOver() {
        return totalOver;
    }

    /** The code of the reporter. */
    public long reporter() {
        return reporter;
    }

    /** The flow. */
    public Flow flow() {
        return flow;
    }

    /** The number of the month, see {@link dev.customsfeed.sources.key.Months}. */
    public int month() {
        return month;
    }

    /** The code of the commodity. */
    public long commodity() {
        return commodity;
    }

    /** The code of the partner; {@link Code#NONE} where the file does not tell partners. */
    public long partner() {
        return partner;
    }

    /** The value in thousandths of the file's currency. */
    public long valueThousandths() {
        return valueThousandths;
    }

    /** Whole grams, or {@link #UNKNOWN}. */
    public long netWeightGrams() {
        return netWeightGrams;
    }

    /** What the net weight has beyond whole grams. */
    public long netWeightNanograms() {
        return netWeightNanograms;
    }

    /** Why it has no net weight. */
    public UnknownWeight.Reason unknownWeight() {
        return unknownWeight;
    }

    /** The unit for which it has none; empty text where it is not the unit that is the reason. */
    public String unknownWeightUnit() {
        return unknownWeightUnit;
    }

    /** Whether the source says that it estimated the net weight. */
    public boolean netWeightEstimated() {
        return netWeightEstimated;
    }

    /** Whether it is known what the value includes. */
    public boolean hasValuation() {
        return valuation != null;
    }

    /** What the value includes; only where {@link #hasValuation it is known}. */
    public Valuation valuation() {
        return valuation;
    }

    /** Thousandths of {@link #unit}, or {@link #UNKNOWN}. */
    public long quantityThousandths() {
        return quantityThousandths;
    }

    /** The office's own word for the unit of the quantity; empty text where there is none. */
    public String unit() {
        return unit;
    }

    /** Thousandths of {@link #supplementaryUnit}, or {@link #UNKNOWN}. */
    public long supplementaryThousandths() {
        return supplementaryThousandths;
    }

    /** The office's own word for the unit of the supplementary quantity; empty text where there is none. */
    public String supplementaryUnit() {
        return supplementaryUnit;
    }

    /** See {@link #distinction(long)}; 0 where nothing else tells rows apart. */
    public long distinction() {
        return distinction;
    }

    /** The code in dimension {@code i} of the layout; {@link Code#NONE} where the row has none. */
    public long dimension(int i) {
        return dimensions[i];
    }

    /** Whether the commodity is a residual. */
    public boolean isResidual() {
        return residualPrefix != null;
    }

    /** The digits of a residual that are not secret. */
    public String residualPrefix() {
        return residualPrefix;
    }
}
