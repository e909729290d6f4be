package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.CycleFigure;
import dev.customsfeed.publish.figures.report.Drivers;
import dev.customsfeed.publish.figures.report.Extreme;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Movement;
import dev.customsfeed.publish.figures.report.Movement.Size;
import dev.customsfeed.publish.figures.report.Movement.Turn;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.words.language.MovementPhrases;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an article says in Chinese on what moved: drivers, half-years and quarters, peak and trough. */
final class ChineseMovements extends ChineseWording implements MovementPhrases {

    ChineseMovements(MonthReport report) {
        super(report);
    }

    @Override
    public String productDrivers(Drivers<Product> drivers) {
        String label = drivers.comparison() == Comparison.MONTH_ON_MONTH ? "环比" : "同比";
        return label + driven(drivers, ChineseWording::name, "产品");
    }

    @Override
    public String partnerDrivers(Drivers<Partner> drivers) {
        String label =
                switch (drivers.comparison()) {
                    case CUMULATIVE -> yearToDate() + "累计" + flow() + "同比";
                    case YEAR_ON_YEAR -> "当月" + flow() + "同比";
                    case MONTH_ON_MONTH -> "当月" + flow() + "环比";
                };
        return "分" + place() + "看，" + label + driven(drivers, ChineseWording::name, place());
    }

    private static <T> String driven(Drivers<T> drivers, Function<T, String> name, String rest) {
        String along = named(drivers.along(), name);
        String against = named(drivers.against(), name);
        String others =
                drivers.others().map(pp -> "，其余" + rest + "合计" + points(pp)).orElse("");
        String change = change(drivers.changePct());
        int direction = drivers.changePct().signum();
        if (direction != 0 && drivers.isBalance()) {
            return "基本持平（" + change + "），"
                    + Stream.of(
                                    along.isEmpty() ? "" : along + (direction > 0 ? "增加" : "减少"),
                                    against.isEmpty() ? "" : against + (direction > 0 ? "减少" : "增加"))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining("，"))
                    + others + "。";
        }
        return switch (direction) {
                    case 1 -> change + "，主要由" + along + "拉动" + (against.isEmpty() ? "" : "，" + against + "形成拖累");
                    case -1 -> change + "，主要受" + along + "拖累" + (against.isEmpty() ? "" : "，" + against + "形成支撑");
                    default ->
                        change + "，" + (along.isEmpty() ? "" : along + "增加")
                                + (along.isEmpty() || against.isEmpty() ? "" : "，")
                                + (against.isEmpty() ? "" : against + "减少");
                }
                + others + "。";
    }

    @Override
    public String cycles(CycleFigure latest, CycleFigure before) {
        boolean sameYear =
                before.span().last().getYear() == latest.span().last().getYear();
        Movement then = new Movement(before.prevPct().orElseThrow());
        Movement now = new Movement(latest.prevPct().orElseThrow());
        return cycle(before, !sameYear) + "环比" + moved(then) + level(before) + "；" + cycle(latest, !sameYear)
                + movedOn(then, now) + level(latest) + "。";
    }

    private static String cycle(CycleFigure figure, boolean withYear) {
        return withYear
                ? Chinese.cycle(figure.cycle(), figure.span())
                : Chinese.cycleOfYear(figure.cycle(), figure.span());
    }

    private static String level(CycleFigure cycle) {
        return "至" + tonnes(cycle.amount())
                + cycle.yoyPct().map(yoy -> "（同比" + change(yoy) + "）").orElse("");
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
    public String extremes(Extreme peak, Extreme trough) {
        String now = period.getMonthValue() + "月";
        if (peak.period().equals(period)) {
            return now + "为近12个月最高，最低为" + level(trough) + "。";
        }
        if (trough.period().equals(period)) {
            return now + "为近12个月最低，最高为" + level(peak) + "。";
        }
        String places = listed(
                List.of(since(peak, "高点"), since(trough, "低点")).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                Function.identity(),
                "、");
        return "近12个月高点为" + level(peak) + "，低点为" + level(trough) + (places.isEmpty() ? "" : "；" + now + places) + "。";
    }

    private String level(Extreme extreme) {
        return monthWithin(extreme.period()) + "的" + tonnes(extreme.netWeightGrams());
    }

    private static Optional<String> since(Extreme extreme, String what) {
        return extreme.changeSincePct().map(change -> switch (change.signum()) {
            case 1 -> "较" + what + "高" + percent(change);
            case -1 -> "较" + what + "低" + percent(change);
            default -> "与" + what + "持平";
        });
    }

    @Override
    public String driversHeading() {
        return "变动来源";
    }

    /** With the year only where it is not the report's. */
    private String monthWithin(YearMonth month) {
        return month.getYear() == period.getYear() ? month.getMonthValue() + "月" : Chinese.month(month);
    }
}
