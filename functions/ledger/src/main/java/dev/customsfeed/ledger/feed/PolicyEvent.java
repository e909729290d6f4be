package dev.customsfeed.ledger.feed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A policy event that readers of the feed should know of.
 *
 * @param date when it was announced; of an event without a plan, when it was announced or came into force
 * @param name what it is called
 * @param text what it says; empty where the name says it all
 * @param url where to read it
 * @param plan how its traces are looked for; empty where they are not
 */
public record PolicyEvent(
        LocalDate date,
        LocalizedText name,
        Optional<LocalizedText> text,
        Optional<String> url,
        Optional<StudyPlan> plan) {

    /** The days on which something happened, oldest first: the announcement, and the force where that is another day. */
    public List<LocalDate> days() {
        return plan.map(StudyPlan::inForce)
                .filter(inForce -> !inForce.equals(date))
                .map(inForce -> List.of(date, inForce))
                .orElse(List.of(date));
    }
}
