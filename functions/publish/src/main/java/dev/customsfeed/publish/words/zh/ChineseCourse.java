package dev.customsfeed.publish.words.zh;

import dev.customsfeed.publish.figures.course.Shape;
import dev.customsfeed.publish.figures.course.Stability;
import dev.customsfeed.publish.figures.course.TwelveMonths;
import dev.customsfeed.publish.figures.report.CycleFigure;
import dev.customsfeed.publish.figures.report.Extreme;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Movement;
import dev.customsfeed.publish.figures.report.Movement.Size;
import dev.customsfeed.publish.figures.report.Movement.Turn;
import dev.customsfeed.publish.words.language.CoursePhrases;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an article says in Chinese on the course of months. */
final class ChineseCourse extends ChineseWording implements CoursePhrases {

    ChineseCourse(MonthReport report) {
        super(report);
    }

    @Override
    public String courseHeading() {
        return "截至" + Chinese.month(period) + "的十二个月";
    }

    @Override
    public String twelveMonths(Optional<TwelveMonths> total, List<Of<TwelveMonths>> products) {
        String ofProducts = listed(
                products,
                of -> name(of.product().orElseThrow())
                        + tonnes(of.what().sum())
                        + of.what()
                                .changePct()
                                .value()
                                .map(change -> "（" + signed(change) + "）")
                                .orElse(""));
        return total.map(all -> flow(report.total()) + tonnes(all.sum())
                        + all.changePct()
                                .value()
                                .map(change -> "，比此前十二个月" + change(change))
                                .orElse("")
                        + (ofProducts.isEmpty() ? "" : "，其中" + ofProducts) + "。")
                .orElse("分产品，与此前十二个月相比：" + ofProducts + "。");
    }

    @Override
    public String stability(Stability stability) {
        return "十二个月合计" + change(stability.now().percent()) + "，这一变动" + (stability.isStable() ? "稳定" : "不稳定") + "：三个月前为"
                + change(stability.threeMonthsAgo().percent()) + "，六个月前为"
                + change(stability.sixMonthsAgo().percent()) + "。";
    }

    @Override
    public String shapes(List<Of<Shape>> shapes) {
        Map<Shape, List<String>> subjects = new LinkedHashMap<>();
        shapes.forEach(of -> subjects.computeIfAbsent(of.what(), any -> new ArrayList<>())
                .add(of.product().map(ChineseWording::name).orElse("总量")));
        List<String> clauses = new ArrayList<>();
        subjects.forEach((shape, names) -> clauses.add(String.join("、", names) + word(shape)));
        return "按近三个月与上年同期相比的走势，" + String.join("；", clauses) + "。";
    }

    private static String word(Shape shape) {
        return switch (shape) {
            case RISING -> "连续六个月明显增长";
            case FALLING -> "连续六个月明显下降";
            case PEAKED -> "此前明显增长，现已不再";
            case RECOVERING -> "此前明显下降，现已不再";
            case DIP_AND_RECOVERY -> "先增后降，现再度增长";
            case NO_DIRECTION -> "无明确方向";
        };
    }

    @Override
    public String cycles(Optional<Pair> total, List<Of<Pair>> products) {
        if (total.isEmpty()) {
            Pair first = products.get(0).what();
            return cycle(first.before(), !isOfOneYear(first)) + "和" + cycle(first.latest(), !isOfOneYear(first)) + "，"
                    + each(products) + "。";
        }
        Pair pair = total.get();
        List<Of<Pair>> alike =
                products.stream().filter(of -> of.what().goesAs(pair)).toList();
        List<Of<Pair>> others =
                products.stream().filter(of -> !of.what().goesAs(pair)).toList();
        List<String> clauses = new ArrayList<>();
        if (!alike.isEmpty()) {
            clauses.add(both(alike) + "走势相同");
        }
        if (!others.isEmpty()) {
            clauses.add(both(others) + "走势不同");
        }
        return ofTotal(pair) + (clauses.isEmpty() ? "" : String.join("；", clauses) + "。");
    }

    private static String both(List<Of<Pair>> products) {
        return listed(
                products,
                of -> name(of.product().orElseThrow()) + "（"
                        + signed(Pair.change(of.what().before())) + "、"
                        + signed(Pair.change(of.what().latest())) + "）");
    }

