package dev.customsfeed.uploads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers to uploads as JSON in UTF-8, members in the order in which they were put: what is the same gives the same bytes. */
public final class AnswerBytes {

    // Line ends are fixed: the platform's own would make the same answer differ from machine to machine.
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private static final ObjectWriter JSON = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private AnswerBytes() {}

    /** Writes an answer of texts, numbers, lists and maps. */
    public static byte[] of(Map<String, Object> answer) {
        try {
            return (JSON.writeValueAsString(answer) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers could not be written as JSON", e);
        }
    }
}
