package dev.customsfeed.publish.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.customsfeed.publish.FeedSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Measures the whole function on a feed of {@link TenYears}, against DynamoDB Local and S3Mock on this machine. */
public final class FunctionBenchmark {

    private static final int RUNS = 9;

    private final FeedSystem system = new FeedSystem();
    private final PrintStream out = System.out;

    private FunctionBenchmark() {}

    /** Something that happens before a run. */
    @FunctionalInterface
    private interface Event {
        void happen(int run) throws IOException;
    }

    /** Publishes for the first time, then with nothing new, with a new month and with revised ones; prints how long each takes. */
    public static void main(String[] arguments) throws IOException {
        FunctionBenchmark benchmark = new FunctionBenchmark();
        benchmark.run();
        System.exit(0);
    }

    private void run() throws IOException {
        system.defineAs("magnesium", Files.readString(Path.of("../../events/files/feeds/magnesium.json")));
        system.take(TenYears.files().data());
        measure("first publication", 1, run -> {});
        measure("nothing new, warm", RUNS, run -> {});
        measure(
                "a new month, warm",
                RUNS,
                run -> system.upload("new" + run, "81041100", Map.of("2026-0" + (run + 1), 1000L + run)));
        revise("a month of last year revised, warm", 2025);
        revise("a month of ten years ago revised, warm", 2016);
        measure("nothing new, a function that just started", RUNS, run -> system.restart());
    }

    private void revise(String what, int year) throws IOException {
        measure(
                what,
                RUNS,
                run -> system.upload(year + "-" + run, "81041100", Map.of(year + "-0" + (run + 1), 1000L + run)));
    }

    private void measure(String what, int runs, Event before) throws IOException {
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double[] wall = new double[runs];
        double[] cpu = new double[runs];
        long written = 0;
        for (int run = 0; run < runs; run++) {
            before.happen(run);
            system.calls().take();
            long began = System.nanoTime();
            long used = process.getProcessCpuTime();
            system.publish();
            cpu[run] = (process.getProcessCpuTime() - used) / 1e6;
            wall[run] = (System.nanoTime() - began) / 1e6;
            written = system.calls().take().stream()
                    .filter(call -> call.startsWith("Put"))
                    .count();
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        out.println(String.format(
                Locale.ROOT,
                "%s: %.0f ms (%.0f to %.0f), %.0f ms of processor time (median of %d); the last one wrote %d objects",
                what,
                wall[runs / 2],
                wall[0],
                wall[runs - 1],
                cpu[runs / 2],
                runs,
                written));
    }
}
