package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.Drivers;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.trade.Comparison;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.words.language.MovementPhrases;
import java.time.YearMonth;

/** What an article says in English on what drove a change. */
final class EnglishMovements extends EnglishWording implements MovementPhrases {

    EnglishMovements(MonthReport report, ShortNames shortNames) {
        super(report, shortNames);
    }

    @Override
    public String productDrivers(Drivers<Product> drivers) {
        String along = named(drivers.along(), this::shortName);
        String against = named(drivers.against(), this::shortName);
        String others = drivers.others().map(pp -> "; the others " + points(pp)).orElse("");
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
        String others = drivers.others().map(pp -> "; all others " + points(pp)).orElse("");
        int direction = drivers.changePct().signum();
        String span =
                switch (drivers.comparison()) {
                    // The part of the article that it stands in says so.
                    case CUMULATIVE -> "";
                    case YEAR_ON_YEAR -> " from " + English.month(period.minusYears(1));
                    case MONTH_ON_MONTH -> " from " + monthWithin(period.minusMonths(1));
                };
        if (direction == 0) {
            return "By " + place() + ", the total was unchanged" + span + ": " + both(along, " rose", against, " fell")
                    + others + ".";
        }
        if (drivers.isBalance()) {
            return "By " + place() + ", the total hardly moved" + span + " (" + change(drivers.changePct()) + "): "
                    + both(along, direction > 0 ? " rose" : " fell", against, direction > 0 ? " fell" : " rose")
                    + others
                    + ".";
        }
        return "By " + place() + ", the " + percent(drivers.changePct()) + (direction > 0 ? " rise" : " decline")
                + span + " came mainly from " + along
                + (against.isEmpty() ? "" : "; " + against + (direction > 0 ? " fell" : " grew") + " against the trend")
                + others + ".";
    }

    @Override
    public String pointsExplained() {
        return "Figures in pp are percentage points of the change of the whole.";
    }

    @Override
    public String driversHeading() {
        return ofMonth("What drove the change");
    }

    /** With the year only where it is not the report's. */
    private String monthWithin(YearMonth month) {
        return month.getYear() == period.getYear() ? English.monthName(month) : English.month(month);
    }
}
