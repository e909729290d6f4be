package dev.customsfeed.publish.documents.feed;

import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FeedContent;
import dev.customsfeed.publish.documents.json.MonthDocuments;
import dev.customsfeed.publish.documents.json.Output;
import java.util.List;

/** {@code revisions.json} and {@code availability.json}. */
public final class CompanionDocuments implements Output {

    static final String REVISIONS = "revisions.json";
    static final String AVAILABILITY = "availability.json";

    @Override
    public List<Document> of(FeedContent content, List<Document> before) {
        return List.of(
                CompanionJson.revisions(content.data(), content.revisions(), content.root()),
                CompanionJson.availability(
                        content.data(),
                        content.months().stream()
                                .map(MonthDocuments::availability)
                                .toList(),
                        content.missing(),
                        content.languages(),
                        content.root()));
    }
}
