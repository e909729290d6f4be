package dev.customsfeed.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a published feed was made of: where that has not changed, nothing has to be made again. It lies with {@code feed.json}, as the
 * object's metadata, and is written and put back with it.
 *
 * @param definition S3's version id of the definition
 * @param log the upload log that tells of the feed's files
 * @param place up to which that was read
 * @param prices up to which place the log of prices was read; 0 for a feed that names no price
 * @param code the version of the function, and what else it makes documents of
 */
record MadeOf(String definition, String log, long place, long prices, String code) {

    private static final String PLACE = "[0-9]{1,18}";

    /** As names and texts. */
    Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>(
                Map.of("definition", definition, "log", log, "place", Long.toString(place), "code", code));
        if (prices > 0) {
            metadata.put("prices", Long.toString(prices));
        }
        return Map.copyOf(metadata);
    }

    /** Reads what {@link #metadata} gave; empty if it is something else. */
    static Optional<MadeOf> read(Map<String, String> metadata) {
        String definition = metadata.get("definition");
        String log = metadata.get("log");
        String place = metadata.get("place");
        String code = metadata.get("code");
        String prices = metadata.getOrDefault("prices", "0");
        return definition == null
                        || log == null
                        || code == null
                        || place == null
                        || !place.matches(PLACE)
                        || !prices.matches(PLACE)
                ? Optional.empty()
                : Optional.of(new MadeOf(definition, log, Long.parseLong(place), Long.parseLong(prices), code));
    }

    /** Whether nothing is to be made again where the newest entries of both logs that concern the feed have these places. */
    boolean isStill(String nowDefinition, String nowLog, long newest, long newestPrices, String nowCode) {
        return definition.equals(nowDefinition)
                && log.equals(nowLog)
                && place >= newest
                && prices >= newestPrices
                && code.equals(nowCode);
    }
}
