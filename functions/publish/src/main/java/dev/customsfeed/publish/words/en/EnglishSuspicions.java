package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.SuspectedPart;
import dev.customsfeed.ledger.SuspectedPart.CodesGone;
import dev.customsfeed.ledger.SuspectedPart.FewPartners;
import dev.customsfeed.ledger.SuspectedPart.Likely;
import dev.customsfeed.ledger.SuspectedPart.OtherKind;
import dev.customsfeed.ledger.SuspectedPart.PartnersLost;
import dev.customsfeed.ledger.SuspectedPart.SameAsMonth;
import dev.customsfeed.ledger.SuspectedPart.SameParts;
import dev.customsfeed.ledger.SuspectedPart.Sign;
import dev.customsfeed.ledger.SuspectedPart.SinceJanuary;
import dev.customsfeed.ledger.SuspectedPart.UnitValueMoved;
import dev.customsfeed.ledger.SuspectedPart.UploadedTogether;
import dev.customsfeed.ledger.SuspectedPart.WeightLost;
import dev.customsfeed.publish.figures.report.NoteDetail.Suspected;
import dev.customsfeed.publish.figures.revision.Suspicion;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What a note says in English of a file that looks like a part of its month, or like another file: what was noticed, and what to do about it. */
final class EnglishSuspicions {

    private EnglishSuspicions() {}

    static String of(Suspected suspected) {
        Suspicion suspicion = suspected.suspicion();
        SuspectedPart part = suspicion.part();
        String key = part.file().object().key();
        return suspicion.commodity()
                + suspicion
                        .reporter()
                        .map(reporter -> " of " + English.reporter(reporter))
                        .orElse("")
                + ", " + key + ": " + String.join("; ", clauses(part, suspected.currency(), suspected.codes())) + ". "
                + String.join(" ", advice(part));
    }

    private static List<String> advice(SuspectedPart part) {
        List<String> advice = new ArrayList<>();
        if (part.suggestsPart()) {
            advice.add("If the file holds a part of the month, say so in its key"
                    + part.declaration().map(text -> ": " + text + "/.").orElse("."));
        }
        if (part.suggests(Likely.MISTAKE)) {
            advice.add("If the file is not what its key says, correct the key or upload the right file.");
        }
        if (advice.isEmpty()) {
            advice.add("Upload a file that has them if this was not intended.");
        }
        return advice;
    }

    private static List<String> clauses(SuspectedPart part, String currency, PartnerCodes codes) {
        List<String> clauses = new ArrayList<>();
        Amount now = Amount.of(Optional.of(part.file().totals()));
        part.replaced()
                .map(was -> Amount.of(Optional.of(was.totals())))
                .ifPresent(was -> clauses.add(
                        EnglishNotes.amount(was, currency) + " was replaced by " + EnglishNotes.amount(now, currency)));
        for (Sign sign : part.signs()) {
            if (sign instanceof CodesGone gone) {
                clauses.add(gone.gone().size() + " of " + gone.before() + " " + English.codes(gone.dimension())
                        + (gone.gone().size() == 1 ? " is" : " are") + " gone ("
                        + English.named(gone.dimension(), gone.gone(), codes) + ")");
            } else if (sign instanceof WeightLost) {
                clauses.add("the net weight was known until then and is not any more");
            } else if (sign instanceof PartnersLost lost) {
                clauses.add("the file does not tell partners, of which " + lost.before()
                        + (lost.before() == 1 ? " was" : " were") + " known until then");
            } else if (sign instanceof UploadedTogether together) {
                clauses.add("it was uploaded within ten minutes of " + English.listed(keys(together)) + ", which "
                        + (together.others().size() == 1 ? "has" : "have") + " the month too and other partners");
            } else if (sign instanceof FewPartners few) {
                clauses.add("it has " + few.partners() + (few.partners() == 1 ? " partner" : " partners")
                        + " where the months around it have " + few.median() + " (median)");
            } else {
                mistake(sign, codes).ifPresent(clauses::add);
            }
        }
        return clauses;
    }

    /** What is said, by a note as by an article, of a sign that the file is not what its key says; empty for other signs. */
    static Optional<String> mistake(Sign sign, PartnerCodes codes) {
        if (sign instanceof SinceJanuary since) {
            return Optional.of("it has as much as " + English.month(since.first())
                    + " and the months after it together, or more: it may be the sum since January");
        }
        if (sign instanceof SameAsMonth same) {
            return Optional.of("its figures are those of " + English.month(same.other()) + " to the last digit");
        }
        if (sign instanceof SameParts same) {
            return Optional.of("different files have the same figures for "
                    + English.named(
                            same.parts().first().dimension().id(),
                            same.parts().stream().map(Part::value).toList(),
                            codes)
                    + ", and they are added up");
        }
        if (sign instanceof OtherKind kind) {
            return Optional.of("its figures are of " + kind(kind.dimension(), kind.now(), codes) + ", those of "
                    + English.month(kind.other()) + " of " + kind(kind.dimension(), kind.before(), codes)
                    + ", and changes between them are none of trade");
        }
        if (sign instanceof UnitValueMoved moved) {
            return Optional.of(
                    "a kilogram is worth " + (moved.higher() ? "five times as much or more" : "a fifth or less")
                            + ", so that quantities or values may be in another unit");
        }
        return Optional.empty();
    }

    private static String kind(String dimension, SortedSet<String> values, PartnerCodes codes) {
        return values.isEmpty() ? "any " + dimension : dimension + " " + English.named(dimension, values, codes);
    }

    private static List<String> keys(UploadedTogether together) {
        return together.others().stream().map(other -> other.object().key()).toList();
    }
}
