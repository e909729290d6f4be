package dev.customsfeed.publish.bench;

import dev.customsfeed.publish.FeedSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Measures the whole function on a feed of {@link TenYears}, against DynamoDB Local and S3Mock on this machine. */
public final class FunctionBenchmark {

    private static final int RUNS = 9;

    private FunctionBenchmark() {}

    /** Publishes for the first time, then with nothing new, then with a new month each time; prints how long each takes. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        FeedSystem system = new FeedSystem();
        system.defineAs("magnesium", Files.readString(Path.of("../../events/files/feeds/magnesium.json")));
        system.take(TenYears.files().data());
        system.calls().take();
        say(out, "first publication", new double[] {timed(system)}, system);
        double[] unchanged = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            system.calls().take();
            unchanged[run] = timed(system);
        }
        say(out, "nothing new, warm", unchanged, system);
        double[] changed = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            system.upload("new" + run, "81041100", Map.of("2026-0" + (run + 1), 1000L + run));
            system.calls().take();
            changed[run] = timed(system);
        }
        say(out, "a new month, warm", changed, system);
        System.exit(0);
    }

    private static double timed(FeedSystem system) throws IOException {
        long began = System.nanoTime();
        system.publish();
        return (System.nanoTime() - began) / 1e6;
    }

    private static void say(PrintStream out, String what, double[] times, FeedSystem system) {
        Arrays.sort(times);
        out.println(String.format(
                Locale.ROOT,
                "%s: %.0f ms (median of %d; %.0f to %.0f); the last one wrote %d objects",
                what,
                times[times.length / 2],
                times.length,
                times[0],
                times[times.length - 1],
                system.calls().take().stream()
                        .filter(call -> call.startsWith("Put"))
                        .count()));
    }
}
