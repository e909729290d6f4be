package dev.customsfeed.publish.words.en;

import dev.customsfeed.publish.figures.course.Shape;
import dev.customsfeed.publish.figures.course.Stability;
import dev.customsfeed.publish.figures.course.TwelveMonths;
import dev.customsfeed.publish.figures.report.CycleFigure;
import dev.customsfeed.publish.figures.report.Extreme;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Movement;
import dev.customsfeed.publish.figures.report.Movement.Size;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.words.language.CoursePhrases;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an article says in English on the course of months. */
final class EnglishCourse extends EnglishWording implements CoursePhrases {

    EnglishCourse(MonthReport report, ShortNames shortNames) {
        super(report, shortNames);
    }

    @Override
    public String courseHeading() {
        return "Twelve months to " + English.month(period);
    }

    @Override
    public String twelveMonths(Optional<TwelveMonths> total, List<Of<TwelveMonths>> products) {
        String ofProducts = products.isEmpty()
                ? ""
                : listed(
                        products,
                        of -> shortName(of.product().orElseThrow()) + " "
                                + tonnes(of.what().sum())
                                + of.what()
                                        .changePct()
                                        .value()
                                        .map(change -> " (" + signed(change) + ")")
                                        .orElse(""));
        return total.map(all -> English.capital(flows(report.total())) + " came to " + tonnes(all.sum())
                        + all.changePct()
                                .value()
                                .map(change -> ", " + change(change) + " on the twelve months before")
                                .orElse("")
                        + (ofProducts.isEmpty() ? "" : ": " + ofProducts) + ".")
                .orElse("By product, on the twelve months before: " + ofProducts + ".");
    }

    @Override
    public String stability(Stability stability) {
        String earlier = change(stability.threeMonthsAgo().percent()) + " three months ago and "
                + change(stability.sixMonthsAgo().percent()) + " six months ago";
        return "The change over twelve months, " + change(stability.now().percent()) + ", is "
                + (stability.isStable() ? "stable" : "not stable") + ": it was " + earlier + ".";
    }

    @Override
    public String shapes(List<Of<Shape>> shapes) {
        Map<Shape, List<String>> subjects = new LinkedHashMap<>();
        shapes.forEach(of -> subjects.computeIfAbsent(of.what(), any -> new ArrayList<>())
                .add(of.product().map(this::shortName).orElse("the total")));
        List<String> clauses = new ArrayList<>();
        subjects.forEach((shape, names) -> clauses.add(English.listed(names) + " " + verb(shape, names.size() > 1)));
        return "By their last three months against the same a year before, " + String.join("; ", clauses) + ".";
    }

    private static String verb(Shape shape, boolean several) {
        return switch (shape) {
            case RISING -> (several ? "have" : "has") + " been clearly up for six months";
            case FALLING -> (several ? "have" : "has") + " been clearly down for six months";
            case PEAKED -> several ? "were clearly up and are no longer" : "was clearly up and is no longer";
            case RECOVERING -> several ? "were clearly down and are no longer" : "was clearly down and is no longer";
            case DIP_AND_RECOVERY ->
                (several ? "were" : "was") + " clearly up, then down, and " + (several ? "are" : "is") + " up again";
            case NO_DIRECTION -> several ? "show no direction" : "shows no direction";
        };
    }

    @Override
    public String cycles(Optional<Pair> total, List<Of<Pair>> products) {
        if (total.isEmpty()) {
            boolean halves = products.get(0).what().latest().cycle() == Cycle.HALF_YEAR;
            return (halves ? "Half on half, " : "Quarter on quarter, ") + each(products) + ".";
        }
        Pair pair = total.get();
        List<Of<Pair>> alike =
                products.stream().filter(of -> of.what().goesAs(pair)).toList();
        List<Of<Pair>> others =
                products.stream().filter(of -> !of.what().goesAs(pair)).toList();
        List<String> clauses = new ArrayList<>();
        if (!alike.isEmpty()) {
            clauses.add("so did " + both(alike));
        }
        if (!others.isEmpty()) {
            clauses.add("not so " + both(others));
        }
        return ofTotal(pair) + (clauses.isEmpty() ? "" : " " + English.capital(String.join("; ", clauses)) + ".");
    }

    private String both(List<Of<Pair>> products) {
        return listed(
                products,
                of -> shortName(of.product().orElseThrow()) + " ("
                        + signed(Pair.change(of.what().before())) + ", "
                        + signed(Pair.change(of.what().latest())) + ")");
    }

    private String each(List<Of<Pair>> products) {
        return String.join(
                "; ",
                products.stream()
                        .map(of -> {
                            Movement then = new Movement(Pair.change(of.what().before()));
                            return shortName(of.product().orElseThrow()) + " " + moved(then) + " and then "
                                    + movedOn(
                                            then,
                                            new Movement(Pair.change(of.what().latest())));
                        })
                        .toList());
    }

