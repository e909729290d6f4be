package sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Does what the event names: {"do": "answer"}, or one of the ways in which a function comes to grief. */
public final class Sample implements RequestStreamHandler {

    private int invocations;

    public Sample() {
        if (System.getenv("FAILS_AT_START") != null) {
            throw new IllegalStateException("no start without a table");
        }
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        String asked = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        invocations++;
        System.out.println("asked: " + asked);
        String told = "";
        if (asked.contains("\"throw\"")) {
            throw new IllegalArgumentException("thrown on purpose");
        } else if (asked.contains("\"exit\"")) {
            System.exit(3);
        } else if (asked.contains("\"spin\"")) {
            for (long at = 0; at >= 0; at++) {
                Thread.onSpinWait();
            }
        } else if (asked.contains("\"fill\"")) {
            told = "" + new byte[Integer.MAX_VALUE - 8].length;
        } else if (asked.contains("\"heap\"")) {
            told = "" + (Runtime.getRuntime().maxMemory() >> 20);
        } else if (asked.contains("\"file\"")) {
            Path file = Files.createTempFile("sample", ".tmp");
            told = file.toString();
        } else if (asked.contains("\"environment\"")) {
            told = String.join(" ", System.getenv().keySet());
        } else if (asked.contains("\"java\"")) {
            told = Runtime.version().feature() + "";
        } else if (asked.contains("\"process\"")) {
            told = ProcessHandle.current().pid() + "";
        }
        String body = "{\"invocations\": " + invocations + ", \"told\": \"" + told + "\", \"event\": " + asked + "}";
        answer.write(body.getBytes(StandardCharsets.UTF_8));
    }
}
