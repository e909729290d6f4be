package dev.customsfeed.ingest.answer;

import dev.customsfeed.ingest.answer.UploadEffect.Suspicion;
import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.SuspectedPart;
import dev.customsfeed.ledger.SuspectedPart.CodesGone;
import dev.customsfeed.ledger.SuspectedPart.FewPartners;
import dev.customsfeed.ledger.SuspectedPart.PartnersLost;
import dev.customsfeed.ledger.SuspectedPart.Shrunk;
import dev.customsfeed.ledger.SuspectedPart.Sign;
import dev.customsfeed.ledger.SuspectedPart.UploadedTogether;
import dev.customsfeed.ledger.SuspectedPart.WeightLost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what makes a month look like a part of itself, and what to do about it. */
final class SuspicionText {

    private static final String PARTNER = "partner";

    private SuspicionText() {}

    /** {@code 2025-03, 81041100: 900 t were replaced by 100 t; 2 of 3 partners are gone (116 and 309). If ...} */
    static String of(Suspicion suspicion) {
        SuspectedPart part = suspicion.part();
        String currency = suspicion.series().currency();
        List<String> clauses = new ArrayList<>();
        part.replaced().ifPresent(was -> clauses.add(replaced(part, currency)));
        part.signs().forEach(sign -> clause(sign).ifPresent(clauses::add));
        return part.month() + ", " + suspicion.series().commodity() + ": " + String.join("; ", clauses) + ". "
                + (part.suggestsPart()
                        ? "If the file holds a part of the month, say so in its key"
                                + part.declaration()
                                        .map(declared -> ": " + declared + "/")
                                        .orElse("") + "."
                        : "Upload a file that has them if this was not intended.");
    }

    private static String replaced(SuspectedPart part, String currency) {
        Optional<Shrunk> byValue = part.signs().stream()
                .filter(Shrunk.class::isInstance)
                .map(Shrunk.class::cast)
                .filter(shrunk -> !shrunk.byWeight())
                .findFirst();
        return byValue.map(shrunk -> Words.value(shrunk.before(), currency) + " were replaced by "
                        + Words.value(shrunk.now(), currency))
                .orElseGet(() -> Words.amount(part.replaced().orElseThrow().totals(), currency) + " were replaced by "
                        + Words.amount(part.file().totals(), currency));
    }

    /** Empty for what the amounts say already. */
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
        return Optional.empty();
    }

    private static String plural(CodesGone codes) {
        return switch (codes.dimension()) {
            case PARTNER, CustomsRecord.PROVINCE, CustomsRecord.REGIME -> codes.dimension() + "s";
            default -> "codes of " + codes.dimension();
        };
    }
}
