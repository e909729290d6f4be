package dev.customsfeed.ledger;

import java.time.YearMonth;
import java.util.SortedSet;

/**
 * What a committed customs file has and what it was asked for.
 *
 * @param currency ISO 4217 code of its values
 * @param periods the months it has, the ones that its key declares among them
 * @param askedFor commodity codes or their leading digits that the file was asked for ({@code hs=8104+28044690}); empty where
 *     its key does not say
 * @param rows how many data rows
 * @param sha256 of the object's bytes, as hexadecimal text
 */
public record FileContents(
        String currency, SortedSet<YearMonth> periods, SortedSet<String> askedFor, long rows, String sha256) {

    /** Whether the file answers for {@code commodity} even if it has no row of it: absent then means that there was none. */
    public boolean answersFor(String commodity) {
        return askedFor.stream().anyMatch(commodity::startsWith);
    }
}
