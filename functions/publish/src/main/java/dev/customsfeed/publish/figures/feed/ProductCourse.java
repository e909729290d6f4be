package dev.customsfeed.publish.figures.feed;

import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.ProductTrade;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The trade in one product in each of a feed's months, as {@link TradeCube} has it: for who asks for all months of all partners, so that
 * what holds of a month is found once, and the months of a partner too. Each list has an entry for each month. For one thread.
 */
public final class ProductCourse {

    private final ProductTrade trade;
    private final List<YearMonth> months;
    private final List<Optional<Coverage>> coverages;
    private final List<Optional<Totals>> all = new ArrayList<>();
    private final Map<Partner, List<Optional<Totals>>> partners = new HashMap<>();
    private final boolean[] told;
    private final boolean ofParts;

    ProductCourse(ProductTrade trade, List<YearMonth> months) {
        this.trade = trade;
        this.months = months;
        this.coverages = months.stream().map(trade.totals()::coverage).toList();
        this.told = new boolean[months.size()];
        boolean parts = false;
        for (int i = 0; i < told.length; i++) {
            told[i] = trade.tellsPartners(months.get(i));
            boolean whole = coverages.get(i).filter(Coverage::isOfAllParts).isPresent();
            parts |= told[i] && !whole;
            all.add(whole ? trade.totals().in(months.get(i)) : Optional.empty());
        }
        this.ofParts = parts;
    }

    /** What was traded with everybody; empty where that is not known, or only of a part of the trade. */
    public List<Optional<Totals>> all() {
        return Collections.unmodifiableList(all);
    }

    /** What was traded with {@code partner}; empty where that is not known, or not of this partner. */
    public List<Optional<Totals>> of(Partner partner) {
        return ofParts ? find(partner, false) : ofPart(partner);
    }

    /** The same, also of months of which a part is known: what that part has of the trade with {@code partner}. */
    public List<Optional<Totals>> ofPart(Partner partner) {
        return partners.computeIfAbsent(partner, any -> find(any, true));
    }

    private List<Optional<Totals>> find(Partner partner, boolean enough) {
        Function<YearMonth, Totals> traded = trade.of(partner);
        List<Optional<Totals>> course = new ArrayList<>(told.length);
        for (int i = 0; i < told.length; i++) {
            boolean known =
                    told[i] && coverages.get(i).orElseThrow().has(Part.Dimension.PARTNER.id(), partner.codes(), enough);
            course.add(known ? Optional.of(traded.apply(months.get(i))) : Optional.empty());
        }
        return Collections.unmodifiableList(course);
    }

    /** Whether the figures of the month at {@code index} lack members of the group of reporters. */
    public boolean lacksMembers(int index) {
        return coverages
                .get(index)
                .filter(known -> !known.unreported().isEmpty())
                .isPresent();
    }
}
