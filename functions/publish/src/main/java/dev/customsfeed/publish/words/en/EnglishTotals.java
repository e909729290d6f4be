package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.course.LowBase;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.Figures.Inside;
import dev.customsfeed.publish.figures.report.Gap;
import dev.customsfeed.publish.figures.report.MonthFigure;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.Worth;
import dev.customsfeed.publish.figures.report.YearToDate;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.Standing;
import dev.customsfeed.publish.words.language.TotalPhrases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an article says in English on the total of all products and what it is of. */
final class EnglishTotals extends EnglishWording implements TotalPhrases {

    EnglishTotals(MonthReport report, ShortNames shortNames) {
        super(report, shortNames);
    }

    @Override
    public String title(boolean revised) {
        Figures total = report.total();
        List<String> figures = new ArrayList<>();
        figures.add(size(total.month().amount())
                + total.month()
                        .momPct()
                        .map(change -> ", " + change(change) + " MoM")
                        .orElse(""));
        Amount ytd = total.ytd().amount();
        boolean cumulates =
                ytd.netWeightKg().isPresent() || total.month().amount().isOfValueAlone() && ytd.isOfValueAlone();
        if (cumulates && period.getMonthValue() > 1) {
            String span = period.getMonthValue() == 12
                    ? period.getYear() + " total "
                    : "January to " + English.monthName(period) + " ";
            figures.add(span + size(total.ytd().amount()) + yearOnYear(total.ytd()));
        }
        return feedTitle() + ", " + English.month(period) + inParentheses(limits()) + (revised ? " (revised)" : "")
                + ": " + String.join("; ", figures);
    }

    /** What the total is limited to; nothing where it is of all. */
    private String limits() {
        List<String> limits = new ArrayList<>();
        if (report.total().coverage().scope() instanceof Scope.PartOf part) {
            limits.add(flows() + " " + English.limited(part, flow, codes) + " alone");
        }
        if (lacksMembers()) {
            limits.add(report.reporting().size() + " of "
                    + report.feed().reporters().size() + " members");
        }
        return String.join(", ", limits);
    }

    private boolean lacksMembers() {
        return !report.total().coverage().unreported().isEmpty();
    }

    @Override
    public String titleOfIncomplete(List<Product> unreported, List<ProductReport> weightless) {
        return feedTitle() + ", " + English.month(period) + ": incomplete, "
                + String.join(", ", lacking(unreported, weightless, ""));
    }

    @Override
    public String incomplete(List<Product> unreported, List<ProductReport> weightless) {
        return subject() + " in " + English.month(period) + " are incomplete: "
                + String.join("; ", lacking(unreported, weightless, "is ")) + ". No total can be given.";
    }

    /** What is lacking; of many products, what is there. */
    private List<String> lacking(List<Product> unreported, List<ProductReport> weightless, String verb) {
        List<String> lacking = new ArrayList<>();
        List<Product> reported = report.feed().products().stream()
                .filter(product -> !unreported.contains(product))
                .toList();
        if (!unreported.isEmpty()) {
            String are = unreported.size() == 1 || verb.isEmpty() ? verb : "are ";
            lacking.add(
                    reported.isEmpty()
                            ? "not all of it " + verb + "reported"
                            : reported.size() * 2 < unreported.size()
                                    ? "only " + listed(reported, this::shortName) + " "
                                            + (reported.size() == 1 || verb.isEmpty() ? verb : "are ") + "reported"
                                    : listed(unreported, this::shortName) + " " + are + "not reported");
        }
        if (!weightless.isEmpty()) {
            lacking.add("the net weight of " + listed(weightless, product -> shortName(product.product())) + " " + verb
                    + "not " + (isUnreported(weightless) ? "reported" : "known") + " in full");
        }
        if (lacking.isEmpty()) {
            lacking.add("not all products " + (verb.isEmpty() ? "" : "are ") + "of one scope");
        }
        return lacking;
    }

    /** Whether customs reported no net weight, rather than one that was not understood or not asked for. */
    private static boolean isUnreported(List<ProductReport> weightless) {
        return weightless.stream().allMatch(product -> product.unknownWeights().equals(UNREPORTED));
    }

    @Override
    public String gap(Gap gap) {
        String what =
                switch (gap.figure()) {
                    case MONTH_ON_MONTH -> "There is no comparison with " + English.month(period.minusMonths(1));
                    case YEAR_ON_YEAR -> "There is no comparison with " + English.month(period.minusYears(1));
                    case ALL_YEAR_ON_YEAR -> "There is no comparison with a year earlier";
                    case CUMULATIVE -> "There is no total for " + monthsSoFar();
                    case CUMULATIVE_YEAR_ON_YEAR -> "The cumulative total has no comparison with a year earlier";
                };
        String why =
                switch (gap.reason()) {
                    case MISSING -> missing(gap);
                    case NO_TRADE -> "there were no " + flows() + " then";
                    case ZERO_WEIGHT -> "the net weight was zero then";
                    case ZERO_VALUE -> "the value was zero then";
                    case NO_WEIGHT ->
                        gap.weightReasons().equals(UNREPORTED)
                                ? "not all net weights were reported"
                                : English.weightReasons(gap.weightReasons());
                    case OTHER_SCOPE ->
                        gap.isOfOneMonth()
                                ? "its figures are of another scope"
                                : "figures for " + English.months(gap.months()) + " are of another scope";
                };
        return what + ": " + why + ".";
    }

