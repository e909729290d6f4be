package dev.customsfeed.runtime.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;

/** Writes what happens as one JSON object a line, which is what CloudWatch Logs can search. */
public final class Log {

    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream out;
    private final Clock clock;

    /**
     * Writes to {@code out}.
     *
     * @param clock tells when
     */
    public Log(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** A log on standard output, where Lambda collects it. */
    public static Log toStandardOutput(Clock clock) {
        return new Log(System.out, clock);
    }

    /** Something that is as it should be. */
    public void info(String message, Map<String, ?> details) {
        write("INFO", message, details);
    }

    /** Something that somebody should look at. */
    public void warn(String message, Map<String, ?> details) {
        write("WARN", message, details);
    }

    /** Something that failed, with its stack. */
    public void error(String message, Map<String, ?> details, Throwable cause) {
        StringWriter stack = new StringWriter();
        cause.printStackTrace(new PrintWriter(stack));
        Map<String, Object> all = new java.util.LinkedHashMap<>(details);
        all.put("error", cause.toString());
        all.put("stack", stack.toString());
        write("ERROR", message, all);
    }

    private void write(String level, String message, Map<String, ?> details) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("timestamp", clock.instant().toString());
            json.writeStringField("level", level);
            json.writeStringField("message", message);
            for (Map.Entry<String, ?> detail : details.entrySet()) {
                json.writeFieldName(detail.getKey());
                if (detail.getValue() instanceof Number number) {
                    json.writeNumber(number.toString());
                } else {
                    json.writeString(String.valueOf(detail.getValue()));
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(line);
    }
}
