package dev.customsfeed.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds a month report against the figures that a published review states, rounded as the review rounds them. */
final class Acceptance {

    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[(?:([^/\\]]+)/)?([^\\]]+)])?");

    private Acceptance() {}

    /** What the report says, in the unit and rounding of the review. */
    static BigDecimal stated(JsonNode figure, JsonNode report) {
        BigDecimal value = find(figure.path("where").asText(), report).decimalValue();
        if (figure.has("tonnes")) {
            BigDecimal step = figure.path("roundTo").decimalValue();
            return value.movePointLeft(3).divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        }
        return value.setScale(figure.path("decimals").asInt(), RoundingMode.HALF_UP);
    }

    /** What the review says. */
    static BigDecimal expected(JsonNode figure) {
        return (figure.has("tonnes") ? figure.path("tonnes") : figure.path("percent")).decimalValue();
    }

    /** Follows a path like {@code products[ingot].regions[m49/europe].netWeightKg}. */
    private static JsonNode find(String where, JsonNode report) {
        JsonNode node = report;
        Matcher step = STEP.matcher(where);
        while (step.find()) {
            node = node.path(step.group(1));
            if (step.group(3) != null) {
                node = member(node, step.group(2), step.group(3));
            }
        }
        return node;
    }

    private static JsonNode member(JsonNode list, String scheme, String id) {
        for (JsonNode member : list) {
            if (member.path("id").asText().equals(id)
                    && (scheme == null || member.path("scheme").asText().equals(scheme))) {
                return member;
            }
        }
        throw new AssertionError("no member " + id + " in " + list);
    }
}