    private String missing(Gap gap) {
        String which = gap.products().isEmpty() ? "figures" : "figures of " + listed(gap.products(), this::shortName);
        if (gap.isOfOneMonth()) {
            return "its " + which + " are missing";
        }
        return which + " for " + English.months(gap.months()) + " are missing"
                + (gap.inPart() && gap.products().isEmpty() ? " or incomplete" : "");
    }

    @Override
    public String totalMonth() {
        MonthFigure month = report.total().month();
        return subject() + " in " + English.month(period) + " amounted to " + size(month.amount())
                + changes(", ", month)
                + from(month.yoyPct(), report.total().worth().yearBefore(), isOnLowBase()) + ".";
    }

    private boolean isOnLowBase() {
        return !report.total().month().amount().isOfValueAlone()
                && report.analysis().yearBase().value().filter(LowBase::isLow).isPresent();
    }

    /** What all is about, to begin a sentence: the feed's title where that names the flow. */
    private String subject() {
        String title = English.capital(feedTitle());
        if (report.total().coverage().scope() instanceof Scope.PartOf || lacksMembers()) {
            return title + ": " + flows(report.total());
        }
        boolean namesTheFlow = title.endsWith(" " + flows()) || title.startsWith(English.capital(flows()) + " of ");
        return namesTheFlow ? title : title + ": total " + flows();
    }

    private String feedTitle() {
        return report.feed().title().in(LANGUAGE).strip();
    }

    @Override
    public String totalYearToDate() {
        YearToDate ytd = report.total().ytd();
        return English.capital(flows(report.total())) + " totaled " + size(ytd.amount())
                + changeOfYear(", ", report.total()) + ".";
    }

    @Override
    public String totalValue(boolean withUnitValue) {
        Amount month = report.total().month().amount();
        Worth worth = report.total().worth();
        String unitValue = withUnitValue && month.unitValuePerTonne().orElse(0) > 0
                ? ", or " + perTonne(month.unitValuePerTonne().getAsLong())
                        + changes(", ", worth.unitValueMomPct(), worth.unitValueYoyPct())
                : "";
        return "They were worth " + worth(month) + changes(", ", worth.valueMomPct(), worth.valueYoyPct()) + unitValue
                + ".";
    }

    @Override
    public String valueYearToDate(boolean withUnitValue) {
        Worth worth = report.total().worth();
        return "They were worth " + worth(report.total().ytd().amount())
                + worth.ytdValueYoyPct().map(yoy -> ", " + change(yoy) + " YoY").orElse("")
                + (withUnitValue && worth.ytdUnitValuePerTonne().orElse(0) > 0
                        ? ", or " + perTonne(worth.ytdUnitValuePerTonne().getAsLong())
                                + worth.ytdUnitValueYoyPct()
                                        .map(yoy -> ", " + change(yoy) + " YoY")
                                        .orElse("")
                        : "")
                + ".";
    }

    @Override
    public String standing(Standing standing) {
        return "The month was " + standing(", ", standing).substring(2) + ".";
    }

    @Override
    public String telling(List<TellingChange> changes) {
        Map<Subject, List<String>> bySubject = new LinkedHashMap<>();
        changes.forEach(telling -> bySubject
                .computeIfAbsent(telling.subject(), any -> new ArrayList<>())
                .add(change(telling.changePct())
                        + (telling.comparison() == Comparison.MONTH_ON_MONTH ? " MoM" : " YoY")));
        return "Standing out most against usual swings: "
                + listed(
                        List.copyOf(bySubject.entrySet()),
                        subject -> words(subject.getKey()) + " (" + String.join(" and ", subject.getValue()) + ")")
                + ".";
    }

    private String words(Subject subject) {
        String name = subject.product().map(this::shortName).orElse("the total");
        return switch (subject.measure()) {
            case NET_WEIGHT -> name;
            case VALUE -> subject.product().isPresent() ? "the value of " + name : "the total value";
            case UNIT_VALUE -> subject.product().isPresent() ? "the unit value of " + name : "the unit value";
        };
    }

    @Override
    public String yearHeading() {
        return monthsSoFar();
    }

    @Override
    public String byValue(SortedSet<WeightReason> why) {
        return "Net weights are not known (" + English.weightReasons(why) + "): the figures are of the value.";
    }

    @Override
    public String valuation() {
        return English.valuation(report.valuations()) + ".";
    }

    @Override
    public String estimated(BigDecimal percent) {
        return "The source itself estimated " + percent(percent) + " of this net weight.";
    }

    @Override
    public String membersMissing() {
        SortedSet<String> missing = new TreeSet<>(report.feed().reporters());
        missing.removeAll(report.reporting());
        if (report.reporting().size() < missing.size() && !report.reporting().isEmpty()) {
            return "Only " + English.reporters(report.reporting())
                    + (report.reporting().size() == 1 ? " has" : " have") + " reported the month.";
        }
        return English.capital(English.reporters(missing)) + (missing.size() == 1 ? " has" : " have")
                + " not reported the month.";
    }

    @Override
    public String amongMembers(Inside inside) {
        return "Trade among the members, which is not counted, came to "
                + size(inside.month().amount()) + changes(", ", inside.month()) + ".";
    }

    @Override
    public String noWhole() {
        return "No file has the whole of the month.";
    }
}
