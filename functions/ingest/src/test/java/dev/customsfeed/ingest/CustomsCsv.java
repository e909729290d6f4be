package dev.customsfeed.ingest;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Customs files made for a test, in the English layout of China Customs. */
final class CustomsCsv {

    private static final String HEADER = "\"Date of data\",\"Commodity code\",\"Commodity\",\"Trading partner code\","
            + "\"Trading partner\",\"Customs Regime code\",\"Customs Regime\",\"Quantity\",\"Unit\",\"US dollar\",\n";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);

    private final StringBuilder text = new StringBuilder(HEADER);

    /** A row of 81041100, magnesium ingot. */
    CustomsCsv row(String month, String partner, long kilograms, long dollars) {
        return row(month, "81041100", partner, kilograms, dollars);
    }

    CustomsCsv row(String month, String commodity, String partner, long kilograms, long dollars) {
        String period = YearMonth.parse(month).format(MONTH);
        text.append(String.format(
                Locale.ROOT,
                "\"%s\",\"%s\",\"Magnesium\",\"%s\",\"%s\",\"10\",\"Ordinary Trade\",\"%d\",\"Kilogram\",\"%,d\",\n",
                period,
                commodity,
                partner,
                // A code beside the name of another partner would be told of.
                partner.equals("111") ? "India" : "",
                kilograms,
                dollars));
        return this;
    }

    /** {@code rows} rows of {@code commodities} commodities, sorted by commodity, each of 1 kg and 2 dollars. */
    CustomsCsv rows(int rows, int commodities) {
        for (int row = 0; row < rows; row++) {
            int commodity = (int) ((long) row * commodities / rows);
            int partner = 100 + row % 900;
            row(
                    YearMonth.of(2020, 1).plusMonths(row / 900 % 60).toString(),
                    Integer.toString(81_000_000 + commodity),
                    Integer.toString(partner),
                    1,
                    2);
        }
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
