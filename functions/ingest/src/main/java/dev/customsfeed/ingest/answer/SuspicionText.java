package dev.customsfeed.ingest.answer;

import dev.customsfeed.ingest.answer.UploadEffect.Suspicion;
import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.SuspectMonth;
import dev.customsfeed.ledger.SuspectMonth.CodesGone;
import dev.customsfeed.ledger.SuspectMonth.FewPartners;
import dev.customsfeed.ledger.SuspectMonth.Likely;
import dev.customsfeed.ledger.SuspectMonth.OtherKind;
import dev.customsfeed.ledger.SuspectMonth.PartnersLost;
import dev.customsfeed.ledger.SuspectMonth.SameAsMonth;
import dev.customsfeed.ledger.SuspectMonth.SameParts;
import dev.customsfeed.ledger.SuspectMonth.Shrunk;
import dev.customsfeed.ledger.SuspectMonth.Sign;
import dev.customsfeed.ledger.SuspectMonth.SinceJanuary;
import dev.customsfeed.ledger.SuspectMonth.UnitValueFar;
import dev.customsfeed.ledger.SuspectMonth.UnitValueMoved;
import dev.customsfeed.ledger.SuspectMonth.UploadedTogether;
import dev.customsfeed.ledger.SuspectMonth.WeightLost;
import dev.customsfeed.ledger.SuspectMonth.WithJanuary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Says what makes a month look like a part of itself, and what to do about it. */
final class SuspicionText {

    private static final String PARTNER = "partner";

    private SuspicionText() {}

    /** {@code 2025-03, 81041100: 900 t were replaced by 100 t; 2 of 3 partners are gone (116 and 309). If ...} */
    static String of(Suspicion suspicion, boolean severalReporters) {
        SuspectMonth suspect = suspicion.suspect();
        String currency = suspicion.series().currency();
        List<String> clauses = new ArrayList<>();
        suspect.replaced().ifPresent(was -> clauses.add(replaced(suspect, currency)));
        suspect.signs().forEach(sign -> clause(sign).ifPresent(clauses::add));
        return Words.month(suspicion.series(), suspect.month(), severalReporters) + String.join("; ", clauses) + ". "
                + String.join(" ", advice(suspect));
    }

    private static List<String> advice(SuspectMonth suspect) {
        List<String> advice = new ArrayList<>();
        if (suspect.suggestsPart()) {
            advice.add("If the file holds a part of the month, say so in its key"
                    + suspect.declaration()
                            .map(declared -> ": " + declared + "/")
                            .orElse("") + ".");
        }
        if (suspect.suggests(Likely.MISTAKE)) {
            advice.add("If the file is not what its key says, correct the key or upload the right file.");
        }
        if (advice.isEmpty()) {
            advice.add("Upload a file that has them if this was not intended.");
        }
        return advice;
    }

    private static String replaced(SuspectMonth suspect, String currency) {
        Optional<Shrunk> byValue = suspect.signs().stream()
                .filter(Shrunk.class::isInstance)
                .map(Shrunk.class::cast)
                .filter(shrunk -> !shrunk.byWeight())
                .findFirst();
        return byValue.map(shrunk -> Words.value(shrunk.before(), currency) + " were replaced by "
                        + Words.value(shrunk.now(), currency))
                .orElseGet(() -> Words.amount(suspect.replaced().orElseThrow().totals(), currency)
                        + " were replaced by " + Words.amount(suspect.file().totals(), currency));
    }

    /** Empty for what the amounts say already, and for the file's name, of which one sentence is enough however much it holds. */
    private static Optional<String> clause(Sign sign) {
        if (sign instanceof CodesGone codes) {
            return Optional.of(codes.gone().size() + " of " + codes.before() + " " + plural(codes) + " are gone ("
                    + Words.list(codes.gone()) + ")");
        }
        if (sign instanceof WeightLost lost) {
            return Optional.of("the net weight, " + Words.weight(lost.beforeGrams())
                    + " until now, is not known any more, since rows of the newer file have none");
        }
        if (sign instanceof PartnersLost lost) {
            return Optional.of("the newer file does not tell partners, of which " + lost.before()
                    + (lost.before() == 1 ? " was" : " were") + " known until now");
        }
        if (sign instanceof UploadedTogether together) {
            return Optional.of("it was uploaded within ten minutes of "
                    + Words.list(together.others().stream()
                            .map(other -> other.object().key())
                            .toList())
                    + ", which " + (together.others().size() == 1 ? "has" : "have")
                    + " the month too and other partners");
        }
        if (sign instanceof FewPartners few) {
            return Optional.of("it has " + Words.count(few.partners(), PARTNER) + " where the months around it have "
                    + few.median()
                    + " (median)");
        }
        if (sign instanceof SinceJanuary since) {
            return Optional.of("it has as much as " + since.first()
                    + " and the months after it together, or more: it may be the sum" + " since January");
        }
        if (sign instanceof SameAsMonth same) {
            return Optional.of("its figures are those of " + same.other() + " to the last digit");
        }
        if (sign instanceof SameParts same) {
            return Optional.of("different files have the same figures for "
                    + Words.list(same.parts().stream().map(Part::id).toList()) + ", and they are added up");
        }
        if (sign instanceof OtherKind kind) {
            return Optional.of("its figures are of " + kind(kind.dimension(), kind.now()) + ", those of " + kind.other()
                    + " of " + kind(kind.dimension(), kind.before()) + ": they cannot be compared");
        }
        if (sign instanceof UnitValueMoved moved) {
            return Optional.of("a kilogram is worth "
                    + (moved.higher() ? "at least five times" : "at most a fifth of") + " what it was before"
                    + ": look at the units of quantities and values");
        }
        if (sign instanceof UnitValueFar far) {
            return Optional.of("a kilogram is worth "
                    + (far.higher() ? "at least a hundred times" : "at most a hundredth of") + " what it is in "
                    + far.other() + ": look at the units of quantities and values of both months");
        }
        if (sign instanceof WithJanuary both) {
            return Optional.of("no file has " + both.january() + ", and it has about as much as "
                    + both.january().minusYears(1)
                    + " and the month after it together, and at least half as much again as"
                    + " each month before it: it may be of both months");
        }
        return Optional.empty();
    }

    private static String kind(String dimension, SortedSet<String> codes) {
        return dimension + " " + Words.list(codes);
    }

    private static String plural(CodesGone codes) {
        return switch (codes.dimension()) {
            case PARTNER, CustomsRecord.PROVINCE, CustomsRecord.REGIME -> codes.dimension() + "s";
            default -> "codes of " + codes.dimension();
        };
    }
}
