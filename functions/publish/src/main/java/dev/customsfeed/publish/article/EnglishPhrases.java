package dev.customsfeed.publish.article;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.article.Drivers.Driver;
import dev.customsfeed.publish.report.CycleFigure;
import dev.customsfeed.publish.report.Extreme;
import dev.customsfeed.publish.report.Figures;
import dev.customsfeed.publish.report.Figures.Inside;
import dev.customsfeed.publish.report.MonthFigure;
import dev.customsfeed.publish.report.MonthReport;
import dev.customsfeed.publish.report.NetRevision;
import dev.customsfeed.publish.report.ProductReport;
import dev.customsfeed.publish.report.RegionFigure;
import dev.customsfeed.publish.report.YearToDate;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Comparison;
import dev.customsfeed.publish.statistics.Cycle;
import dev.customsfeed.publish.statistics.Partner;
import dev.customsfeed.publish.statistics.PartnerCodes;
import dev.customsfeed.publish.words.English;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** English, in the words of market reports. Tonnes are metric tonnes, {@code mt}; percentage points are {@code pp}. */
final class EnglishPhrases implements Phrases {

    private static final String LANGUAGE = Language.ENGLISH.texts();
    /** A change from this on is a surge or a slump, in percent. */
    private static final BigDecimal STEEP = BigDecimal.TEN;
    /** A change below this is an edge up or down, in percent. */
    private static final BigDecimal SLIGHT = BigDecimal.ONE;

    private final MonthReport report;
    private final YearMonth period;
    private final Flow flow;
    private final String currency;
    private final PartnerCodes codes;
    private final ShortNames shortNames;

    EnglishPhrases(MonthReport report) {
        this.report = report;
        this.period = report.period();
        this.flow = report.feed().tradeFlow().flow();
        this.currency = report.feed().currency();
        this.codes = PartnerCodes.of(report.feed().tradeFlow().source());
        this.shortNames = new ShortNames(report.feed().products());
    }

    @Override
    public String sentenceSeparator() {
        return " ";
    }

