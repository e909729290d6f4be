package dev.customsfeed.publish.article;

import dev.customsfeed.publish.report.CycleFigure;
import dev.customsfeed.publish.report.Extreme;
import dev.customsfeed.publish.report.MonthFigure;
import dev.customsfeed.publish.report.MonthReport;
import dev.customsfeed.publish.report.RegionFigure;
import dev.customsfeed.publish.report.YearToDate;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Cycle;
import dev.customsfeed.trade.Flow;
import dev.customsfeed.trade.feed.PolicyEvent;
import dev.customsfeed.trade.feed.Product;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** English, in the words of market reports. Tonnes are metric tonnes, {@code mt}. */
final class EnglishPhrases implements Phrases {

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");
    private static final Map<String, String> REGIONS = Map.of(
            "africa",
            "Africa",
            "americas",
            "the Americas",
            "asia",
            "Asia",
            "europe",
            "Europe",
            "oceania",
            "Oceania",
            RegionFigure.REPORTER_ITSELF,
            "the reporting country itself",
            RegionFigure.UNSPECIFIED,
            "unspecified partners");

    @Override
    public String language() {
        return "en";
    }

    @Override
    public String sentenceSeparator() {
        return " ";
    }

    @Override
    public String title(MonthReport report) {
        String title = report.feed().title().in(language()) + ", " + month(report.period());
        Amount amount = report.total().month().amount();
        if (amount.netWeightKg().isEmpty()) {
            return title;
        }
        return title + ": " + tonnes(amount)
                + report.total()
                        .month()
                        .momPct()
                        .map(change -> ", " + change(change) + " MoM")
                        .orElse("");
    }

    @Override
    public String totalMonth(MonthReport report, MonthFigure month) {
        return "Total " + flow(report) + " in " + month(report.period()) + " amounted to " + tonnes(month.amount())
                + changes(month) + ".";
    }

    @Override
    public String totalYearToDate(MonthReport report, YearToDate ytd) {
        return "Cumulative " + flow(report) + " " + yearToDate(report.period()) + " totaled " + tonnes(ytd.amount())
                + yearOnYear(ytd) + ".";
    }

    @Override
    public String totalValue(MonthReport report, long value, long unitValuePerTonne) {
        String currency = report.feed().currency();
        String worth = value >= 1_000_000
                ? Rounded.millions(value) + " million " + currency
                : Rounded.whole(value) + " " + currency;
        return "The month's " + flow(report) + " were worth " + worth + ", " + Rounded.whole(unitValuePerTonne) + " "
                + currency + " per tonne.";
    }

    @Override
    public String extremes(MonthReport report, Extreme peak, Extreme trough) {
        return "Over the last twelve months the peak was " + month(peak.period()) + " with "
                + Rounded.tonnes(peak.netWeightKg()) + " mt" + since(report, peak) + ", the trough "
                + month(trough.period()) + " with " + Rounded.tonnes(trough.netWeightKg()) + " mt"
                + since(report, trough) + ".";
    }

    private static String since(MonthReport report, Extreme extreme) {
        if (extreme.period().equals(report.period())) {
            return "";
        }
        return extreme.changeSincePct()
                .map(change -> " (" + change(change) + " since)")
                .orElse("");
    }

    @Override
    public String productMonth(MonthReport report, Product product, MonthFigure month, Optional<BigDecimal> sharePct) {
        return name(product) + ": " + monthName(report.period()) + " " + flow(report) + " stood at "
                + tonnes(month.amount())
                + changes(month)
                + sharePct.map(share -> "; that is " + Rounded.percent(share) + " of the total")
                        .orElse("")
                + ".";
    }

    @Override
    public String productWithoutTrade(MonthReport report, Product product) {
        return name(product) + ": there were no " + flow(report) + " in " + month(report.period()) + ".";
    }

    @Override
    public String productYearToDate(MonthReport report, YearToDate ytd) {
        return "Cumulative " + flow(report) + " " + yearToDate(report.period()) + " reached " + tonnes(ytd.amount())
                + yearOnYear(ytd) + ".";
    }

    @Override
    public String unitValue(MonthReport report, long unitValuePerTonne) {
        return "The average unit value was " + Rounded.whole(unitValuePerTonne) + " "
                + report.feed().currency() + " per tonne.";
    }

    @Override
    public String cycleTurn(CycleFigure latest, CycleFigure before) {
        int now = latest.prevPct().orElseThrow().signum();
        int then = before.prevPct().orElseThrow().signum();
        String start;
        String verb;
        if (then > 0 && now < 0) {
            start = "After a rise of " + level(before, true) + ", ";
            verb = "fell back";
        } else if (then < 0 && now > 0) {
            start = "After a decline of " + level(before, true) + ", ";
            verb = "recovered";
        } else {
            start = "After " + level(before, false) + ", ";
            verb = now > 0 ? "rose" : now < 0 ? "fell" : "stayed";
        }
        String change = now == 0 ? "the same" : Rounded.percent(latest.prevPct().orElseThrow());
        return start + "the " + ordinal(latest) + " " + unit(latest) + " " + verb + (now == 0 ? " " : " by ") + change
                + ", to "
                + tonnes(latest.amount())
                + latest.yoyPct().map(yoy -> " (" + change(yoy) + " YoY)").orElse("")
                + ".";
    }

