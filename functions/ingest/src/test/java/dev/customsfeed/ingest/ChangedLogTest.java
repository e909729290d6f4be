package dev.customsfeed.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.runtime.aws.FifoMessage;
import org.junit.jupiter.api.Test;

class ChangedLogTest {

    private static FifoMessage message(String log, String key) {
        return ChangedLog.message(log, new ObjectVersion("uploads", key, "v1"));
    }

    @Test
    void the_message_names_the_log_and_the_object() {
        assertThat(message("gacc/CN/export", "incoming/\"x\".csv").body())
                .isEqualTo("{\"changed\":\"gacc/CN/export\",\"object\":\"uploads/incoming/\\\"x\\\".csv\"}");
    }

    @Test
    void messages_of_one_log_are_one_whatever_the_object_and_those_of_two_never_wait_for_each_other() {
        FifoMessage one = message("gacc/CN/export", "incoming/a.csv");
        FifoMessage other = message("gacc/CN/export", "incoming/b.csv");

        assertThat(other.group()).isEqualTo(one.group());
        assertThat(other.sameAs()).isEqualTo(one.sameAs());
        assertThat(message("gacc/CN/import", "incoming/a.csv").group()).isNotEqualTo(one.group());
    }
}
