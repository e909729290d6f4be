package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.FeedTrade;
import dev.customsfeed.publish.figures.revision.Revision;
import java.util.List;

/** What is computed of a feed's data. */
public final class Reports {

    private Reports() {}

    /** All reports, newest first. */
    public static List<MonthReport> of(FeedData data) {
        MonthReports reports = MonthReports.of(data, FeedTrade.of(data));
        return reports.bases().stream().map(reports::report).toList();
    }

    /** All revisions, newest first. */
    public static List<Revision> revisions(FeedData data) {
        return MonthReports.of(data, FeedTrade.of(data)).revisions();
    }
}
