package dev.customsfeed.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * An upload that is taken now, with the answer to it, which {@code upload-answer.schema.json} describes.
 *
 * @param key the object's key
 * @param file where the answer lies in a folder of such answers
 * @param answer the answer, as it lies in the upload bucket
 * @param said the same, read
 */
record Taken(String key, String file, String answer, JsonNode said) implements Answered {

    /** Where the upload bucket has the answers. */
    static final String PREFIX = "taken/";

    /** Of months that were replaced, so many are told; the answer has all. */
    private static final int REPLACED = 3;

    /** Months that do not follow each other are told one by one up to so many. */
    private static final int SPANS = 3;

    private static final BigDecimal TONNE = BigDecimal.valueOf(1000);

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Reads an answer.
     *
     * @param bucket the upload bucket
     * @param answerKey the answer's own key
     */
    static Taken read(String bucket, String answerKey, byte[] answer) throws IOException {
        JsonNode said = JSON.readTree(answer);
        return new Taken(
                said.path("object").asText().substring(bucket.length() + 1),
                Answered.file(answerKey.substring(PREFIX.length())),
                new String(answer, StandardCharsets.UTF_8),
                said);
    }

    private boolean isDefinition() {
        return said.path("kind").asText().equals("feed-definition");
    }

    /** What it is, in a line: {@code took incoming/...: 2026-01, 48 rows, 1,204 t; feeds: magnesium}. */
    String line() {
        return "took " + key + ": " + (isDefinition() ? definition() : isOfQuotations() ? quotations() : customsFile());
    }

    private boolean isOfQuotations() {
        return said.path("kind").asText().equals("quotation-file");
    }

    /** {@code 2025-01 to 2025-12, 243 quotations, CNY by the t with 13% tax, private; feeds: magnesium}. */
    private String quotations() {
        JsonNode declared = said.path("declared");
        long observations = said.path("observations").asLong();
        StringJoiner line = new StringJoiner(", ");
        line.add(listedMonths(said))
                .add(number(BigDecimal.valueOf(observations)) + (observations == 1 ? " quotation" : " quotations"));
        if (declared.has("pair")) {
            line.add(declared.path("pair").asText());
        } else {
            boolean taxed = declared.path("taxPct").decimalValue().signum() > 0;
            line.add(declared.path("currency").asText() + " by the "
                            + declared.path("unit").asText() + " with "
                            + (taxed ? number(declared.path("taxPct").decimalValue()) + "% tax" : "no tax"))
                    .add(declared.path("license").asText());
        }
        StringJoiner feeds = new StringJoiner(", ", "feeds: ", "").setEmptyValue("feeds: none");
        said.path("feeds").forEach(feed -> feeds.add(feed.path("feed").asText()));
        return line + "; " + feeds;
    }

    private String definition() {
        int products = said.path("products").size();
        return said.path("flow").asText() + "s of " + said.path("reporter").asText() + " in "
                + said.path("currency").asText() + ", source "
                + said.path("source").asText() + ", " + products
                + (products == 1 ? " product" : " products");
    }

    private String customsFile() {
        List<YearMonth> months = new ArrayList<>();
        said.path("months")
                .forEach(month -> months.add(YearMonth.parse(month.path("month").asText())));
        if (months.isEmpty()) {
            // It has no row: what it says is that nothing was traded.
            said.path("reported")
                    .forEach(some -> some.path("months").forEach(month -> months.add(YearMonth.parse(month.asText()))));
        }
        StringJoiner line = new StringJoiner(", ");
        line.add(months(months))
                .add(rows())
                .add(amount(said.path("totals"), said.path("currency").asText()));
        said.path("parts").forEach(part -> line.add("a part: " + part.asText()));
        return line + "; " + feeds();
    }

    private String rows() {
        long counted = said.path("rows").path("counted").asLong();
        StringJoiner excluded = new StringJoiner(", ", " (not counted: ", ")").setEmptyValue("");
        said.path("rows")
                .path("excluded")
                .properties()
                .forEach(some -> excluded.add(number(some.getValue().decimalValue()) + " of " + some.getKey()));
        return number(BigDecimal.valueOf(counted)) + (counted == 1 ? " row" : " rows") + excluded;
    }

    private String feeds() {
        StringJoiner counts = new StringJoiner(", ", "feeds: ", "").setEmptyValue("");
        StringJoiner not = new StringJoiner(", ", "does not count in ", "").setEmptyValue("");
        said.path("feeds").forEach(feed -> (feed.path("counts").asBoolean() ? counts : not)
                .add(feed.path("feed").asText()));
        if (said.path("feeds").isEmpty()) {
            return "feeds: none";
        }
        return counts + (counts.length() > 0 && not.length() > 0 ? "; " : "") + not;
    }

    /** What it replaced, by month. */
    List<String> replaced() {
        List<String> lines = new ArrayList<>();
        if (!said.path("replaced").path("changed").isEmpty()) {
            lines.add("replaced " + months(texts(said.path("replaced").path("changed"))));
        }
        JsonNode months = said.path("replaced").path("months");
        String currency = said.path("currency").asText();
        for (JsonNode month : months) {
            if (lines.size() == REPLACED) {
                lines.add("replaced " + (months.size() - REPLACED) + " more months");
                break;
            }
            lines.add("replaced " + month.path("month").asText() + ": " + change(month, currency));
        }
        return lines;
    }

