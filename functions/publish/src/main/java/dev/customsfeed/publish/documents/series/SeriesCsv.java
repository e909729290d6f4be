package dev.customsfeed.publish.documents.series;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.json.CsvField;
import dev.customsfeed.publish.figures.feed.ProductCourse;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes {@code series.csv}: a row for each month, product and partner with trade, so that the rows of a month and product add up to
 * it. A month of a product without any such row has one for all partners together, which says whether nothing was traded or nothing
 * is known.
 */
final class SeriesCsv {

    static final List<String> COLUMNS = List.of(
            "month", "product", "partner", "partner_name", "net_weight_kg", "value", "status", "source", "sample");

    private static final String HEAD = String.join(",", COLUMNS) + "\n";

    /** The net weight and value are as the customs office reports them. */
    static final String REPORTED = "reported";
    /** The value is; the net weight is not, since rows lack it. */
    static final String WEIGHT_MISSING = "weight-missing";
    /** The customs office was asked for the product and lists no trade in it. */
    static final String NO_TRADE = "no-trade";
    /** No file has the month of this product. */
    static final String MISSING = "missing";
    /** Files have a part of the month of this product: what they have in full stands in rows of its own. */
    static final String PARTIAL = "partial";
    /** It is the sum of those members of the group of reporters that have reported. */
    static final String MEMBERS_MISSING = "members-missing";

    private final TradeCube cube;
    private final Map<Partner, String> partners = new LinkedHashMap<>();
    private final Map<Product, List<List<Optional<Totals>>>> courses = new LinkedHashMap<>();
    private final String everyRow;

    private SeriesCsv(TradeCube cube) {
        this.cube = cube;
        cube.partners().values().forEach(partner -> partners.put(partner, fields(partner.id(), partner.name())));
        cube.products().keySet().forEach(product -> {
            ProductCourse course = cube.course(product);
            courses.put(product, partners.keySet().stream().map(course::of).toList());
        });
        this.everyRow = "," + CsvField.of(cube.feed().tradeFlow().source()) + ","
                + cube.feed().sample() + "\n";
    }

    static byte[] bytes(TradeCube cube) {
        SeriesCsv series = new SeriesCsv(cube);
        StringBuilder csv = new StringBuilder(1 << 20).append(HEAD);
        for (int i = 0; i < cube.months().size(); i++) {
            series.month(i, csv);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Those of the newest months that have at most {@code most} rows together; those of the newest month however many they are. */
    static NewestMonths newest(TradeCube cube, int most) {
        SeriesCsv series = new SeriesCsv(cube);
        Deque<StringBuilder> months = new ArrayDeque<>();
        int first = cube.months().size();
        for (int rows = 0; first > 0; first--) {
            StringBuilder month = new StringBuilder();
            rows += series.month(first - 1, month);
            if (rows > most && !months.isEmpty()) {
                break;
            }
            months.addFirst(month);
        }
        StringBuilder csv = new StringBuilder(1 << 20).append(HEAD);
        months.forEach(csv::append);
        return new NewestMonths(csv.toString(), List.copyOf(cube.months().subList(0, first)));
    }

    /** Writes the month at {@code index}; how many rows it has. */
    private int month(int index, StringBuilder csv) {
        int rows = 0;
        for (Map.Entry<Product, List<List<Optional<Totals>>>> course : courses.entrySet()) {
            rows += product(index, course.getKey(), course.getValue(), csv);
        }
        return rows;
    }

    /** The same of one product; {@code partnerMonths} has the months of each partner. */
    private int product(int index, Product product, List<List<Optional<Totals>>> partnerMonths, StringBuilder csv) {
        YearMonth month = cube.months().get(index);
        ProductTrade trade = Objects.requireNonNull(cube.products().get(product));
        String start = month + "," + CsvField.of(product.id()) + ",";
        Optional<Totals> total = cube.of(product, month);
        String all = start + fields(SeriesDocuments.ALL_PARTNERS, SeriesText.allPartners());
        boolean lacksMembers = cube.lacksMembers(product, month);
        int rows = 0;
        if (total.isEmpty()) {
            csv.append(all)
                    .append(",,,")
                    .append(cube.isPartial(product, month) ? PARTIAL : MISSING)
                    .append(everyRow);
            rows++;
        } else if (total.get().rows() == 0) {
            csv.append(all)
                    .append(",0,0,")
                    .append(lacksMembers ? MEMBERS_MISSING : NO_TRADE)
                    .append(everyRow);
            return 1;
        } else if (!trade.tellsPartners(month)) {
            row(all, "", total.get(), lacksMembers, csv);
            return 1;
        }
        Iterator<List<Optional<Totals>>> months = partnerMonths.iterator();
        for (String fields : partners.values()) {
            Optional<Totals> traded = months.next().get(index);
            if (traded.isPresent() && traded.get().rows() > 0) {
                row(start, fields, traded.get(), lacksMembers, csv);
                rows++;
            }
        }
        return rows;
    }

    private static String fields(String partner, LocalizedText name) {
        return CsvField.of(partner) + "," + CsvField.of(name.in("en"));
    }

    private void row(String start, String partner, Totals traded, boolean lacksMembers, StringBuilder csv) {
        Amount amount = Amount.of(traded);
        OptionalLong kilograms = amount.netWeightKg();
        csv.append(start).append(partner).append(',');
        if (kilograms.isPresent()) {
            csv.append(kilograms.getAsLong());
        }
        csv.append(',')
                .append(amount.value().orElseThrow())
                .append(',')
                .append(lacksMembers ? MEMBERS_MISSING : kilograms.isPresent() ? REPORTED : WEIGHT_MISSING)
                .append(everyRow);
    }
}
