package dev.customsfeed.publish.documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.missing.MissingFigures;
import dev.customsfeed.publish.figures.revision.Revision;
import dev.customsfeed.publish.words.Languages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the documents of a feed are made of.
 *
 * @param data what the feed is computed of
 * @param cube all months by product and partner
 * @param missing why months of each product are missing
 * @param revisions what changed in months since they first arrived, newest first
 * @param months what is written of each month, newest first
 * @param newest the report of the newest month as it is written, read once for all documents; empty where there is no month
 * @param languages those that it is written in
 * @param root the address of the folder that holds the feeds' folders; without it no document holds an absolute address of its own
 * @param rows where the rows are that the figures add up from
 * @param kept documents that were made before
 */
public record FeedContent(
        FeedData data,
        TradeCube cube,
        Map<Product, MissingFigures> missing,
        List<Revision> revisions,
        List<MonthDocuments> months,
        Optional<JsonNode> newest,
        Languages languages,
        Optional<String> root,
        RowAccess rows,
        Kept kept) {}
