package dev.customsfeed.verify.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customsfeed.verify.model.DeclarationItem;
import dev.customsfeed.verify.model.FileLine;
import dev.customsfeed.verify.rules.Balance;
import dev.customsfeed.verify.rules.Finding;
import dev.customsfeed.verify.rules.Subject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** What reports are made of, as JSON: numbers are decimal texts, what is the same gives the same bytes. */
public final class ReportJson {

    /** Reads and makes nodes. */
    public static final JsonMapper JSON = new JsonMapper();

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

    private ReportJson() {}

    /** As it is written: UTF-8. */
    public static byte[] bytes(JsonNode json) {
        try {
            return (WRITER.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree could not be written as JSON", e);
        }
    }

    /** A finding. */
    public static ObjectNode finding(Finding finding) {
        ObjectNode json = JSON.createObjectNode();
        json.put("code", finding.code().id());
        json.put("level", finding.level().id());
        json.set("subject", subject(finding.subject()));
        if (!finding.others().isEmpty()) {
            ArrayNode others = json.putArray("others");
            finding.others().forEach(other -> others.add(subject(other)));
        }
        finding.item().ifPresent(item -> json.set("item", item(item)));
        finding.details().forEach((name, value) -> {
            if (name.equals("imports")) {
                ArrayNode imports = json.putArray(name);
                for (String one : value.split(" ")) {
                    imports.add(one);
                }
            } else {
                json.put(name, value);
            }
        });
        FindingText text = FindingText.of(finding);
        json.putObject("text").put("en", text.en()).put("zh", text.zh());
        json.put("whoActs", finding.code().whoActs().id());
        ArrayNode evidence = json.putArray("evidence");
        for (FileLine line : finding.evidence()) {
            evidence.addObject()
                    .put("key", line.key())
                    .put("version", line.version())
                    .put("line", line.line());
        }
        return json;
    }

    private static ObjectNode subject(Subject subject) {
        return JSON.createObjectNode().put("kind", subject.kind().id()).put("id", subject.id());
    }

    private static ObjectNode item(DeclarationItem item) {
        return JSON.createObjectNode().put("declaration", item.declaration()).put("item", item.item());
    }

    /** A balance; what comes back and what is left are null where units differ. */
    public static ObjectNode balance(Balance balance) {
        ObjectNode json = item(balance.item());
        json.put("declared", text(balance.declared()));
        json.put("refunded", text(balance.refunded()));
        json.put("returned", balance.comparable() ? text(balance.returned()) : null);
        json.put("repaid", balance.comparable() ? text(balance.repaid()) : null);
        json.put("remaining", balance.comparable() ? text(balance.remaining()) : null);
        json.put("unit", balance.unit());
        return json;
    }

    private static String text(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
