package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.report.Note.Code;
import java.time.YearMonth;
import java.util.Optional;

/** Notes why a unit value is not held against the price that the definition names. */
final class PriceNotes {

    private static final String SUBJECT = "price";

    private PriceNotes() {}

    /** The first thing that lacks, of the price, the rate and the unit value; empty where nothing does. */
    static Optional<Note> of(PriceReport report, String currency, YearMonth period) {
        String id = report.reference().id();
        if (report.average().reason().isPresent()) {
            return Optional.of(
                    report.average().reason().get() instanceof Reason.TooShort few
                            ? new Note(
                                    Code.QUOTATIONS_TOO_FEW,
                                    SUBJECT,
                                    new NoteDetail.FewQuotations("id=" + id, few.needed(), few.there(), period))
                            : new Note(Code.PRICE_MISSING, SUBJECT, new NoteDetail.PriceMissing(id, period)));
        }
        String pair = currency + report.quoted().orElseThrow().currency();
        if (report.rate().reason().isPresent()) {
            return Optional.of(
                    report.rate().reason().get() instanceof Reason.TooShort few
                            ? new Note(
                                    Code.QUOTATIONS_TOO_FEW,
                                    SUBJECT,
                                    new NoteDetail.FewQuotations("pair=" + pair, few.needed(), few.there(), period))
                            : new Note(Code.RATE_MISSING, SUBJECT, new NoteDetail.RateMissing(pair, period)));
        }
        return report.gap()
                .reason()
                .flatMap(PriceNotes::cause)
                .map(cause -> new Note(
                        Code.PRICE_NOT_COMPARABLE, SUBJECT, new NoteDetail.PriceNotComparable(cause, id, period)));
    }

    /** Empty where the month itself is not known, of which there are notes already. */
    private static Optional<NoteDetail.PriceNotComparable.Cause> cause(Reason reason) {
        if (reason instanceof Reason.WithoutWeight) {
            return Optional.of(NoteDetail.PriceNotComparable.Cause.WITHOUT_WEIGHT);
        }
        if (reason instanceof Reason.QuantityImputed) {
            return Optional.of(NoteDetail.PriceNotComparable.Cause.QUANTITY_IMPUTED);
        }
        return reason instanceof Reason.OtherMagnitude
                ? Optional.of(NoteDetail.PriceNotComparable.Cause.OTHER_MAGNITUDE)
                : Optional.empty();
    }
}
