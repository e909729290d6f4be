package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.CycleFigure;
import dev.customsfeed.publish.figures.report.Drivers;
import dev.customsfeed.publish.figures.report.Extreme;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Movement;
import dev.customsfeed.publish.figures.report.Movement.Size;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.words.language.MovementPhrases;
import dev.customsfeed.publish.words.language.Rounded;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an article says in English on what moved: drivers, half-years and quarters, peak and trough. */
final class EnglishMovements extends EnglishWording implements MovementPhrases {

    EnglishMovements(MonthReport report) {
        super(report);
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

    @Override
    public String cycles(CycleFigure latest, CycleFigure before) {
        boolean sameYear =
                before.span().last().getYear() == latest.span().last().getYear();
        Movement then = new Movement(before.prevPct().orElseThrow());
        Movement now = new Movement(latest.prevPct().orElseThrow());
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
    public String driversHeading() {
        return "What drove the change";
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
