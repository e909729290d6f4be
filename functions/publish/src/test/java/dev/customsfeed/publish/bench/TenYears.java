package dev.customsfeed.publish.bench;

import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.publish.figures.report.Feeds;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.figures.report.TradeFiles.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ten years of six commodities with a hundred partners each: as large a feed as is expected. The figures are random. */
public final class TenYears {

    public static final int MONTHS = 120;
    private static final int PARTNERS = 100;
    private static final YearMonth FIRST = YearMonth.of(2016, 1);

    private TenYears() {}

    /** A file a month. */
    public static TradeFiles files() {
        FeedDefinition feed = Feeds.magnesium();
        List<String> partners = partners();
        Random random = new Random(8104);
        TradeFiles files = new TradeFiles(feed);
        for (int month = 0; month < MONTHS; month++) {
            YearMonth period = FIRST.plusMonths(month);
            List<Row> rows = new ArrayList<>();
            for (String commodity : feed.commodities()) {
                for (String partner : partners) {
                    long kilograms = (long) Math.exp(8 + 6 * random.nextDouble());
                    rows.add(new Row(
                            commodity, period, partner, kilograms, kilograms * (2000 + random.nextInt(1000)) / 1000));
                }
            }
            files.put("incoming/gacc/flow=export/hs=8104/magnesium-" + period + ".csv", rows);
        }
        return files;
    }

    private static List<String> partners() {
        try (InputStream codes = TenYears.class.getResourceAsStream("/dev/customsfeed/sources/gacc/partners.csv")) {
            return new String(codes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, 3))
                    .limit(PARTNERS)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
