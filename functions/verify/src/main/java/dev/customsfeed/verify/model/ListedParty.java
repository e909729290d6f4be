package dev.customsfeed.verify.model;

import java.util.List;

/**
 * A party on a list that was uploaded.
 *
 * @param at where it stands
 * @param control whether the list is one of controlled parties; else one to watch
 * @param number on the list
 * @param englishName its name in English; empty if not said
 * @param chineseName its name in Chinese; empty if not said
 * @param aliases other names
 */
public record ListedParty(
        FileLine at, boolean control, String number, String englishName, String chineseName, List<String> aliases)
        implements Row {

    public ListedParty {
        aliases = List.copyOf(aliases);
    }
}