    @Override
    public String title(boolean revised) {
        Figures total = report.total();
        List<String> figures = new ArrayList<>();
        figures.add(tonnes(total.month().amount())
                + total.month()
                        .momPct()
                        .map(change -> ", " + change(change) + " MoM")
                        .orElse(""));
        if (total.ytd().amount().netWeightKg().isPresent() && period.getMonthValue() > 1) {
            String span = period.getMonthValue() == 12
                    ? period.getYear() + " total "
                    : "January–" + English.monthName(period) + " ";
            figures.add(span + tonnes(total.ytd().amount()) + yearOnYear(total.ytd()));
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

    /** The flow, with what the figures are limited to. */
    private String flows(Figures figures) {
        return flows() + limited(figures) + (figures.coverage().isOfAllParts() ? "" : " alone");
    }

    private String limited(Figures figures) {
        String part = figures.coverage().scope() instanceof Scope.PartOf limit
                ? " " + English.limited(limit, flow, codes)
                : "";
        SortedSet<String> unreported = figures.coverage().unreported();
        int reported = report.feed().reporters().size() - unreported.size();
        return unreported.isEmpty()
                ? part
                : part + " of the " + reported + " reporting member" + (reported == 1 ? "" : "s");
    }

    @Override
    public String titleOfIncomplete(List<Product> unreported, List<Product> weightless) {
        return feedTitle() + ", " + English.month(period) + ": incomplete, "
                + String.join(", ", lacking(unreported, weightless, ""));
    }

    @Override
    public String incomplete(List<Product> unreported, List<Product> weightless) {
        return subject() + " in " + English.month(period) + " are incomplete: "
                + String.join("; ", lacking(unreported, weightless, "is ")) + ". No total can be given.";
    }

    /** What is lacking; of many products, what is there. */
    private List<String> lacking(List<Product> unreported, List<Product> weightless, String verb) {
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
            lacking.add(
                    "the net weight of " + listed(weightless, this::shortName) + " " + verb + "not reported in full");
        }
        if (lacking.isEmpty()) {
            lacking.add("not all products " + (verb.isEmpty() ? "" : "are ") + "of one scope");
        }
        return lacking;
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
                    case NO_WEIGHT -> "not all net weights were reported";
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
        return subject() + " in " + English.month(period) + " amounted to " + tonnes(month.amount())
                + changes(", ", month) + ".";
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
        return "Cumulative " + flows(report.total()) + " " + yearToDate() + " totaled " + tonnes(ytd.amount())
                + yearOnYear(ytd) + ".";
    }

    @Override
    public String totalValue(Amount month) {
        return "They were worth " + worth(month) + ", "
                + whole(month.unitValuePerTonne().orElseThrow()) + " " + currency + " per tonne.";
    }

    private String worth(Amount amount) {
        long thousandths = amount.valueThousandths().orElseThrow();
        return thousandths >= 1_000_000_000
                ? Rounded.grouped(Rounded.shifted(thousandths, 9, 1)) + " million " + currency
                : whole(amount.value().orElseThrow()) + " " + currency;
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
                + tonnes(inside.month().amount()) + changes(", ", inside.month()) + ".";
    }

    @Override
    public String noWhole() {
        return "No file has the whole of the month.";
    }

    @Override
    public String partnersOfPart(Optional<Product> product, List<PartnerStanding> partners) {
        return product.map(EnglishPhrases::name).orElse("In all") + (flow == Flow.EXPORT ? ": to " : ": from ")
                + listed(
                        partners, partner -> English.partner(partner.partner()) + " (" + tonnes(partner.amount()) + ")")
                + ".";
    }

    @Override
    public String partnersMissing(NavigableSet<YearMonth> months) {
        return "The customs files of " + English.months(months) + " do not tell " + places() + ".";
    }

    @Override
    public String productDrivers(Drivers<Product> drivers) {
        String along = named(drivers.along(), this::shortName);
        String against = named(drivers.against(), this::shortName);
        String others = drivers.others()
                .map(pp -> "; the other products together come to " + points(pp))
                .orElse("");
        int direction = drivers.changePct().signum();
        boolean monthOnMonth = drivers.comparison() == Comparison.MONTH_ON_MONTH;
        String before = monthOnMonth ? monthWithin(period.minusMonths(1)) : English.month(period.minusYears(1));
        if (direction == 0) {
            return "The month was level with " + before + ": " + both(along, " rose", against, " fell") + others + ".";
        }
        if (drivers.isBalance()) {
            return "The month hardly moved from " + before + " (" + change(drivers.changePct()) + "): "
                    + both(along, direction > 0 ? " rose" : " fell", against, direction > 0 ? " fell" : " rose")
                    + others + ".";
        }
        if (monthOnMonth) {
            return "The " + percent(drivers.changePct()) + (direction > 0 ? " rise from " : " decline from ") + before
                    + " came from " + along
                    + (against.isEmpty() ? "" : "; " + against + (direction > 0 ? " held it back" : " cushioned it"))
                    + others + ".";
        }
        return "Year on year the total was " + change(drivers.changePct()) + ": "
                + both(along, direction > 0 ? " gained" : " lost", against, direction > 0 ? " lost" : " gained")
                + others + ".";
    }

    private static String both(String along, String did, String against, String didNot) {
        return along.isEmpty()
                ? against + didNot
                : against.isEmpty() ? along + did : along + did + ", while " + against + didNot;
    }

    @Override
    public String partnerDrivers(Drivers<Partner> drivers) {
        String along = named(drivers.along(), English::partner);
        String against = named(drivers.against(), English::partner);
        String others = drivers.others()
                .map(pp -> "; all other " + places() + " together come to " + points(pp))
                .orElse("");
        int direction = drivers.changePct().signum();
        String span =
                switch (drivers.comparison()) {
                    case CUMULATIVE -> "in " + monthsSoFar();
                    case YEAR_ON_YEAR -> "from " + English.month(period.minusYears(1));
                    case MONTH_ON_MONTH -> "from " + monthWithin(period.minusMonths(1));
                };
        if (direction == 0) {
            return "By " + place() + ", the total was unchanged " + span + ": " + both(along, " rose", against, " fell")
                    + others + ".";
        }
        if (drivers.isBalance()) {
            return "By " + place() + ", the total hardly moved " + span + " (" + change(drivers.changePct()) + "): "
                    + both(along, direction > 0 ? " rose" : " fell", against, direction > 0 ? " fell" : " rose")
                    + others
                    + ".";
        }
        return "By " + place() + ", the " + percent(drivers.changePct()) + (direction > 0 ? " rise " : " decline ")
                + span + " came mainly from " + along
                + (against.isEmpty() ? "" : "; " + against + (direction > 0 ? " fell" : " grew") + " against the trend")
                + others + ".";
    }

    private static <T> String named(List<Driver<T>> drivers, Function<T, String> name) {
        return drivers.isEmpty()
                ? ""
                : listed(drivers, driver -> name.apply(driver.part()) + " (" + points(driver.pp()) + ")");
    }

    private static String points(BigDecimal pp) {
        return Rounded.signed(pp) + " pp";
    }

    @Override
    public String cycles(CycleFigure latest, CycleFigure before) {
        boolean sameYear =
                before.span().last().getYear() == latest.span().last().getYear();
        BigDecimal then = before.prevPct().orElseThrow();
        BigDecimal now = latest.prevPct().orElseThrow();
        String start = "The " + ordinal(before) + " " + unit(before)
                + (sameYear ? "" : " of " + before.span().last().getYear());
        String second =
                "the " + ordinal(latest) + (sameYear && latest.cycle() == Cycle.QUARTER ? "" : " " + unit(latest))
                        + (sameYear ? "" : " of " + latest.span().last().getYear());
        String onTheOneBefore = latest.cycle() == Cycle.HALF_YEAR ? " HoH " : " QoQ ";
        return start + " " + moved(then) + onTheOneBefore + level(before) + "; " + second + " " + movedOn(then, now)
                + " " + level(latest) + ".";
    }

    private static String level(CycleFigure cycle) {
        return (cycle.prevPct().orElseThrow().signum() == 0 ? "at " : "to ")
                + tonnes(cycle.amount())
                + cycle.yoyPct().map(yoy -> " (" + change(yoy) + " YoY)").orElse("");
    }

    private static String moved(BigDecimal change) {
        if (change.signum() == 0) {
            return "held level";
        }
        boolean up = change.signum() > 0;
        String verb = isSteep(change)
                ? up ? "surged" : "slumped"
                : isSlight(change) ? up ? "edged up" : "edged down" : up ? "grew" : "contracted";
        return verb + " " + percent(change);
    }

    private static String movedOn(BigDecimal then, BigDecimal now) {
        if (now.signum() == 0 || then.signum() == 0) {
            return moved(now);
        }
        boolean up = now.signum() > 0;
        if (isSlight(now)) {
            return then.signum() == now.signum()
                    ? (up ? "edged up a further " : "edged down a further ") + percent(now)
                    : moved(now);
        }
        if (then.signum() != now.signum()) {
            return (up ? "recovered " : "fell back ") + percent(now);
        }
        return (up ? "rose a further " : "fell a further ") + percent(now);
    }

    private static boolean isSteep(BigDecimal change) {
        return change.abs().compareTo(STEEP) >= 0;
    }

    private static boolean isSlight(BigDecimal change) {
        return change.abs().compareTo(SLIGHT) < 0;
    }

    @Override
    public String extremes(Extreme peak, Extreme trough) {
        String now = English.monthName(period);
        if (peak.period().equals(period)) {
            return now + " was the highest of the last twelve months; the lowest was " + level(trough) + ".";
        }
        if (trough.period().equals(period)) {
            return now + " was the lowest of the last twelve months; the highest was " + level(peak) + ".";
        }
        List<String> places = new ArrayList<>();
        since(peak, "the peak").ifPresent(places::add);
        since(trough, "the trough").ifPresent(places::add);
        return "The twelve-month peak was " + level(peak) + ", the trough " + level(trough)
                + (places.isEmpty() ? "" : "; " + now + " stood " + String.join(" and ", places)) + ".";
    }

    private String level(Extreme extreme) {
        return monthWithin(extreme.period()) + " with " + Rounded.grouped(Rounded.tonnes(extreme.netWeightGrams()))
                + " mt";
    }

    private static Optional<String> since(Extreme extreme, String what) {
        return extreme.changeSincePct().map(change -> switch (change.signum()) {
            case 1 -> percent(change) + " above " + what;
            case -1 -> percent(change) + " below " + what;
            default -> "level with " + what;
        });
    }

    @Override
    public String productMonth(ProductReport product, boolean only) {
        MonthFigure month = product.figures().month();
        String share = product.sharePct()
                .filter(known -> !only)
                .map(known -> ", or " + percent(known) + " of the total")
                .orElse("");
        String unitValue = month.amount().unitValuePerTonne().isPresent()
                ? ", at an average of "
                        + whole(month.amount().unitValuePerTonne().getAsLong()) + " " + currency + " per tonne"
                : "";
        return name(product.product()) + ": " + English.monthName(period) + " " + flows(product.figures())
                + " stood at " + tonnes(month.amount()) + changes(", ", month) + share + unitValue + ".";
    }

    @Override
    public String productWithoutTrade(ProductReport product) {
        return name(product.product()) + ": there were no " + flows() + limited(product.figures()) + " in "
                + English.month(period) + ".";
    }

    @Override
    public String productYearToDate(Figures product) {
        return "Cumulative " + flows(product) + " " + yearToDate() + " reached "
                + tonnes(product.ytd().amount()) + yearOnYear(product.ytd()) + ".";
    }

    @Override
    public String smallerProducts(List<ProductReport> products, boolean cumulative) {
        String text = "Smaller lines: "
                + listed(
                        products,
                        product -> shortName(product.product()) + " "
                                + tonnes(product.figures().month().amount())
                                + inParentheses(changes("", product.figures().month())))
                + ".";
        if (!cumulative) {
            return text;
        }
        return text + " " + English.capital(yearToDate()) + " they reached "
                + listed(
                        products,
                        product -> tonnes(product.figures().ytd().amount())
                                + inParentheses(product.figures()
                                        .ytd()
                                        .yoyPct()
                                        .map(yoy -> change(yoy) + " YoY")
                                        .orElse("")))
                + " respectively.";
    }

    @Override
    public String regions(List<RegionFigure> largest, Optional<RegionFigure> europeanUnion) {
        String direction = flow == Flow.EXPORT ? "to " : "from ";
        String verb = flow == Flow.EXPORT ? " went to " : " came from ";
        RegionFigure first = largest.get(0);
        String rest = largest.size() == 1
                ? ""
                : ", "
                        + listed(
                                largest.subList(1, largest.size()),
                                region -> share(region) + " " + direction + English.region(region.id()) + " ("
                                        + level(region) + ")");
        return "Of the month's " + flows() + ", " + share(first) + verb + English.region(first.id()) + " ("
                + level(first) + ")" + rest + union(europeanUnion) + ".";
    }

    @Override
    public String regions(Product product, List<RegionFigure> largest, Optional<RegionFigure> europeanUnion) {
        RegionFigure first = largest.get(0);
        List<RegionFigure> others = largest.subList(1, largest.size());
        return name(product) + ": the largest region in " + English.monthName(period) + " was "
                + English.region(first.id())
                + " with " + share(first) + " (" + level(first) + ")"
                + (others.isEmpty()
                        ? ""
                        : ", ahead of "
                                + listed(
                                        others,
                                        region -> English.region(region.id()) + " with " + share(region) + " ("
                                                + level(region) + ")"))
                + union(europeanUnion) + ".";
    }

    private String union(Optional<RegionFigure> europeanUnion) {
        return europeanUnion
                .map(union -> "; the European Union of 27 " + (flow == Flow.EXPORT ? "took " : "supplied ")
                        + share(union) + " (" + level(union) + ")")
                .orElse("");
    }

    private static String share(RegionFigure region) {
        return percent(region.sharePct().orElseThrow());
    }

    private static String level(RegionFigure region) {
        return tonnes(region.month().amount())
                + region.month()
                        .yoyPct()
                        .map(yoy -> ", " + change(yoy) + " YoY")
                        .orElse("");
    }

    @Override
    public String largestPartners(boolean cumulative, List<PartnerStanding> largest) {
        String when = when(cumulative);
        if (largest.size() == 1) {
            PartnerStanding only = largest.get(0);
            return "The only " + place() + " " + when + " was " + English.partner(only.partner()) + " with "
                    + tonnes(only.amount()) + ".";
        }
        return "The largest " + places() + " " + when + " were "
                + listed(largest, partner -> English.partner(partner.partner()) + " (" + tonnes(partner.amount()) + ")")
                + ".";
    }

    @Override
    public String movers(boolean cumulative, List<PartnerStanding> growing, List<PartnerStanding> falling) {
        String grew = growing.isEmpty() ? "" : listed(growing, EnglishPhrases::mover);
        String fell = falling.isEmpty() ? "" : listed(falling, EnglishPhrases::mover);
        String when = cumulative ? "" : "in " + English.monthName(period) + ", ";
        return English.capital(when + both(grew, " grew most", fell, " lost most")) + ".";
    }

    private static String mover(PartnerStanding partner) {
        return English.partner(partner.partner()) + " ("
                + partner.yoyPct().map(yoy -> change(yoy) + " YoY, ").orElse("none a year earlier, ")
                + points(partner.contributionPp().orElseThrow()) + ")";
    }

    @Override
    public String smallerProductsPartners(boolean cumulative, List<LargestPartner> largest) {
        return "Among the smaller lines, the largest " + place() + " " + when(cumulative) + " was "
                + listed(
                        largest,
                        product -> English.partner(product.partner().partner()) + " for " + shortName(product.product())
                                + " (" + tonnes(product.partner().amount()) + ")")
                + ".";
    }

    @Override
    public String event(PolicyEvent event, boolean later) {
        String name = event.name().in(LANGUAGE);
        return (later ? "Since then, on " : "") + English.day(event.date()) + ": " + name
                + (name.endsWith(".") ? "" : ".")
                + event.text().map(text -> " " + text.in(LANGUAGE)).orElse("");
    }

    @Override
    public String notListed(List<Product> products) {
        return "The customs files of " + English.month(period) + " do not list " + listed(products, this::shortName)
                + ", and nothing says whether there was no trade or it was left out.";
    }

    @Override
    public String weightless(List<Product> products) {
        return "Customs does not report a net weight for all " + flows() + " of " + listed(products, this::shortName)
                + " in " + English.month(period) + ".";
    }

    @Override
    public String unknownPartners(List<String> codes) {
        return "No code list names the partner " + (codes.size() == 1 ? "code " : "codes ") + English.listed(codes)
                + " of the customs files; what " + (codes.size() == 1 ? "it stands" : "they stand")
                + " for counts in the totals and in no region.";
    }

    @Override
    public String revised(List<NetRevision> revisions, boolean more, boolean only) {
        return "Revised since first published: "
                + listed(
                        revisions,
                        revision -> (only ? "" : commodity(revision) + " ") + by(revision) + changed(revision))
                + (more ? ", among others" : "") + ".";
    }

    @Override
    public String revision(NetRevision revision, boolean only) {
        String what = English.monthName(period) + " " + flows()
                + (only && revision.product().hs().size() == 1 ? "" : " of " + commodity(revision))
                + revision.reporter()
                        .map(reporter -> " by " + English.reporter(reporter))
                        .orElse("");
        String day = English.day(revision.day());
        if (revision.isWithdrawn()) {
            return what + " (" + level(revision.from()) + ") were withdrawn on " + day + ".";
        }
        String how =
                switch (revision.cause()) {
                    case FILE -> " by the file of " + day;
                    case WITHDRAWAL -> " on " + day + ", when a newer file was withdrawn";
                    case RESTORATION -> " on " + day + ", when a withdrawn file was restored";
                };
        if (revision.isHidden()) {
            return what + " were revised by less than is shown" + how + ".";
        }
        return revision.isOfSplit()
                ? what + " stayed at " + level(revision.from()) + ", but their split by " + place() + " was revised"
                        + how + "."
                : what + " were revised " + changed(revision) + how + ".";
    }

    private static String by(NetRevision revision) {
        return revision.reporter()
                .map(reporter -> "by " + English.reporter(reporter) + " ")
                .orElse("");
    }

    /** The product; with the code of the commodity where it has several. */
    private String commodity(NetRevision revision) {
        return shortName(revision.product())
                + (revision.product().hs().size() == 1 ? "" : " (HS " + revision.commodity() + ")");
    }

    /** From what to what an amount changed; by how much where the rounded figures would not show it. */
    private String changed(NetRevision revision) {
        Amount from = revision.from();
        Amount to = revision.to().orElseThrow();
        String percent = revision.changePct()
                .filter(change -> change.signum() != 0)
                .map(change -> " (" + Rounded.signed(change) + "%)")
                .orElse("");
        if (from.netWeightKg().equals(to.netWeightKg())) {
            String before = worth(from);
            String after = worth(to);
            return before.equals(after) ? "slightly in value" : "in value from " + before + " to " + after;
        }
        String before = level(from);
        String after = level(to);
        return before.equals(after)
                ? "by "
                        + Rounded.signedTonnes(to.netWeightGrams().orElseThrow()
                                - from.netWeightGrams().orElseThrow()) + " mt to " + after
                : "from " + before + " to " + after + percent;
    }

    private static String level(Amount amount) {
        return amount.netWeightKg().isPresent() ? tonnes(amount) : "a net weight not reported in full";
    }

    @Override
    public String revisedBefore(NavigableSet<YearMonth> months) {
        return "The figures of " + English.months(months)
                + " were revised after they were first published, and the cumulative figures with them.";
    }

    @Override
    public String rejected() {
        return "A customs file that concerns this month was rejected and does not count.";
    }

    @Override
    public String sample() {
        return "These figures are made of sample data; they are not customs data.";
    }

    @Override
    public String driversHeading() {
        return "What drove the change";
    }

    @Override
    public String productsHeading() {
        return "By product";
    }

    @Override
    public String partnersHeading() {
        return "By " + place();
    }

    @Override
    public String eventsHeading() {
        return "Policy";
    }

    @Override
    public String notesHeading() {
        return "Missing and revised";
    }

    private String flows() {
        return English.flows(flow);
    }

    private String place() {
        return flow == Flow.EXPORT ? "destination" : "origin";
    }

    private String places() {
        return place() + "s";
    }

    /** The changes of a month after {@code lead}; nothing where none is known. */
    private static String changes(String lead, MonthFigure month) {
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

    private static String inParentheses(String text) {
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private static String yearOnYear(YearToDate ytd) {
        return ytd.yoyPct().map(yoy -> ", " + change(yoy) + " YoY").orElse("");
    }

    private String when(boolean cumulative) {
        return cumulative ? yearToDate() : "in " + English.month(period);
    }

    /** The year so far where "from" would be taken for where a change began. */
    private String monthsSoFar() {
        if (period.getMonthValue() == 12) {
            return String.valueOf(period.getYear());
        }
        return (period.getMonthValue() == 1 ? "" : "January–") + English.month(period);
    }

    private String yearToDate() {
        if (period.getMonthValue() == 12) {
            return "in " + period.getYear();
        }
        return period.getMonthValue() == 1 ? "in " + English.month(period) : "from January to " + English.month(period);
    }

    private static String change(BigDecimal percent) {
        return switch (percent.signum()) {
            case 1 -> "up " + percent(percent);
            case -1 -> "down " + percent(percent);
            default -> "unchanged";
        };
    }

    private static String percent(BigDecimal percent) {
        return Rounded.grouped(percent.abs()) + "%";
    }

    private static String whole(long number) {
        return Rounded.grouped(BigDecimal.valueOf(number));
    }

    private static String tonnes(Amount amount) {
        return Rounded.grouped(Rounded.tonnes(amount.netWeightGrams().orElseThrow())) + " mt";
    }

    private static String ordinal(CycleFigure figure) {
        return English.ordinal(figure.cycle(), figure.span());
    }

    private static String unit(CycleFigure figure) {
        return English.unit(figure.cycle());
    }

    private static String name(Product product) {
        return product.name().in(LANGUAGE).strip();
    }

    private String shortName(Product product) {
        return shortNames.of(product);
    }

    /** With the year only where it is not the report's. */
    private String monthWithin(YearMonth month) {
        return month.getYear() == period.getYear() ? English.monthName(month) : English.month(month);
    }

    private static <T> String listed(List<T> all, Function<T, String> text) {
        return English.listed(all.stream().map(text).toList());
    }
}
