package dev.customsfeed.verify.model;

import java.util.List;

/**
 * Commodity codes that a licence may be needed for.
 *
 * @param at where it stands
 * @param prefix of the codes, 6 to 10 digits
 * @param condition in words
 * @param destinations that it holds for; empty for all
 */
public record ControlledCode(FileLine at, String prefix, String condition, List<String> destinations) implements Row {

    public ControlledCode {
        destinations = List.copyOf(destinations);
    }
}
