package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.course.LowBase;
import dev.customsfeed.publish.figures.report.Drivers.Driver;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthFigure;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.YearToDate;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.Rounded;
import dev.customsfeed.publish.words.language.Standing;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/** What the sentences of an article in English have in common: the report, names, and amounts and changes in words. */
abstract class EnglishWording {

    static final String LANGUAGE = "en";
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    static final Set<WeightReason> UNREPORTED = Set.of(new WeightReason(UnknownWeight.Reason.NOT_GIVEN, ""));
    final MonthReport report;
    final YearMonth period;
    final Flow flow;
    final String currency;
    final PartnerCodes codes;
    final ShortNames shortNames;

    /** @param shortNames what the feed's products are called in an enumeration */
    EnglishWording(MonthReport report, ShortNames shortNames) {
        this.report = report;
        this.period = report.period();
        this.flow = report.feed().tradeFlow().flow();
        this.currency = report.feed().currency();
        this.codes = report.partnerCodes();
        this.shortNames = shortNames;
    }

    /** The flow, with what the figures are limited to. */
    String flows(Figures figures) {
        return flows() + limited(figures) + (figures.coverage().isOfAllParts() ? "" : " alone");
    }

    String limited(Figures figures) {
        String part = figures.coverage().scope() instanceof Scope.PartOf limit
                ? " " + English.limited(limit, flow, codes)
                : "";
        SortedSet<String> unreported = figures.coverage().unreported();
        int reported = report.feed().reporters().size() - unreported.size();
        return unreported.isEmpty()
                ? part
                : part + " of the " + reported + " reporting member" + (reported == 1 ? "" : "s");
    }

    String worth(Amount amount) {
        long thousandths = amount.valueThousandths().orElseThrow();
        return thousandths >= 1_000_000_000
                ? Rounded.fixed(Rounded.shifted(thousandths, 9, 1), 1) + " million " + currency
                : whole(amount.value().orElseThrow()) + " " + currency;
    }

    /** A unit value. */
    String perTonne(long unitValue) {
        return whole(unitValue) + " " + currency + " per mt";
    }

    /** What growth is from, where that says more than the percentage: where it more than doubled, or from a low base. */
    String from(Optional<BigDecimal> yoyPct, Amount base, boolean low) {
        return yoyPct.filter(yoy -> yoy.signum() > 0 && (low || yoy.compareTo(HUNDRED) > 0))
                .map(yoy -> low ? ", from no more than " + size(base) : ", from " + size(base))
                .orElse("");
    }

    /** Where a month stands by the months before it, after {@code lead}; nothing where nothing is worth telling. */
    static String standing(String lead, Standing standing) {
        List<String> parts = new ArrayList<>();
        standing.record()
                .ifPresent(record -> parts.add(record.since()
                        .map(since ->
                                (record.highest() ? "the highest since " : "the lowest since ") + English.month(since))
                        .orElse((record.highest() ? "higher than all " : "lower than all ") + record.months()
                                + " months before it")));
        standing.run()
                .ifPresent(run -> parts.add((run.broken() ? "the " : "at least the ") + English.inARow(run.months())
                        + (run.rising() ? " rise" : " fall") + " in a row"));
        return parts.isEmpty() ? "" : lead + String.join(" and ", parts);
    }

    /** The changes of a product's month, and what growth is from. */
    String changesOfMonth(String lead, ProductReport product) {
        Figures figures = product.figures();
        boolean low = !product.isOfValueAlone()
                && product.analysis().yearBase().value().filter(LowBase::isLow).isPresent();
        return changes(lead, figures.month())
                + from(figures.month().yoyPct(), figures.worth().yearBefore(), low);
    }

    /** The change since January, and what growth is from. */
    String changeOfYear(String lead, Figures figures) {
        return figures.ytd()
                .yoyPct()
                .map(yoy -> lead + change(yoy) + " YoY"
                        + from(Optional.of(yoy), figures.worth().ytdYearBefore(), false))
                .orElse("");
    }