    private static String ofTotal(Pair pair) {
        CycleFigure latest = pair.latest();
        CycleFigure before = pair.before();
        boolean sameYear =
                before.span().last().getYear() == latest.span().last().getYear();
        Movement then = new Movement(Pair.change(before));
        Movement now = new Movement(Pair.change(latest));
        String start = "The " + ordinal(before) + " " + unit(before)
                + (sameYear ? "" : " of " + before.span().last().getYear());
        String second = "the " + ordinal(latest)
                + (sameYear
                        ? ""
                        : " " + unit(latest) + " of " + latest.span().last().getYear());
        String onTheOneBefore = latest.cycle() == Cycle.HALF_YEAR ? " HoH " : " QoQ ";
        return start + " " + moved(then) + onTheOneBefore + level(before) + "; " + second + " " + movedOn(then, now)
                + " " + level(latest) + ".";
    }

    private static String level(CycleFigure cycle) {
        return (Pair.change(cycle).signum() == 0 ? "at " : "to ")
                + tonnes(cycle.amount())
                + cycle.yoyPct().map(yoy -> " (" + signed(yoy) + " YoY)").orElse("");
    }

    private static String moved(Movement movement) {
        boolean up = movement.isUp();
        String verb =
                switch (movement.size()) {
                    case NONE -> "held level";
                    case SLIGHT -> up ? "edged up" : "edged down";
                    case ORDINARY -> up ? "grew" : "contracted";
                    case STEEP -> up ? "surged" : "slumped";
                };
        return movement.size() == Size.NONE ? verb : verb + " " + percent(movement.changePct());
    }

    private static String movedOn(Movement then, Movement now) {
        boolean up = now.isUp();
        boolean slight = now.size() == Size.SLIGHT;
        return switch (now.after(then)) {
            case AFRESH -> moved(now);
            case FURTHER ->
                (slight
                                ? up ? "edged up a further " : "edged down a further "
                                : up ? "rose a further " : "fell a further ")
                        + percent(now.changePct());
            case BACK -> slight ? moved(now) : (up ? "recovered " : "fell back ") + percent(now.changePct());
        };
    }

    @Override
    public String extremes(Optional<Extremes> total, List<Of<Extremes>> products) {
        String ofProducts = products.isEmpty()
                ? ""
                : (total.isPresent() ? "By product: " : "Peak and trough by product: ")
                        + products.stream()
                                .map(of -> shortName(of.product().orElseThrow()) + " "
                                        + level(of.what().peak()) + " and "
                                        + level(of.what().trough()))
                                .collect(Collectors.joining("; "))
                        + ".";
        return total.map(this::ofTotal)
                .map(sentence -> ofProducts.isEmpty() ? sentence : sentence + " " + ofProducts)
                .orElse(ofProducts);
    }

    private static String others(Extreme extreme, String as) {
        int others = extreme.alike() - 1;
        return others == 0
                ? ""
                : " (" + others + (others == 1 ? " other month was as " : " other months were as ") + as + ")";
    }

    private String ofTotal(Extremes extremes) {
        Extreme peak = extremes.peak();
        Extreme trough = extremes.trough();
        String now = English.monthName(period);
        if (peak.period().equals(period)) {
            return now + " was the highest of the twelve" + others(peak, "high") + "; the lowest was " + level(trough)
                    + ".";
        }
        if (trough.period().equals(period)) {
            return now + " was the lowest of the twelve" + others(trough, "low") + "; the highest was " + level(peak)
                    + ".";
        }
        List<String> places = new ArrayList<>();
        since(peak).ifPresent(places::add);
        since(trough).ifPresent(places::add);
        return "The peak was " + level(peak) + ", the trough " + level(trough)
                + (places.isEmpty()
                        ? ""
                        : "; " + now + " stood " + String.join(" and ", places) + (places.size() > 1 ? " them" : " it"))
                + ".";
    }

    private String level(Extreme extreme) {
        int others = extreme.alike() - 1;
        return monthWithin(extreme.period()) + " (" + tonnes(extreme.netWeightGrams())
                + (others == 0 ? "" : ", as in " + others + " other month" + (others == 1 ? "" : "s")) + ")";
    }

    private static Optional<String> since(Extreme extreme) {
        return extreme.changeSincePct().map(change -> switch (change.signum()) {
            case 1 -> percent(change) + " above";
            case -1 -> percent(change) + " below";
            default -> "level";
        });
    }

    private static String ordinal(CycleFigure figure) {
        return English.ordinal(figure.cycle(), figure.span());
    }

    private static String unit(CycleFigure figure) {
        return English.unit(figure.cycle());
    }

    /** With the year only where it is not the report's. */
    private String monthWithin(YearMonth month) {
        return month.getYear() == period.getYear() ? English.monthName(month) : English.month(month);
    }
}
