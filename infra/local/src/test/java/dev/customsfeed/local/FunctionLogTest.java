package dev.customsfeed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionLogTest {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final FunctionLog log = new FunctionLog(file);

    @Test
    void it_tells_which_feeds_were_not_published_and_why_and_keeps_all() {
        PrintStream out = log.stream();
        out.println("{\"level\":\"INFO\",\"message\":\"feed has no data yet\",\"feed\":\"a\"}");
        out.println(
                "{\"level\":\"ERROR\",\"message\":\"publication refused\",\"feed\":\"b\",\"error\":\"dev.x.SomeException: found 镁, expected: none\"}");
        out.println("{\"level\":\"ERROR\",\"message\":\"failed\",\"feed\":\"c\",\"error\":\"dev.x.Broken: once\"}");
        out.println("{\"level\":\"INFO\",\"message\":\"feed published\",\"feed\":\"c\"}");
        out.println("{\"level\":\"ERROR\",\"message\":\"no error\",\"feed\":\"d\"}");
        out.println("{\"feed\" broken");
        out.println("no JSON");

        assertThat(log.unpublished())
                .isEqualTo(Map.of(
                        "a",
                        "found no month of it in the files that were taken, expected one of its commodities, in its flow"
                                + " and currency",
                        "b",
                        "found 镁, expected: none",
                        "d",
                        "no error"));
        assertThat(file.toString(StandardCharsets.UTF_8).lines()).hasSize(7);

        log.begin();
        assertThat(log.unpublished()).isEmpty();
    }
}
