package dev.customsfeed.runtime.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes figures about the work of the functions as lines of the log that CloudWatch makes metrics of, in the namespace
 * {@value #NAMESPACE}. No call to a service is made, and none can fail.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     Embedded metric format</a>
 */
public final class Metrics {

    /** The namespace of all metrics. */
    public static final String NAMESPACE = "customs-feed";

    private static final String STACK = "Stack";
    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream out;
    private final String stack;
    private final Clock clock;

    /**
     * Writes to {@code out}.
     *
     * @param stack the dimension {@code Stack} of every metric: it keeps the installations of one account apart
     */
    public Metrics(PrintStream out, String stack, Clock clock) {
        this.out = out;
        this.stack = stack;
        this.clock = clock;
    }

    /** To standard output, where Lambda collects it; the stack is what the variable {@code METRICS_STACK} says, or {@code local}. */
    public static Metrics toStandardOutput(Clock clock) {
        return new Metrics(
                System.out, Optional.ofNullable(System.getenv("METRICS_STACK")).orElse("local"), clock);
    }

    /** What CloudWatch is told of a number. */
    public enum Unit {
        /** A number of things. */
        COUNT("Count"),
        /** A time. */
        SECONDS("Seconds");

        private final String word;

        Unit(String word) {
            this.word = word;
        }
    }

    /**
     * One number.
     *
     * @param name of the metric
     * @param number how much
     * @param unit of what
     */
    public record Value(String name, double number, Unit unit) {

        /** A number of things. */
        public static Value count(String name, long number) {
            return new Value(name, number, Unit.COUNT);
        }

        /** The time since {@code System.nanoTime()} was {@code began}. */
        public static Value secondsSince(String name, long began) {
            return new Value(name, (System.nanoTime() - began) / 1e9, Unit.SECONDS);
        }
    }

    /** Tells {@code values} of the stack. */
    public void tell(List<Value> values) {
        tell(Map.of(), values);
    }

    /**
     * Tells {@code values}.
     *
     * @param dimensions beside the stack: their names and values
     */
    public void tell(Map<String, String> dimensions, List<Value> values) {
        tell(dimensions, Map.of(), values);
    }

    /**
     * Tells {@code values} and what they are about, for whoever reads the line.
     *
     * @param dimensions beside the stack: their names and values
     * @param about names and texts that stand in the line alone: CloudWatch makes no metric of its own for each
     */
    public void tell(Map<String, String> dimensions, Map<String, String> about, List<Value> values) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeObjectFieldStart("_aws");
            json.writeNumberField("Timestamp", clock.millis());
            json.writeArrayFieldStart("CloudWatchMetrics");
            json.writeStartObject();
            json.writeStringField("Namespace", NAMESPACE);
            json.writeArrayFieldStart("Dimensions");
            json.writeStartArray();
            json.writeString(STACK);
            for (String name : dimensions.keySet()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeEndArray();
            json.writeArrayFieldStart("Metrics");
            for (Value value : values) {
                json.writeStartObject();
                json.writeStringField("Name", value.name());
                json.writeStringField("Unit", value.unit().word);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeStringField(STACK, stack);
            for (Map.Entry<String, String> dimension : dimensions.entrySet()) {
                json.writeStringField(dimension.getKey(), dimension.getValue());
            }
            for (Map.Entry<String, String> text : about.entrySet()) {
                json.writeStringField(text.getKey(), text.getValue());
            }
            for (Value value : values) {
                json.writeNumberField(value.name(), value.number());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(line);
    }
}
