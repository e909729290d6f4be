package dev.customsfeed.runtime.aws;

/**
 * A message for a FIFO queue.
 *
 * @param group messages of one group are handed out one after the other, in their order; those of other groups never wait for them
 * @param sameAs messages of one group that have this in common are one, if they are sent within some seconds: they must ask for the
 *     same thing, for the later ones are dropped
 * @param body the text
 */
public record FifoMessage(String group, String sameAs, String body) {}
