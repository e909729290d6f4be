package dev.customsfeed.publish.documents.report;

import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FeedContent;
import dev.customsfeed.publish.documents.json.MonthDocuments;
import dev.customsfeed.publish.documents.json.Output;
import java.util.List;

/** {@code reports/<period>.json}: the report of each month, newest first. */
public final class ReportDocuments implements Output {

    @Override
    public List<Document> of(FeedContent content, List<Document> before) {
        return content.months().stream().map(MonthDocuments::report).toList();
    }
}