    /** The weights, or the values where a weight is not known or both are the same. */
    private static String change(JsonNode month, String currency) {
        JsonNode from = month.path("from");
        JsonNode to = month.path("to");
        String weights = amount(from, currency) + " by " + amount(to, currency);
        boolean sameWeight = from.path("netWeightKg").isNumber()
                && to.path("netWeightKg").isNumber()
                && weight(from.path("netWeightKg")).equals(weight(to.path("netWeightKg")));
        return sameWeight ? weights + ", " + value(from, currency) + " by " + value(to, currency) : weights;
    }

    /**
     * What whoever uploaded it should know or mend: warnings, what of it does not count, why no feed uses it, which products and prices
     * have no file.
     *
     * @param now all uploads that are taken now; what lacked when a definition or a price was settled may have come since
     */
    List<String> remarks(Collection<Taken> now) {
        List<String> remarks = new ArrayList<>();
        if (isDefinition()) {
            for (JsonNode product : said.path("products")) {
                if (!product.path("missing").isNull() && now.stream().noneMatch(file -> file.isOf(this, product))) {
                    remarks.add(missing(product));
                }
            }
            for (JsonNode price : said.path("prices")) {
                if (price.path("missing").isTextual()
                        && now.stream()
                                .noneMatch(file -> file.isPrice(price.path("id").asText()))) {
                    remarks.add(price.path("missing").asText());
                }
                addMissingRates(price, now, remarks);
            }
        } else {
            if (!said.path("uncounted").isEmpty()) {
                remarks.add(
                        "not counted, " + months(texts(said.path("uncounted"))) + ": a newer upload has these months");
            }
            if (!said.path("replaced").path("dropped").isEmpty()) {
                remarks.add(
                        "no longer there: " + months(texts(said.path("replaced").path("dropped"))));
            }
            addMissingRates(said, now, remarks);
            said.path("counts")
                    .path("uncounted")
                    .forEach(some -> remarks.add("not counted, " + listedMonths(some) + ": "
                            + some.path("why").asText()));
            if (said.path("noFeed").isTextual()) {
                remarks.add(said.path("noFeed").asText());
            }
        }
        said.path("warnings").forEach(warning -> remarks.add("warning: " + warning.asText()));
        return remarks;
    }

    private static void addMissingRates(JsonNode price, Collection<Taken> now, List<String> remarks) {
        for (JsonNode rate : price.path("missingRates")) {
            if (now.stream().noneMatch(file -> file.isRate(rate.path("pair").asText()))) {
                remarks.add(rate.path("why").asText());
            }
        }
    }

    /** Whether it is a file of the price that definitions name so. */
    private boolean isPrice(String id) {
        return said.path("declared").path("id").asText().equals(id);
    }

    /** Whether it is a file of the rates of two currencies, whichever is paid for. */
    private boolean isRate(String pair) {
        String own = said.path("declared").path("pair").asText();
        return own.equals(pair) || own.equals(pair.substring(3) + pair.substring(0, 3));
    }

    private static String listedMonths(JsonNode some) {
        return months(texts(some.path("months")));
    }

    private static List<YearMonth> texts(JsonNode array) {
        List<YearMonth> months = new ArrayList<>();
        array.forEach(month -> months.add(YearMonth.parse(month.asText())));
        return months;
    }

    /** Whether the file's answer says that it is used by a definition's product. */
    private boolean isOf(Taken definition, JsonNode product) {
        for (JsonNode feed : said.path("feeds")) {
            if (feed.path("feed").asText().equals(definition.said.path("feed").asText())
                    && feed.path("products")
                            .findValuesAsText("product")
                            .contains(product.path("product").asText())) {
                return true;
            }
        }
        return false;
    }

    private static String missing(JsonNode product) {
        StringBuilder missing = new StringBuilder("no file for the product ")
                .append(product.path("product").asText())
                .append(". Needed: ")
                .append(product.path("missing").path("needed").asText());
        product.path("missing").path("instead").forEach(instead -> missing.append(" There is ")
                .append(instead.path("key").asText())
                .append(" instead: ")
                .append(instead.path("why").asText()));
        return missing.toString();
    }

    /** {@code 2025-01}, {@code 2025-01 to 2025-12}, {@code 1995-01 to 2025-12 (80 months)}. */
    private static String months(List<YearMonth> some) {
        List<YearMonth> months = some.stream().distinct().sorted().toList();
        if (months.isEmpty()) {
            return "no month";
        }
        List<String> spans = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < months.size(); i++) {
            if (i + 1 == months.size()
                    || !months.get(i + 1).equals(months.get(i).plusMonths(1))) {
                spans.add(months.get(first) + (first == i ? "" : " to " + months.get(i)));
                first = i + 1;
            }
        }
        return spans.size() <= SPANS
                ? String.join(" and ", spans)
                : months.get(0) + " to " + months.get(months.size() - 1) + " (" + months.size() + " months)";
    }

    private static String amount(JsonNode totals, String currency) {
        JsonNode weight = totals.path("netWeightKg");
        return weight.isNumber() ? weight(weight) : "unknown weight, " + value(totals, currency);
    }

    private static String weight(JsonNode kilograms) {
        BigDecimal exact = kilograms.decimalValue();
        return exact.compareTo(TONNE) < 0 ? number(exact) + " kg" : number(exact.divide(TONNE)) + " t";
    }

    private static String value(JsonNode totals, String currency) {
        return number(totals.path("value").decimalValue()) + " " + currency;
    }

    /** From a thousand on rounded to whole ones, below with as many decimals as there are, at most three. */
    private static String number(BigDecimal exact) {
        int most = exact.compareTo(TONNE) < 0 ? 3 : 0;
        BigDecimal rounded = exact.setScale(most, RoundingMode.HALF_UP).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }
}
