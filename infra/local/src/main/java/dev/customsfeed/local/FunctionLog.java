package dev.customsfeed.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the functions log: JSON objects, one a line, for machines. It is written to a file, and read on its way for what a person has
 * to know: which feeds were not published, and why.
 */
final class FunctionLog extends FilterOutputStream {

    private static final JsonMapper JSON = new JsonMapper();

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final SortedMap<String, String> unpublished = new TreeMap<>();

    /** A log that goes on to {@code file}. */
    FunctionLog(OutputStream file) {
        super(file);
    }

    /** To be the standard output of the functions. */
    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                read(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(bytes[i]);
            }
        }
    }

    private void read(String logged) {
        if (!logged.contains("\"feed\"")) {
            return;
        }
        JsonNode entry;
        try {
            entry = JSON.readTree(logged);
        } catch (JsonProcessingException e) {
            return;
        }
        String feed = entry.path("feed").asText();
        String message = entry.path("message").asText();
        if (entry.path("level").asText().equals("ERROR")) {
            unpublished.put(feed, sentence(entry.path("error").asText(message)));
        } else if (message.equals("feed has no data yet")) {
            unpublished.put(
                    feed,
                    "found no month of it in the files that were taken, expected one of its commodities, in its flow and currency");
        } else {
            unpublished.remove(feed);
        }
    }

    /** What an exception says, without its class: {@code dev.example.SomeException: what it says}. */
    private static String sentence(String error) {
        return error.replaceFirst("^[\\w.$]+(Exception|Error): ", "");
    }

    /** The feeds that the last publication left as they were though they should have changed, and why. */
    synchronized SortedMap<String, String> unpublished() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(unpublished));
    }

    /** Forgets what it read: another publication begins. */
    synchronized void begin() {
        unpublished.clear();
    }
}
