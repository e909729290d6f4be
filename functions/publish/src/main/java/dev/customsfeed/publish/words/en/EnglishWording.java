package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.UnknownWeight;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.Drivers.Driver;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthFigure;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.YearToDate;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.Rounded;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/** What the sentences of an article in English have in common: the report, names, and amounts and changes in words. */
abstract class EnglishWording {

    static final String LANGUAGE = "en";
    static final Set<WeightReason> UNREPORTED = Set.of(new WeightReason(UnknownWeight.Reason.NOT_GIVEN, ""));
    final MonthReport report;
    final YearMonth period;
    final Flow flow;
    final String currency;
    final PartnerCodes codes;
    final ShortNames shortNames;

    EnglishWording(MonthReport report) {
        this.report = report;
        this.period = report.period();
        this.flow = report.feed().tradeFlow().flow();
        this.currency = report.feed().currency();
        this.codes = report.partnerCodes();
        this.shortNames = new ShortNames(report.feed().products());
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
                ? Rounded.grouped(Rounded.shifted(thousandths, 9, 1)) + " million " + currency
                : whole(amount.value().orElseThrow()) + " " + currency;
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
        return Rounded.signed(pp) + " pp";
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
        if (month.momPct().isPresent() && month.yoyPct().isPresent()) {
            BigDecimal mom = month.momPct().get();
            BigDecimal yoy = month.yoyPct().get();
            String second = mom.signum() == yoy.signum() && mom.signum() != 0 ? percent(yoy) : change(yoy);
            String link = mom.signum() * yoy.signum() < 0 ? " MoM but " : " MoM and ";
            return lead + change(mom) + link + second + " YoY";
        }
        return month.momPct()
                .map(mom -> lead + change(mom) + " MoM")
                .or(() -> month.yoyPct().map(yoy -> lead + change(yoy) + " YoY"))
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
        return (period.getMonthValue() == 1 ? "" : "January–") + English.month(period);
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

    static String percent(BigDecimal percent) {
        return Rounded.grouped(percent.abs()) + "%";
    }

    static String whole(long number) {
        return Rounded.grouped(BigDecimal.valueOf(number));
    }

    /** The net weight or, of what is told by value, the value. */
    String size(Amount amount) {
        return amount.netWeightKg().isPresent() ? tonnes(amount) : worth(amount);
    }

    static String tonnes(Amount amount) {
        return Rounded.grouped(Rounded.tonnes(amount.netWeightGrams().orElseThrow())) + " mt";
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
