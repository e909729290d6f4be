package dev.customsfeed.publish;

import java.util.Map;
import java.util.Optional;

/**
 * What a published feed was made of: where that has not changed, nothing has to be made again. It lies with {@code feed.json}, as the
 * object's metadata, and is written and put back with it.
 *
 * @param definition S3's version id of the definition
 * @param log the upload log that tells of the feed's files
 * @param place up to which that was read
 * @param code the version of the function, and what else it makes documents of
 */
record MadeOf(String definition, String log, long place, String code) {

    /** As names and texts. */
    Map<String, String> metadata() {
        return Map.of("definition", definition, "log", log, "place", Long.toString(place), "code", code);
    }

    /** Reads what {@link #metadata} gave; empty if it is something else. */
    static Optional<MadeOf> read(Map<String, String> metadata) {
        String definition = metadata.get("definition");
        String log = metadata.get("log");
        String place = metadata.get("place");
        String code = metadata.get("code");
        return definition == null || log == null || code == null || place == null || !place.matches("[0-9]{1,18}")
                ? Optional.empty()
                : Optional.of(new MadeOf(definition, log, Long.parseLong(place), code));
    }

    /** Whether nothing is to be made again where the newest entry of the log that concerns the feed has this place. */
    boolean isStill(String nowDefinition, String nowLog, long newest, String nowCode) {
        return definition.equals(nowDefinition) && log.equals(nowLog) && place >= newest && code.equals(nowCode);
    }
}
