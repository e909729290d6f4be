package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.UnknownWeight.Reason;
import dev.customsfeed.ledger.VisibleText;
import dev.customsfeed.publish.figures.trade.WeightReason;
import java.util.List;
import java.util.SortedSet;

/** Units of quantities as files have them, in quotation marks that all languages share. */
public final class QuotedUnits {

    private QuotedUnits() {}

    /** Those that {@code reasons} have for {@code reason}. */
    public static List<String> of(SortedSet<WeightReason> reasons, Reason reason) {
        return reasons.stream()
                .filter(one -> one.reason() == reason)
                .map(one -> "“" + VisibleText.of(one.unit()) + "”")
                .toList();
    }
}