    /** The level of the one before and its change, which the sentence may have named already. */
    private static String level(CycleFigure before, boolean changeFirst) {
        BigDecimal change = before.prevPct().orElseThrow();
        String when = "the " + ordinal(before) + " " + unit(before)
                + (before.cycle() == Cycle.HALF_YEAR || before.cycle().number(before.span()) == 4
                        ? " of " + before.span().last().getYear()
                        : "");
        return changeFirst
                ? Rounded.percent(change) + " in " + when + " to " + tonnes(before.amount())
                : tonnes(before.amount()) + " in " + when + " (" + change(change) + ")";
    }

    @Override
    public String regions(
            MonthReport report, Product product, List<RegionFigure> largest, Optional<RegionFigure> europeanUnion) {
        RegionFigure first = largest.get(0);
        String text = name(product) + ": the largest region in " + monthName(report.period()) + " was "
                + REGIONS.get(first.id()) + " with " + level(first);
        List<RegionFigure> others = largest.subList(1, largest.size());
        if (!others.isEmpty()) {
            text += ", followed by " + listed(others, region -> REGIONS.get(region.id()) + " with " + level(region));
        }
        return text
                + europeanUnion
                        .map(union -> "; the European Union of 27 took " + level(union))
                        .orElse("")
                + ".";
    }

    private static String level(RegionFigure region) {
        String share = Rounded.percent(region.sharePct().orElseThrow());
        return tonnes(region.month().amount()) + " (" + share
                + region.month()
                        .yoyPct()
                        .map(yoy -> ", " + change(yoy) + " YoY")
                        .orElse("") + ")";
    }

    @Override
    public String largestPartners(MonthReport report, boolean cumulative, List<PartnerStanding> largest) {
        String what = report.feed().tradeFlow().flow() == Flow.EXPORT ? "destination" : "origin";
        boolean several = largest.size() > 1;
        return "The largest " + what + (several ? "s " : " ")
                + (cumulative ? yearToDate(report.period()) : "in " + month(report.period()))
                + (several ? " were " : " was ")
                + listed(largest, partner -> name(partner) + " (" + tonnes(partner.amount()) + ")") + ".";
    }

    @Override
    public String movers(List<PartnerStanding> growing, List<PartnerStanding> falling) {
        List<String> clauses = new ArrayList<>();
        if (!growing.isEmpty()) {
            clauses.add(listed(growing, EnglishPhrases::mover) + " grew");
        }
        if (!falling.isEmpty()) {
            clauses.add(listed(falling, EnglishPhrases::mover) + " fell");
        }
        return "Among the larger partners, " + String.join(", while ", clauses) + ".";
    }

    private static String mover(PartnerStanding partner) {
        return name(partner) + " (" + change(partner.yoyPct().orElseThrow()) + " YoY)";
    }

    @Override
    public String event(PolicyEvent event) {
        String name = event.name().in(language());
        return day(event.date()) + ": " + name + (name.endsWith(".") ? "" : ".")
                + event.text().map(text -> " " + text.in(language())).orElse("");
    }

    @Override
    public String sample() {
        return "These figures are made of sample data; they are not customs data.";
    }

    @Override
    public String productsHeading() {
        return "By product";
    }

    @Override
    public String partnersHeading(MonthReport report) {
        return report.feed().tradeFlow().flow() == Flow.EXPORT ? "By destination" : "By origin";
    }

    @Override
    public String eventsHeading() {
        return "Policy";
    }

    @Override
    public String notesHeading() {
        return "Missing and revised";
    }

    private static String flow(MonthReport report) {
        return report.feed().tradeFlow().flow() == Flow.EXPORT ? "exports" : "imports";
    }

    /** The changes of a month, as a clause that begins with a comma; nothing where none is known. */
    private static String changes(MonthFigure month) {
        List<String> changes = new ArrayList<>();
        month.momPct().ifPresent(mom -> changes.add(change(mom) + " MoM"));
        month.yoyPct().ifPresent(yoy -> changes.add(change(yoy) + " YoY"));
        return changes.isEmpty() ? "" : ", " + String.join(" and ", changes);
    }

    private static String yearOnYear(YearToDate ytd) {
        return ytd.yoyPct().map(yoy -> ", " + change(yoy) + " YoY").orElse("");
    }

    private static String yearToDate(YearMonth period) {
        if (period.getMonthValue() == 12) {
            return "in " + period.getYear();
        }
        return period.getMonthValue() == 1 ? "in " + month(period) : "from January to " + month(period);
    }

    private static String change(BigDecimal percent) {
        return switch (percent.signum()) {
            case 1 -> "up " + Rounded.percent(percent);
            case -1 -> "down " + Rounded.percent(percent);
            default -> "unchanged";
        };
    }

    private static String tonnes(Amount amount) {
        return Rounded.tonnes(amount.netWeightKg().orElseThrow()) + " mt";
    }

    private static String ordinal(CycleFigure figure) {
        return ORDINALS.get(figure.cycle().number(figure.span()) - 1);
    }

    private static String unit(CycleFigure figure) {
        return figure.cycle() == Cycle.HALF_YEAR ? "half" : "quarter";
    }

    private static String name(Product product) {
        return product.name().in("en");
    }

    private static String name(PartnerStanding partner) {
        return partner.partner().name().in("en");
    }

    private static String monthName(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String month(YearMonth month) {
        return monthName(month) + " " + month.getYear();
    }

    private static String day(LocalDate date) {
        return date.getDayOfMonth() + " " + month(YearMonth.from(date));
    }

    private static <T> String listed(List<T> all, Function<T, String> text) {
        List<String> texts = all.stream().map(text).toList();
        int last = texts.size() - 1;
        return last == 0 ? texts.get(0) : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }
}
