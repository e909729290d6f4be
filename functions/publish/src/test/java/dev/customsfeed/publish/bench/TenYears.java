package dev.customsfeed.publish.bench;

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
    private static final List<String> PARTNER_CODES = partners();

    private TenYears() {}

    /** A file a month. */
    public static TradeFiles files() {
        Random random = new Random(8104);
        TradeFiles files = new TradeFiles(Feeds.magnesium());
        for (int month = 0; month < MONTHS; month++) {
            put(files, FIRST.plusMonths(month), random);
        }
        return files;
    }

    /** Uploads a file of {@code month}, in place of any that it has, with other figures. */
    public static void put(TradeFiles files, YearMonth month, Random random) {
        List<Row> rows = new ArrayList<>();
        for (String commodity : Feeds.magnesium().commodities()) {
            for (String partner : PARTNER_CODES) {
                long kilograms = (long) Math.exp(8 + 6 * random.nextDouble());
                rows.add(new Row(
                        commodity, month, partner, kilograms, kilograms * (2000 + random.nextInt(1000)) / 1000));
            }
        }
        files.put("incoming/gacc/flow=export/hs=8104/magnesium-" + month + ".csv", rows);
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
