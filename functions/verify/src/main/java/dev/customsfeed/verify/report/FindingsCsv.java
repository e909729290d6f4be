package dev.customsfeed.verify.report;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Findings as a table, a line each: CSV in UTF-8 with a byte-order mark, which spreadsheets ask for. */
public final class FindingsCsv {

    private static final List<String> HEADER = List.of(
            "code",
            "level",
            "who_acts",
            "subject_kind",
            "subject",
            "declaration_no",
            "item_no",
            "paid",
            "due",
            "repaid",
            "short",
            "excess",
            "currency",
            "unit",
            "text_en",
            "text_zh",
            "lines");

    private FindingsCsv() {}

    /** The table of findings as {@link ReportJson#finding} writes them. */
    public static byte[] bytes(Iterable<JsonNode> findings) {
        StringWriter text = new StringWriter();
        text.append('\uFEFF');
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(HEADER);
        for (JsonNode finding : findings) {
            List<String> lines = new ArrayList<>();
            finding.path("evidence")
                    .forEach(line -> lines.add(
                            line.path("key").asText() + ":" + line.path("line").asText()));
            List<String> cells = new ArrayList<>(List.of(
                    finding.path("code").asText(),
                    finding.path("level").asText(),
                    finding.path("whoActs").asText(),
                    finding.at("/subject/kind").asText(),
                    finding.at("/subject/id").asText(),
                    finding.at("/item/declaration").asText(),
                    finding.at("/item/item").asText()));
            for (String name : HEADER.subList(7, 14)) {
                cells.add(finding.path(name).asText());
            }
            cells.add(finding.at("/text/en").asText());
            cells.add(finding.at("/text/zh").asText());
            cells.add(String.join(" ", lines));
            csv.writeRecord(cells.stream().map(FindingsCsv::plain).toList());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A spreadsheet would take a text that begins so for a formula. */
    private static String plain(String cell) {
        return cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }
}
