package dev.customsfeed.runtime.lambda;

/**
 * One message of a queue as Lambda hands it over.
 *
 * @param id the message id, by which a failure is reported
 * @param body the message's text
 */
public record SqsMessage(String id, String body) {}
