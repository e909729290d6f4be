package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.SuspectedPart;
import dev.customsfeed.ledger.SuspectedPart.CodesGone;
import dev.customsfeed.ledger.SuspectedPart.FewPartners;
import dev.customsfeed.ledger.SuspectedPart.PartnersLost;
import dev.customsfeed.ledger.SuspectedPart.Sign;
import dev.customsfeed.ledger.SuspectedPart.UploadedTogether;
import dev.customsfeed.ledger.SuspectedPart.WeightLost;
import dev.customsfeed.publish.figures.report.NoteDetail.Suspected;
import dev.customsfeed.publish.figures.revision.Suspicion;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a note says in English of a file that looks like a part of its month: what was noticed, and what to do about it. */
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
                + (part.suggestsPart()
                        ? "If the file holds a part of the month, say so in its key"
                                + part.declaration()
                                        .map(text -> ": " + text + "/.")
                                        .orElse(".")
                        : "Upload a file that has them if this was not intended.");
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
            }
        }
        return clauses;
    }

    private static List<String> keys(UploadedTogether together) {
        return together.others().stream().map(other -> other.object().key()).toList();
    }
}
