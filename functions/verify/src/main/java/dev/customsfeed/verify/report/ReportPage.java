package dev.customsfeed.verify.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The report as a page: one file that asks for nothing, so that it can be looked at in a private bucket or on a disk. Without scripts all
 * of it is there; with them it can be filtered.
 */
public final class ReportPage {

    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");
    private static final int WIDTH = 600;

    private final JsonNode report;
    private final boolean english;
    private final StringBuilder html = new StringBuilder();

    private ReportPage(JsonNode report, Locale language) {
        this.report = report;
        this.english = language.equals(Locale.ENGLISH);
    }

    /**
     * Writes the page.
     *
     * @param report its counts and days
     * @param findings that are shown, in their order
     * @param balances that are shown
     * @param language English or Chinese
     */
    public static byte[] of(JsonNode report, List<JsonNode> findings, List<JsonNode> balances, Locale language) {
        ReportPage page = new ReportPage(report, language);
        page.head();
        page.counts();
        page.findings(findings);
        page.balances(balances);
        page.html.append("</main>\n<script>").append(SCRIPT).append("</script>\n</body>\n</html>\n");
        return page.html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String say(String en, String zh) {
        return english ? en : zh;
    }

    private String say(FindingText text) {
        return escape(english ? text.en() : text.zh());
    }

    private void head() {
        String title = say("Verification: declarations, refunds, certificates and their use", "核对：报关单、退税、证明及其使用");
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(english ? "en" : "zh-CN")
                .append(
                        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
                .append(
                        "<meta name=\"robots\" content=\"noindex\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append("default-src 'none'; style-src '")
                .append(hash(STYLE))
                .append("'; script-src '")
                .append(hash(SCRIPT))
                .append("'; base-uri 'none'; form-action 'none'\">\n<title>")
                .append(title)
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(title)
                .append("</h1>\n<p class=\"languages\"><a href=\"")
                .append(english ? "index.zh.html\" lang=\"zh-CN\">中文" : "index.html\" lang=\"en\">English")
                .append("</a></p>\n<p>")
                .append(say(
                        "This compares files that were uploaded, as of the newest of each kind. It is connected to no authority and"
                                + " gives no verdict: where nothing is found, nothing in these files contradicts the rules.",
                        "本页仅比对已上传的文件，以各类最新文件为准。本系统未与任何机关连接，亦不作任何认定：未列出问题，仅表示这些文件按规则未见矛盾。"))
                .append("</p>\n<ul class=\"asof\">\n");
        report.path("asOf").properties().forEach(day -> html.append("<li>")
                .append(kind(day.getKey()))
                .append(": ")
                .append(escape(day.getValue().asText()))
                .append("</li>\n"));
        html.append("</ul>\n<p class=\"generation\">")
                .append(say("Generation ", "版本 "))
                .append(escape(report.path("generation").asText()))
                .append("</p>\n");
    }

    private String kind(String folder) {
        Map<String, FindingText> names = Map.of(
                "declarations", new FindingText("Declarations", "报关单"),
                "refunds", new FindingText("Refunds", "退税"),
                "certificates", new FindingText("Certificates", "证明"),
                "uses", new FindingText("Uses", "使用记录"),
                "rates", new FindingText("Refund rates", "退税率"),
                "lists", new FindingText("Lists", "名单"),
                "controls", new FindingText("Controls", "管制清单"));
        return say(names.getOrDefault(folder, new FindingText(folder, folder)));
    }

    private void counts() {
        Map<String, FindingText> names = new LinkedHashMap<>();
        names.put("items", new FindingText("Declaration items", "报关单项"));
        names.put("certificates", new FindingText("Certificates", "证明"));
        names.put("verified", new FindingText("without an error", "未见错误"));
        names.put("different", new FindingText("with an error", "有错误"));
        names.put("unknown", new FindingText("of an unknown declaration", "报关单未知"));
        names.put("pending", new FindingText("pending", "待核"));
        names.put("errors", new FindingText("Errors", "错误"));
        names.put("checks", new FindingText("To check", "待查"));
        names.put("infos", new FindingText("For information", "提示"));
        html.append("<h2>").append(say("Counts", "统计")).append("</h2>\n<table class=\"counts\">\n");
        names.forEach((name, text) -> html.append("<tr><th scope=\"row\">")
                .append(say(text))
                .append("</th><td>")
                .append(report.at("/counts/" + name).asLong())
                .append("</td></tr>\n"));
        html.append("</table>\n");
    }

    private void findings(List<JsonNode> findings) {
        html.append("<h2>")
                .append(say("Findings, by who has to act", "问题（按处理方）"))
                .append("</h2>\n");
        long all = report.at("/counts/findings").asLong();
        if (findings.size() < all) {
            html.append("<p class=\"cut\">")
                    .append(say(
                            findings.size() + " of " + all
                                    + " findings are shown; all are in the parts that report.json names.",
                            "仅显示" + all + "个问题中的" + findings.size() + "个，全部见report.json所列各部分。"))
                    .append("</p>\n");
        }
        if (findings.isEmpty()) {
            html.append("<p>").append(say("None.", "无。")).append("</p>\n");
            return;
        }
        filters(findings);
        Map<String, List<JsonNode>> byActor = new LinkedHashMap<>();
        for (String actor : List.of("exporter", "tax-authority", "customs", "uploader", "nobody")) {
            byActor.put(actor, new ArrayList<>());
        }
        findings.forEach(
                finding -> byActor.computeIfAbsent(finding.path("whoActs").asText(), actor -> new ArrayList<>())
                        .add(finding));
        byActor.forEach((actor, some) -> {
            if (!some.isEmpty()) {
                html.append("<section class=\"actor\"><h3>")
                        .append(say(FindingText.actor(actor)))
                        .append(" <span class=\"number\">")
                        .append(some.size())
                        .append("</span></h3>\n<ol>\n");
                some.forEach(this::finding);
                html.append("</ol></section>\n");
            }
        });
    }

    private void filters(List<JsonNode> findings) {
        html.append("<div class=\"filters\" hidden>\n<label>")
                .append(say("Level", "级别"))
                .append(" <select id=\"level\"><option value=\"\">")
                .append(say("all", "全部"))
                .append("</option>");
        for (String level : List.of("error", "check", "info", "pending")) {
            option(level, say(FindingText.level(level)));
        }
        html.append("</select></label>\n<label>")
                .append(say("Rule", "规则"))
                .append(" <select id=\"code\"><option value=\"\">")
                .append(say("all", "全部"))
                .append("</option>");
        TreeSet<String> codes = new TreeSet<>();
        findings.forEach(finding -> codes.add(finding.path("code").asText()));
        codes.forEach(code -> option(code, escape(code)));
        html.append("</select></label>\n<label>")
                .append(say("Text", "文字"))
                .append(" <input id=\"text\" type=\"search\"></label>\n<output id=\"shown\"></output>\n</div>\n");
    }

    private void option(String value, String text) {
        html.append("<option value=\"")
                .append(escape(value))
                .append("\">")
                .append(text)
                .append("</option>");
    }

    private void finding(JsonNode finding) {
        String level = finding.path("level").asText();
        html.append("<li class=\"finding\" data-level=\"")
                .append(escape(level))
                .append("\" data-code=\"")
                .append(escape(finding.path("code").asText()))
                .append("\"><span class=\"level ")
                .append(escape(level))
                .append("\">")
                .append(say(FindingText.level(level)))
                .append("</span> <code>")
                .append(escape(finding.path("code").asText()))
                .append("</code> <strong>")
                .append(escape(finding.at("/subject/id").asText()))
                .append("</strong><p>")
                .append(escape(finding.at(english ? "/text/en" : "/text/zh").asText()))
                .append("</p><ul class=\"evidence\">");
        finding.path("evidence").forEach(line -> html.append("<li>")
                .append(escape(line.path("key").asText()))
                .append(say(", line ", "，第"))
                .append(line.path("line").asLong())
                .append(say("", "行"))
                .append("</li>"));
        html.append("</ul></li>\n");
    }

    private void balances(List<JsonNode> balances) {
        html.append("<h2>").append(say("Balances", "余量")).append("</h2>\n");
        if (report.path("balancesInParts").asBoolean()) {
            html.append("<p class=\"cut\">")
                    .append(say(
                            "There are too many for a page: they are in the parts that report.json names.",
                            "数量过多，不在本页显示，见report.json所列各部分。"))
                    .append("</p>\n");
            return;
        }
        if (balances.isEmpty()) {
            html.append("<p>").append(say("None.", "无。")).append("</p>\n");
            return;
        }
        html.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(say("Balances", "余量"))
                .append("\">\n<table class=\"balances\">\n<thead><tr>");
        for (FindingText head : List.of(
                new FindingText("Item", "报关单项"),
                new FindingText("Declared", "申报"),
                new FindingText("Refunded", "退税"),
                new FindingText("Returned", "退运"),
                new FindingText("Repaid", "补税"),
                new FindingText("Remaining", "余量"),
                new FindingText("Unit", "单位"),
                new FindingText("Returned | refunded and not repaid | remaining", "退运|已退未补|余量"))) {
            html.append("<th scope=\"col\">").append(say(head)).append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        balances.forEach(this::balance);
        html.append("</tbody></table>\n</div>\n");
    }

    private void balance(JsonNode balance) {
        html.append("<tr><th scope=\"row\">")
                .append(escape(balance.path("declaration").asText() + "/"
                        + balance.path("item").asText()))
                .append("</th>");
        for (String name : List.of("declared", "refunded", "returned", "repaid", "remaining")) {
            boolean known = balance.path(name).isTextual();
            html.append("<td class=\"number\">")
                    .append(known ? escape(balance.path(name).asText()) : say("not compared", "不比较"))
                    .append("</td>");
        }
        html.append("<td>").append(escape(balance.path("unit").asText())).append("</td><td>");
        if (balance.path("remaining").isTextual()) {
            bar(balance);
        }
        html.append("</td></tr>\n");
    }

    /** One bar: what comes back, what is refunded and not repaid, what is left; beyond the declared quantity it is hatched. */
    private void bar(JsonNode balance) {
        BigDecimal declared = new BigDecimal(balance.path("declared").asText());
        BigDecimal returned = new BigDecimal(balance.path("returned").asText());
        BigDecimal refunded = new BigDecimal(balance.path("refunded").asText())
                .subtract(new BigDecimal(balance.path("repaid").asText()))
                .max(BigDecimal.ZERO);
        BigDecimal remaining = new BigDecimal(balance.path("remaining").asText());
        BigDecimal whole = declared.max(returned.add(refunded));
        int first = width(returned, whole);
        int second = width(refunded, whole);
        html.append("<svg class=\"bar\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(" 14\" role=\"img\" aria-label=\"")
                .append(say("remaining ", "余量 "))
                .append(escape(remaining.toPlainString()))
                .append("\">");
        segment(0, first, "returned");
        segment(first, second, "refunded");
        segment(first + second, Math.max(0, WIDTH - first - second), "remaining");
        int end = width(declared, whole);
        if (remaining.signum() < 0) {
            segment(end, WIDTH - end, "beyond");
        }
        html.append("</svg>");
    }

    private static int width(BigDecimal part, BigDecimal whole) {
        return part.multiply(BigDecimal.valueOf(WIDTH))
                .divide(whole, MathContext.DECIMAL64)
                .intValue();
    }

    private void segment(int from, int width, String what) {
        html.append("<rect x=\"")
                .append(from)
                .append("\" y=\"0\" width=\"")
                .append(width)
                .append("\" height=\"14\" class=\"")
                .append(what)
                .append("\"/>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("found no " + name + ", expected it among the resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
