package dev.customsfeed.publish.documents.series;

import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FeedContent;
import dev.customsfeed.publish.documents.json.Output;
import dev.customsfeed.publish.figures.feed.TradeCube;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole feed as one table: by month, product, partner and measure. */
public final class SeriesDocuments implements Output {

    static final String JSON_STAT = "series.json";
    static final String CSV = "series.csv";
    static final String OUTLOOK = "outlook.csv";
    static final String DATA_PACKAGE = "datapackage.json";

    private static final String CSV_TYPE = "text/csv; charset=utf-8";

    /** Stands for all partners together, as in SDMX. */
    static final String ALL_PARTNERS = "_T";

    /**
     * {@code series.json} (JSON-stat 2.0), {@code series.csv} and {@code datapackage.json} (Data Package v2), and {@code outlook.csv}
     * where the newest month has an outlook; none of a feed without months.
     */
    @Override
    public List<Document> of(FeedContent content, List<Document> before) {
        return of(content.cube(), content.newest().flatMap(OutlookTable::of));
    }

    /** Those of the newest months that have at most {@code most} rows of {@code series.csv} together; the newest month in any case. */
    public static NewestMonths newest(TradeCube cube, int most) {
        return SeriesCsv.newest(cube, most);
    }

    /** The same of a feed whose trade is {@code cube}. */
    static List<Document> of(TradeCube cube, Optional<OutlookTable> outlook) {
        if (cube.months().isEmpty()) {
            return List.of();
        }
        Document json = Document.current(JSON_STAT, "application/json", SeriesJson.bytes(cube, outlook));
        Document csv = Document.current(CSV, CSV_TYPE, SeriesCsv.bytes(cube));
        Optional<DataPackage.Ahead> ahead =
                outlook.map(table -> new DataPackage.Ahead(table, Document.current(OUTLOOK, CSV_TYPE, table.csv())));
        byte[] described = DataPackage.bytes(new DataPackage.Contents(cube, csv, json, ahead));
        List<Document> documents = new ArrayList<>(List.of(json, csv));
        ahead.ifPresent(one -> documents.add(one.csv()));
        documents.add(Document.current(DATA_PACKAGE, "application/json", described));
        return List.copyOf(documents);
    }
}