    static String both(String along, String did, String against, String didNot) {
        return along.isEmpty()
                ? against + didNot
                : against.isEmpty() ? along + did : along + did + ", while " + against + didNot;
    }

    static <T> String named(List<Driver<T>> drivers, Function<T, String> name) {
        return drivers.isEmpty()
                ? ""
                : listed(drivers, driver -> name.apply(driver.part()) + " (" + points(driver.pp()) + ")");
    }

    static String points(BigDecimal pp) {
        return Rounded.signedAndGrouped(pp, 2) + " pp";
    }

    String flows() {
        return English.flows(flow);
    }

    String place() {
        return flow == Flow.EXPORT ? "destination" : "origin";
    }

    String places() {
        return place() + "s";
    }

    /** The changes of a month after {@code lead}; nothing where none is known. */
    static String changes(String lead, MonthFigure month) {
        return changes(lead, month.momPct(), month.yoyPct());
    }

    static String changes(String lead, Optional<BigDecimal> momPct, Optional<BigDecimal> yoyPct) {
        if (momPct.isPresent() && yoyPct.isPresent()) {
            BigDecimal mom = momPct.get();
            BigDecimal yoy = yoyPct.get();
            if (mom.signum() == 0 && yoy.signum() == 0) {
                return lead + "unchanged MoM and YoY";
            }
            String second = mom.signum() == yoy.signum() && mom.signum() != 0 ? percent(yoy) : change(yoy);
            String link = mom.signum() * yoy.signum() < 0 ? " MoM but " : " MoM and ";
            return lead + change(mom) + link + second + " YoY";
        }
        return momPct.map(mom -> lead + change(mom) + " MoM")
                .or(() -> yoyPct.map(yoy -> lead + change(yoy) + " YoY"))
                .orElse("");
    }

    static String inParentheses(String text) {
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    static String yearOnYear(YearToDate ytd) {
        return ytd.yoyPct().map(yoy -> ", " + change(yoy) + " YoY").orElse("");
    }

    /** The year so far where "from" would be taken for where a change began. */
    String monthsSoFar() {
        if (period.getMonthValue() == 12) {
            return String.valueOf(period.getYear());
        }
        return (period.getMonthValue() == 1 ? "" : "January to ") + English.month(period);
    }

    String yearToDate() {
        if (period.getMonthValue() == 12) {
            return "in " + period.getYear();
        }
        return period.getMonthValue() == 1 ? "in " + English.month(period) : "from January to " + English.month(period);
    }

    static String change(BigDecimal percent) {
        return switch (percent.signum()) {
            case 1 -> "up " + percent(percent);
            case -1 -> "down " + percent(percent);
            default -> "unchanged";
        };
    }

    /** A change in a list, where it goes without saying since when. */
    static String signed(BigDecimal percent) {
        return percent.signum() == 0 ? "unchanged" : (percent.signum() < 0 ? "−" : "+") + percent(percent);
    }

    static String percent(BigDecimal percent) {
        return Rounded.fixed(percent.abs(), 2) + "%";
    }

    static String whole(long number) {
        return Rounded.grouped(BigDecimal.valueOf(number));
    }

    /** The net weight or, of what is told by value, the value. */
    String size(Amount amount) {
        return amount.netWeightKg().isPresent() ? tonnes(amount) : worth(amount);
    }

    static String tonnes(Amount amount) {
        return tonnes(amount.netWeightGrams().orElseThrow());
    }

    static String tonnes(long grams) {
        return Rounded.grouped(Rounded.tonnes(grams)) + " mt";
    }

    static String tonnes(Fraction grams) {
        return tonnes(grams.whole());
    }

    /** The heading of a part of the article that speaks of the month alone. */
    String ofMonth(String heading) {
        return heading + ", " + English.month(period);
    }

    static String name(Product product) {
        return product.name().in(LANGUAGE).strip();
    }

    String shortName(Product product) {
        return shortNames.of(product);
    }

    static <T> String listed(List<T> all, Function<T, String> text) {
        return English.listed(all.stream().map(text).toList());
    }
}
