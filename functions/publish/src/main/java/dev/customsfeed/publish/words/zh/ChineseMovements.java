package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.Drivers;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.words.language.MovementPhrases;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an article says in Chinese on what drove a change. */
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
    public String pointsExplained() {
        return "文中百分点为各部分对整体变动的贡献。";
    }

    @Override
    public String driversHeading() {
        return ofMonth("变动来源");
    }
}