    private static String each(List<Of<Pair>> products) {
        return listed(
                products,
                of -> {
                    Movement then = new Movement(Pair.change(of.what().before()));
                    String first = "先" + moved(then).replace("，", "");
                    String next = movedOn(
                                    then, new Movement(Pair.change(of.what().latest())))
                            .replace("，", "");
                    return name(of.product().orElseThrow()) + first + "、后" + next;
                },
                "；");
    }

    private static boolean isOfOneYear(Pair pair) {
        return pair.before().span().last().getYear()
                == pair.latest().span().last().getYear();
    }

    private static String ofTotal(Pair pair) {
        boolean sameYear = isOfOneYear(pair);
        Movement then = new Movement(Pair.change(pair.before()));
        Movement now = new Movement(Pair.change(pair.latest()));
        return cycle(pair.before(), !sameYear) + "环比" + moved(then) + level(pair.before()) + "；"
                + cycle(pair.latest(), !sameYear) + movedOn(then, now) + level(pair.latest()) + "。";
    }

    private static String cycle(CycleFigure figure, boolean withYear) {
        return withYear
                ? Chinese.cycle(figure.cycle(), figure.span())
                : Chinese.cycleOfYear(figure.cycle(), figure.span());
    }

    private static String level(CycleFigure cycle) {
        return "至" + tonnes(cycle.amount())
                + cycle.yoyPct().map(yoy -> "（同比" + signed(yoy) + "）").orElse("");
    }

    private static String moved(Movement movement) {
        boolean up = movement.isUp();
        return switch (movement.size()) {
            case NONE -> "持平，";
            case SLIGHT -> (up ? "微增" : "微降") + percent(movement.changePct());
            case ORDINARY -> (up ? "增长" : "下降") + percent(movement.changePct());
            case STEEP -> (up ? "大增" : "大降") + percent(movement.changePct());
        };
    }

    private static String movedOn(Movement then, Movement now) {
        if (now.after(then) == Turn.AFRESH || now.size() == Size.SLIGHT) {
            return "环比" + moved(now);
        }
        boolean up = now.isUp();
        String verb = now.after(then) == Turn.BACK ? up ? "回升" : "回落" : up ? "续增" : "续降";
        return verb + percent(now.changePct());
    }

    @Override
    public String extremes(Optional<Extremes> total, List<Of<Extremes>> products) {
        String ofProducts = products.isEmpty()
                ? ""
                : "各产品高低点："
                        + listed(
                                products,
                                of -> name(of.product().orElseThrow())
                                        + inBrackets(of.what().peak()) + "、"
                                        + inBrackets(of.what().trough()),
                                "；")
                        + "。";
        return total.map(this::ofTotal).orElse("") + ofProducts;
    }

    private String inBrackets(Extreme extreme) {
        return monthWithin(extreme.period()) + "（" + tonnes(extreme.netWeightGrams())
                + (extreme.alike() > 1 ? "，" + others(extreme) : "") + "）";
    }

    private String ofTotal(Extremes extremes) {
        Extreme peak = extremes.peak();
        Extreme trough = extremes.trough();
        String now = period.getMonthValue() + "月";
        if (peak.period().equals(period)) {
            return now + "为其间最高" + othersInBrackets(peak) + "，最低为" + level(trough) + "。";
        }
        if (trough.period().equals(period)) {
            return now + "为其间最低" + othersInBrackets(trough) + "，最高为" + level(peak) + "。";
        }
        String places = listed(
                List.of(since(peak, "高点"), since(trough, "低点")).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                Function.identity(),
                "、");
        return "高点为" + level(peak) + "，低点为" + level(trough) + (places.isEmpty() ? "" : "；" + now + places) + "。";
    }

    private String level(Extreme extreme) {
        return monthWithin(extreme.period()) + "的" + tonnes(extreme.netWeightGrams()) + othersInBrackets(extreme);
    }

    private static String othersInBrackets(Extreme extreme) {
        return extreme.alike() > 1 ? "（" + others(extreme) + "）" : "";
    }

    private static String others(Extreme extreme) {
        return "另有" + (extreme.alike() - 1) + "个月相同";
    }

    private static Optional<String> since(Extreme extreme, String what) {
        return extreme.changeSincePct().map(change -> switch (change.signum()) {
            case 1 -> "较" + what + "高" + percent(change);
            case -1 -> "较" + what + "低" + percent(change);
            default -> "与" + what + "持平";
        });
    }

    /** With the year only where it is not the report's. */
    private String monthWithin(YearMonth month) {
        return month.getYear() == period.getYear() ? month.getMonthValue() + "月" : Chinese.month(month);
    }
}
