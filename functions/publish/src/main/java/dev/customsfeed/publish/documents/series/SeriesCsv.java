package dev.customsfeed.publish.documents.series;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.json.CsvField;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes {@code series.csv}: a row for each month, product and partner with trade, so that the rows of a month and product add up to
 * it. A month of a product without any such row has one for all partners together, which says whether nothing was traded or nothing
 * is known.
 */
final class SeriesCsv {

    static final List<String> COLUMNS = List.of(
            "month", "product", "partner", "partner_name", "net_weight_kg", "value", "status", "source", "sample");

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
    private final StringBuilder csv = new StringBuilder(1 << 20);
    private final Map<Partner, String> partners = new LinkedHashMap<>();
    private final String everyRow;

    private SeriesCsv(TradeCube cube) {
        this.cube = cube;
        cube.partners().values().forEach(partner -> partners.put(partner, fields(partner.id(), partner.name())));
        this.everyRow = "," + CsvField.of(cube.feed().tradeFlow().source()) + ","
                + cube.feed().sample() + "\n";
    }

    static byte[] bytes(TradeCube cube) {
        SeriesCsv series = new SeriesCsv(cube);
        series.csv.append(String.join(",", COLUMNS)).append('\n');
        for (YearMonth month : cube.months()) {
            cube.products().forEach((product, trade) -> series.rows(month, product, trade));
        }
        return series.csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void rows(YearMonth month, Product product, ProductTrade trade) {
        String start = month + "," + CsvField.of(product.id()) + ",";
        Optional<Totals> total = cube.of(product, month);
        String all = start + fields(SeriesDocuments.ALL_PARTNERS, SeriesText.allPartners());
        boolean lacksMembers = cube.lacksMembers(product, month);
        if (total.isEmpty()) {
            csv.append(all)
                    .append(",,,")
                    .append(cube.isPartial(product, month) ? PARTIAL : MISSING)
                    .append(everyRow);
        } else if (total.get().rows() == 0) {
            csv.append(all)
                    .append(",0,0,")
                    .append(lacksMembers ? MEMBERS_MISSING : NO_TRADE)
                    .append(everyRow);
            return;
        } else if (!trade.tellsPartners(month)) {
            row(all, total.get(), lacksMembers);
            return;
        }
        partners.forEach((partner, fields) -> cube.of(product, month, partner)
                .filter(traded -> traded.rows() > 0)
                .ifPresent(traded -> row(start + fields, traded, lacksMembers)));
    }

    private static String fields(String partner, LocalizedText name) {
        return CsvField.of(partner) + "," + CsvField.of(name.in("en"));
    }

    private void row(String start, Totals traded, boolean lacksMembers) {
        Amount amount = Amount.of(Optional.of(traded));
        csv.append(start).append(',');
        amount.netWeightKg().ifPresent(csv::append);
        csv.append(',')
                .append(amount.value().orElseThrow())
                .append(',')
                .append(lacksMembers ? MEMBERS_MISSING : amount.netWeightKg().isPresent() ? REPORTED : WEIGHT_MISSING)
                .append(everyRow);
    }
}
