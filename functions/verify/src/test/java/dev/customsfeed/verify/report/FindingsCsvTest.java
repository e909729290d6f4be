package dev.customsfeed.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsCsvTest {

    @Test
    void a_spreadsheet_shows_texts_and_computes_nothing() throws Exception {
        JsonNode finding = new JsonMapper()
                .readTree(
                        "{\"code\":\"listed-party\",\"level\":\"error\",\"whoActs\":\"exporter\","
                                + "\"subject\":{\"kind\":\"certificate\",\"id\":\"=HYPERLINK(1)\"},\"unit\":\"@x\",\"excess\":\"4\","
                                + "\"text\":{\"en\":\"one, two\",\"zh\":\"一\"},\"evidence\":[{\"key\":\"k\",\"version\":\"v\",\"line\":7}]}");
        String csv = new String(FindingsCsv.bytes(List.of(finding)), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFcode,level,who_acts,subject_kind,subject,");
        assertThat(csv).contains("'=HYPERLINK(1)", "'@x", "\"one, two\"", "k:7");
    }
}
