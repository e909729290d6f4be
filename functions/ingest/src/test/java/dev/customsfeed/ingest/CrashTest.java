package dev.customsfeed.ingest;

import static dev.customsfeed.ingest.Workbench.EXPORTS;
import static dev.customsfeed.ingest.Workbench.INGOT;
import static dev.customsfeed.ingest.Workbench.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.UploadHistory;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The function dies at each call that it makes to AWS, one after the other, and the message is delivered again: the tables then
 * hold, item by item, what they hold when it does not die, and the answers are the same.
 */
@Tag("any-jdk")
class CrashTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final byte[] BAD = "no customs file".getBytes(StandardCharsets.UTF_8);

    /** When the function dies: before a call reaches the service, or after, when its answer is lost. */
    private enum Moment {
        BEFORE,
        AFTER
    }

    /** The end of a process, as far as a test can have it: nothing catches it and no call comes after it. */
    private static final class Killed extends Error {}

    private static final class Killer implements ExecutionInterceptor {

        private final Moment moment;
        private final AtomicInteger callsLeft;
        private final AtomicBoolean dead = new AtomicBoolean();

        Killer(Moment moment, int atCall) {
            this.moment = moment;
            this.callsLeft = new AtomicInteger(atCall);
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (dead.get() || (moment == Moment.BEFORE && callsLeft.getAndDecrement() == 0)) {
                dead.set(true);
                throw new Killed();
            }
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            if (dead.get() || (moment == Moment.AFTER && callsLeft.getAndDecrement() == 0)) {
                dead.set(true);
                throw new Killed();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_commit_over_a_version_and_a_report_ends_the_same_wherever_it_is_cut(Moment moment) throws IOException {
        Set<String> ends = new HashSet<>();
        boolean survived = false;
        for (int call = 0; !survived; call++) {
            Workbench bench = new Workbench();
            ObjectVersion first = bench.upload(
                    KEY, new CustomsCsv().row("2025-12", "111", 7, 7).bytes());
            ObjectVersion bad = bench.upload(KEY, BAD);
            ObjectVersion last = bench.put(
                    KEY,
                    new CustomsCsv()
                            .row("2025-11", "111", 1, 1)
                            .row("2025-12", "111", 8, 8)
                            .bytes());
            String event = bench.created(last);

            survived = !diesAt(bench, moment, call, event);
            bench.mustTake(event);

            String at = moment + " call " + call;
            ends.add(bench.dump());
            assertThat(ends).as("what the tables and the answers hold, " + at).hasSize(1);
            assertThat(bench.status(first)).as(at).contains(Status.SUPERSEDED);
            assertThat(bench.status(bad)).as(at).contains(Status.REJECTED);
            assertThat(bench.status(last)).as(at).contains(Status.COMMITTED);
            assertThat(bench.files.find(last).orElseThrow().lease()).as(at).isEmpty();
            assertThat(bench.kilograms(INGOT, "2025-12")).as(at).hasValue(8);
            assertThat(bench.kilograms(INGOT, "2025-11")).as(at).hasValue(1);
            assertThat(bench.months.figures(INGOT)).as(at).hasSize(3);
            assertThat(bench.months.uploads(EXPORTS.key())).as(at).hasSize(3);
            assertThat(bench.report(last)).as(at).isEmpty();
            assertThat(bench.taken(last).orElseThrow().get("version").asText())
                    .as(at)
                    .isEqualTo(last.versionId());
            assertThat(bench.recomputed.get(bench.recomputed.size() - 1)).as(at).contains(KEY);
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_price_ends_the_same_wherever_it_is_cut(Moment moment) throws IOException {
        String key = "incoming/price/id=mg-ingot/currency=CNY/unit=t/tax=13/a.csv";
        Set<String> ends = new HashSet<>();
        boolean survived = false;
        for (int call = 0; !survived; call++) {
            Workbench bench = new Workbench();
            ObjectVersion first = bench.upload(key, "date,price\n2025-11-03,15000\n".getBytes(StandardCharsets.UTF_8));
            ObjectVersion last = bench.put(key, "date,price\n2025-12-01,15820\n".getBytes(StandardCharsets.UTF_8));
            String event = bench.created(last);

            survived = !diesAt(bench, moment, call, event);
            bench.mustTake(event);

            String at = moment + " call " + call;
            ends.add(bench.dump());
            assertThat(ends).as("what the tables and the answers hold, " + at).hasSize(1);
            assertThat(bench.status(first)).as(at).contains(Status.SUPERSEDED);
            assertThat(bench.status(last)).as(at).contains(Status.COMMITTED);
            assertThat(bench.months.uploads(UploadLogEntry.PRICES)).as(at).hasSize(2);
            assertThat(bench.taken(last).orElseThrow().get("version").asText())
                    .as(at)
                    .isEqualTo(last.versionId());
            assertThat(bench.recomputed.get(bench.recomputed.size() - 1)).as(at).contains("prices", key);
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_rejection_ends_the_same_wherever_it_is_cut(Moment moment) throws IOException {
        Set<String> ends = new HashSet<>();
        boolean survived = false;
        for (int call = 0; !survived; call++) {
            Workbench bench = new Workbench();
            ObjectVersion bad = bench.put(KEY, BAD);
            String event = bench.created(bad);

            survived = !diesAt(bench, moment, call, event);
            bench.mustTake(event);

            String at = moment + " call " + call;
            ends.add(bench.dump());
            assertThat(ends).as("what the tables and the answers hold, " + at).hasSize(1);
            assertThat(bench.status(bad)).as(at).contains(Status.REJECTED);
            assertThat(bench.report(bad).orElseThrow().get("version").asText())
                    .as(at)
                    .isEqualTo(bad.versionId());
            assertThat(bench.taken(bad)).as(at).isEmpty();
            assertThat(UploadHistory.of(bench.months.uploads(EXPORTS.key())).rejected())
                    .as(at)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_removal_ends_the_same_wherever_it_is_cut(Moment moment) throws IOException {
        Set<String> ends = new HashSet<>();
        boolean survived = false;
        for (int call = 0; !survived; call++) {
            Workbench bench = new Workbench();
            ObjectVersion good = bench.upload(
                    KEY, new CustomsCsv().row("2025-12", "111", 7, 7).bytes());
            ObjectVersion bad = bench.upload(KEY, BAD);
            String event = bench.delete(KEY);

            survived = !diesAt(bench, moment, call, event);
            bench.mustTake(event);

            String at = moment + " call " + call;
            ends.add(bench.dump());
            assertThat(ends).as("what the tables and the answers hold, " + at).hasSize(1);
            assertThat(bench.status(good)).as(at).contains(Status.WITHDRAWN);
            assertThat(bench.kilograms(INGOT, "2025-12")).as(at).isEmpty();
            assertThat(bench.report(bad)).as(at).isEmpty();
            assertThat(bench.taken(good)).as(at).isEmpty();
        }
    }

    /** Whether the function died of it. */
    private static boolean diesAt(Workbench bench, Moment moment, int call, String event) throws IOException {
        Killer killer = new Killer(moment, call);
        bench.restart(killer, Duration.ZERO);
        List<String> failed = bench.deliver(FIVE_MINUTES, event);
        assertThat(failed).isEqualTo(killer.dead.get() ? List.of("0") : List.of());
        // What follows is the next delivery, to a new process, when the lease of this one has ended.
        bench.restart(FIVE_MINUTES.plusSeconds(2));
        return killer.dead.get();
    }
}
