package dev.customsfeed.ledger.feed;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A policy event that readers of the feed should know of.
 *
 * @param date when it was announced or came into force
 * @param name what it is called
 * @param text what it says; empty where the name says it all
 * @param url where to read it
 */
public record PolicyEvent(LocalDate date, LocalizedText name, Optional<LocalizedText> text, Optional<String> url) {}
