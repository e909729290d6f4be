package dev.customsfeed.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customsfeed.ledger.ObjectVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The function dies before and after each call that it makes to AWS, one after the other, and the message is delivered again. */
@Tag("any-jdk")
class CutShortVerificationTest {

    /** The end of a process, as far as a test can have it: nothing catches it and no call comes after it. */
    private static final class Killed extends Error {}

    private static final class Killer implements ExecutionInterceptor {
        private final boolean before;
        private final AtomicInteger callsLeft;
        private final AtomicBoolean dead = new AtomicBoolean();

        Killer(boolean before, int atCall) {
            this.before = before;
            this.callsLeft = new AtomicInteger(atCall);
        }

        private void call(boolean isBefore) {
            if (dead.get() || isBefore == before && callsLeft.getAndDecrement() == 0) {
                dead.set(true);
                throw new Killed();
            }
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            call(true);
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            call(false);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wherever_the_function_dies_the_next_delivery_ends_the_same(boolean before) throws IOException {
        boolean survived = false;
        for (int call = 0; !survived; call++) {
            Workbench bench = new Workbench();
            bench.upload(Desk.DECLARATIONS, VerifyHandlerTest.DECLARATIONS);
            bench.upload(Desk.CERTIFICATES, VerifyHandlerTest.CERTIFICATES);
            bench.upload(Desk.USES, "no such columns\n");
            ObjectVersion last = bench.put(Desk.USES, VerifyHandlerTest.USES.getBytes(StandardCharsets.UTF_8));
            String event = bench.created(last);
            Killer killer = new Killer(before, call);
            bench.restart(killer, Duration.ZERO);
            List<String> failed = bench.deliver(event);
            survived = !killer.dead.get();
            assertThat(failed.isEmpty()).as("call " + call).isIn(survived, !survived && !before, survived);
            // What follows is the next delivery, to a new process, when the lease of this one has ended.
            bench.restart(new ExecutionInterceptor() {}, Workbench.FIVE_MINUTES.plusSeconds(2));
            bench.mustTake(event);

            List<String> found = new ArrayList<>(Desk.shortly(bench.report()));
            found.removeIf(finding -> finding.startsWith("certificate-unused"));
            assertThat(found).as("call " + call).containsExactly(VerifyHandlerTest.EXCEEDS);
            assertThat(bench.read("rejected/" + Desk.USES + ".json"))
                    .as("call " + call)
                    .isEmpty();
            assertThat(bench.read("taken/" + Desk.USES + ".json")
                            .orElseThrow()
                            .path("version")
                            .asText())
                    .as("call " + call)
                    .isEqualTo(last.versionId());
            for (JsonNode part : bench.report().path("parts")) {
                assertThat(bench.read(part.path("key").asText()))
                        .as("call " + call)
                        .isPresent();
            }
        }
    }
}
