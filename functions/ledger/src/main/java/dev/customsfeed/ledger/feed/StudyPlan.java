package dev.customsfeed.ledger.feed;

import java.time.LocalDate;
import java.util.List;

/**
 * What was laid down beforehand about looking for an event's traces, so that nobody can choose afterwards where to look.
 *
 * @param id the event's name in reports, e.g. {@code japan-dual-use}
 * @param announced when it was announced
 * @param inForce when it came into force, not before it was announced
 * @param products the ids of the products that it concerns; empty for all
 * @param partners whom it concerns, by ISO 3166-1 alpha-2 code; empty for all partners
 * @param thirdCountries countries that could take what these partners do not, none of them one of them; empty where none was named
 * @param comparisons the ids of products that it does not concern and that are compared with; empty where none was named
 */
public record StudyPlan(
        String id,
        LocalDate announced,
        LocalDate inForce,
        List<String> products,
        List<String> partners,
        List<String> thirdCountries,
        List<String> comparisons) {

    /** Whether the event concerns the product {@code id}. */
    public boolean concerns(String id) {
        return products.isEmpty() || products.contains(id);
    }
}
