package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.SuspectMonth;
import dev.customsfeed.ledger.SuspectMonth.CodesGone;
import dev.customsfeed.ledger.SuspectMonth.FewPartners;
import dev.customsfeed.ledger.SuspectMonth.Likely;
import dev.customsfeed.ledger.SuspectMonth.NamedOtherwise;
import dev.customsfeed.ledger.SuspectMonth.OtherKind;
import dev.customsfeed.ledger.SuspectMonth.PartnersLost;
import dev.customsfeed.ledger.SuspectMonth.SameAsMonth;
import dev.customsfeed.ledger.SuspectMonth.SameParts;
import dev.customsfeed.ledger.SuspectMonth.Sign;
import dev.customsfeed.ledger.SuspectMonth.SinceJanuary;
import dev.customsfeed.ledger.SuspectMonth.UnitValueFar;
import dev.customsfeed.ledger.SuspectMonth.UnitValueMoved;
import dev.customsfeed.ledger.SuspectMonth.UploadedTogether;
import dev.customsfeed.ledger.SuspectMonth.WeightLost;
import dev.customsfeed.ledger.SuspectMonth.WithJanuary;
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
        SuspectMonth suspect = suspicion.suspect();
        String key = suspect.file().object().key();
        return suspicion.commodity()
                + suspicion
                        .reporter()
                        .map(reporter -> " of " + English.reporter(reporter))
                        .orElse("")
                + ", " + key + ": " + String.join("; ", clauses(suspect, suspected.currency(), suspected.codes()))
                + ". "
                + String.join(" ", advice(suspect));
    }

    private static List<String> advice(SuspectMonth suspect) {
        List<String> advice = new ArrayList<>();
        if (suspect.suggestsPart()) {
            advice.add("If the file holds a part of the month, say so in its key"
                    + suspect.declaration().map(text -> ": " + text + "/.").orElse("."));
        }
        if (suspect.suggests(Likely.MISTAKE)) {
            advice.add("If the file is not what its key says, correct the key or upload the right file.");
        }
        if (advice.isEmpty()) {
            advice.add("Upload a file that has them if this was not intended.");
        }
        return advice;
    }

    private static List<String> clauses(SuspectMonth suspect, String currency, PartnerCodes codes) {
        List<String> clauses = new ArrayList<>();
        Amount now = Amount.of(Optional.of(suspect.file().totals()));
        suspect.replaced()
                .map(was -> Amount.of(Optional.of(was.totals())))
                .ifPresent(was -> clauses.add(
                        EnglishNotes.amount(was, currency) + " was replaced by " + EnglishNotes.amount(now, currency)));
        for (Sign sign : suspect.signs()) {
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
                    + ", and changes between them are not changes in trade");
        }
        if (sign instanceof UnitValueMoved moved) {
            return Optional.of("a kilogram is worth "
                    + (moved.higher() ? "at least five times" : "at most a fifth of") + " what it was before"
                    + ", so that quantities or values may be in another unit");
        }
        if (sign instanceof UnitValueFar far) {
            return Optional.of("a kilogram is worth "
                    + (far.higher() ? "at least a hundred times" : "at most a hundredth of") + " what it is in "
                    + English.month(far.other())
                    + ", so that quantities or values of one of both may be in another unit");
        }
        if (sign instanceof WithJanuary both) {
            return Optional.of("no file has " + English.month(both.january()) + ", and it has about as much as "
                    + English.month(both.january().minusYears(1))
                    + " and the month after it together, and at least half as much again as each month before it: it may be"
                    + " of both months");
        }
        if (sign instanceof NamedOtherwise name) {
            return Optional.of("its name says " + English.month(name.named()) + ", and its figures count for "
                    + English.month(name.counted()));
        }
        return Optional.empty();
    }

    private static String kind(String dimension, SortedSet<String> values, PartnerCodes codes) {
        return dimension + " " + English.named(dimension, values, codes);
    }

    private static List<String> keys(UploadedTogether together) {
        return together.others().stream().map(other -> other.object().key()).toList();
    }
}
