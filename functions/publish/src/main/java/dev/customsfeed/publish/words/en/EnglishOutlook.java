package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.outlook.Outlook;
import dev.customsfeed.publish.figures.outlook.Outlook.Range;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.words.language.CoursePhrases.Of;
import dev.customsfeed.publish.words.language.OutlookPhrases;
import java.util.List;
import java.util.TreeSet;

/** What an article says in English on what the coming months come to if things run on as they did. */
final class EnglishOutlook extends EnglishWording implements OutlookPhrases {

    EnglishOutlook(MonthReport report, ShortNames shortNames) {
        super(report, shortNames);
    }

    @Override
    public String outlookHeading() {
        return "Outlook";
    }

    @Override
    public String none(Reason why) {
        return "No outlook is given: " + why(why) + ".";
    }

    private String why(Reason reason) {
        if (reason instanceof Reason.TooShort few) {
            return "it takes " + few.needed() + " consecutive months of net weights, and the series has " + few.there();
        }
        return reason instanceof Reason.Incomplete incomplete
                ? "comparable net weights for " + English.months(new TreeSet<>(incomplete.missing())) + " are not known"
                : "too many months had no " + flows(report.total());
    }

    @Override
    public String ranges(List<Range> ranges) {
        Range first = ranges.get(0);
        StringBuilder text = new StringBuilder("If " + flows(report.total()) + " run on as they did, ")
                .append(comesTo(
                        first, first.origins() == 1 ? " such range in the past held" : " such ranges in the past held"))
                .append('.');
        if (ranges.size() > 1) {
            text.append(" Likewise ")
                    .append(String.join(
                            "; ",
                            ranges.subList(1, ranges.size()).stream()
                                    .map(range -> comesTo(range, " held"))
                                    .toList()))
                    .append('.');
        }
        return text.toString();
    }

    private static String comesTo(Range range, String did) {
        String held = range.origins() == 0 ? "" : "; " + range.covered() + " of " + range.origins() + did;
        return target(range.span())
                + (range.span().length() > 1 ? " together come to " : " comes to ")
                + tonnes(range.expected()) + " (" + bounds(range) + held + ")";
    }

    private static String bounds(Range range) {
        return tonnes(range.low()) + " to " + tonnes(range.high());
    }

    private static String target(Span span) {
        return span.length() == 1
                ? English.month(span.first())
                : English.monthName(span.first()) + " and " + English.month(span.last());
    }

    @Override
    public String products(List<Of<Range>> products) {
        return English.capital(target(products.get(0).what().span())) + " by product: "
                + listed(
                        products,
                        of -> shortName(of.product().orElseThrow()) + " "
                                + tonnes(of.what().expected()) + " (" + bounds(of.what()) + ")")
                + ".";
    }

    @Override
    public String last(Outlook.Outcome last) {
        Range range = last.range();
        String where = last.held() ? "within" : Fraction.of(last.actual()).isBelow(range.low()) ? "below" : "above";
        return (range.span().length() == 1
                        ? "The " + tonnes(last.actual()) + " of " + English.month(period)
                        : "The " + tonnes(last.actual()) + " of " + target(range.span()) + " together")
                + " lay " + where + " the range given "
                + (range.span().length() == 1 ? "a month" : "two months") + " before (" + bounds(range) + ").";
    }

    @Override
    public String eventInBasis(PolicyEvent event) {
        String name = event.name().in(LANGUAGE).strip();
        return "The three months that this is the mean of lie around an event: "
                + (name.endsWith(".") ? name : name + ".");
    }

    @Override
    public String ofSamples() {
        return "It is computed from sample data.";
    }
}
