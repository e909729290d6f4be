package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.Document.Keeping;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.documents.page.PartDocuments.OfParts;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.feed.TradeCube;
import dev.customsfeed.publish.figures.feed.Valuations;
import dev.customsfeed.publish.figures.missing.MissingFigures;
import dev.customsfeed.publish.figures.report.RegionFigure;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.MonthlyTotals;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.Language;
import java.io.IOException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes {@code page/overview.json}: all that the page shows before anybody chooses a month, and the names of what it loads then. The
 * lists of figures have an entry for each of its months, null where it is not known.
 */
final class Overview {

    static final String PATH = "page/overview.json";

    private final FeedData data;
    private final TradeCube cube;
    private final Map<Product, MissingFigures> missing;
    private final Map<String, Document> documents;
    private final SortedMap<YearMonth, Document> articles;
    private final SortedMap<YearMonth, Document> partnerValues;
    private final Unpriced unpriced;
    private final Map<String, Document> courses;
    private final Destinations destinations;
    private final Dimensions dimensions;
    private final SortedMap<String, OfParts> partDocuments;
    private final Languages languages;
    private final JsonGenerator json;
    private final FigureJson write;
    private final Map<CustomsFile, Integer> files = new LinkedHashMap<>();
    private final Map<Coverage, Integer> coverages = new LinkedHashMap<>();

    private Overview(
            FeedData data,
            TradeCube cube,
            Map<Product, MissingFigures> missing,
            Map<String, Document> documents,
            SortedMap<YearMonth, Document> articles,
            SortedMap<YearMonth, Document> partnerValues,
            Unpriced unpriced,
            Map<String, Document> courses,
            Destinations destinations,
            Dimensions dimensions,
            SortedMap<String, OfParts> partDocuments,
            Languages languages,
            JsonGenerator json) {
        this.data = data;
        this.cube = cube;
        this.missing = missing;
        this.documents = documents;
        this.articles = articles;
        this.partnerValues = partnerValues;
        this.unpriced = unpriced;
        this.courses = courses;
        this.destinations = destinations;
        this.dimensions = dimensions;
        this.partDocuments = partDocuments;
        this.languages = languages;
        this.json = json;
        this.write = new FigureJson(json);
    }

    static Document document(
            FeedData data,
            TradeCube cube,
            Map<Product, MissingFigures> missing,
            List<Document> documents,
            SortedMap<YearMonth, Document> articles,
            SortedMap<YearMonth, Document> partnerValues,
            Unpriced unpriced,
            Map<String, Document> courses,
            Destinations destinations,
            Dimensions dimensions,
            SortedMap<String, OfParts> partDocuments,
            Languages languages) {
        Map<String, Document> byPath = new TreeMap<>();
        documents.forEach(document -> byPath.put(document.path(), document));
        return Document.current(PATH, "application/json", FigureJson.object(json -> new Overview(
                        data,
                        cube,
                        missing,
                        byPath,
                        articles,
                        partnerValues,
                        unpriced,
                        courses,
                        destinations,
                        dimensions,
                        partDocuments,
                        languages,
                        json)
                .overview()));
    }

    private void overview() throws IOException {
        FeedDefinition feed = data.definition();
        write.feed(feed);
        json.writeObjectFieldStart("currencyName");
        for (Language language : languages.all()) {
            Optional<String> name = language.names().currency(feed.currency());
            if (name.isPresent()) {
                json.writeStringField(language.texts(), name.get());
            }
        }
        json.writeEndObject();
        if (feed.isOfGroup()) {
            write.text(
                    "reporterName",
                    languages.name(names -> names.reporter(feed.tradeFlow().reporter())));
        }
        if (Valuations.areWorthSaying(feed.tradeFlow().flow(), cube.valuations())) {
            write.text("valuation", languages.name(names -> names.valuation(cube.valuations())));
        }
        json.writeBooleanField("sample", feed.sample());
        documents();
        months();
        json.writeArrayFieldStart("products");
        for (Product product : cube.products().keySet()) {
            product(product);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("total");
        coverage(cube.total());
        figures(Courses.ALL, cube.total());
        json.writeStringField(
                "course", Objects.requireNonNull(courses.get(Courses.ALL)).path());
        json.writeEndObject();
        parts();
        events();
        files();
        coverages();
    }

    /** Which of the {@code coverages} the figures of each month are of; nothing where all are of everything. */
    private void coverage(MonthlyTotals totals) throws IOException {
        List<Optional<Coverage>> months =
                cube.months().stream().map(totals::coverage).toList();
        if (months.stream().flatMap(Optional::stream).allMatch(Coverage::isWhole)) {
            return;
        }
        json.writeArrayFieldStart("coverage");
        for (Optional<Coverage> month : months) {
            if (month.isEmpty() || month.get().isWhole()) {
                json.writeNull();
            } else {
                json.writeNumber(coverages.computeIfAbsent(month.get(), any -> coverages.size()));
            }
        }
        json.writeEndArray();
    }

    private void coverages() throws IOException {
        if (coverages.isEmpty()) {
            return;
        }
        TradeFlow flow = data.definition().tradeFlow();
        PartnerCodes codes = data.partnerCodes();
        json.writeArrayFieldStart("coverages");
        for (Coverage coverage : coverages.keySet()) {
            int members = data.definition().reporters().size();
            json.writeStartObject();
            for (Map.Entry<String, String> text : languages
                    .name(names -> names.coverage(coverage, members, flow.flow(), codes))
                    .byLanguage()
                    .entrySet()) {
                json.writeStringField(text.getKey(), text.getValue());
            }
            json.writeBooleanField("part", !coverage.isOfAllParts());
            if (!coverage.unreported().isEmpty()) {
                write.text("without", languages.name(names -> names.reporters(coverage.unreported())));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What the page links to beside the reports. */
    private void documents() throws IOException {
        json.writeArrayFieldStart("documents");
        for (Document document : documents.values()) {
            if (document.keeping() != Keeping.NAMED_BY_CONTENT
                    && !document.path().contains("/")) {
                json.writeString(document.path());
            }
        }
        json.writeEndArray();
    }

    private void months() throws IOException {
        json.writeArrayFieldStart("months");
        for (YearMonth month : cube.months()) {
            String path = "reports/" + month + ".json";
            Optional<Document> report = Optional.ofNullable(documents.get(path));
            json.writeStartObject();
            json.writeStringField("period", month.toString());
            if (report.isPresent()) {
                json.writeStringField("report", path);
                json.writeStringField("archive", report.get().archivePath());
            }
            if (articles.containsKey(month)) {
                json.writeStringField("article", articles.get(month).path());
                json.writeStringField(
                        "partners",
                        Objects.requireNonNull(partnerValues.get(month)).path());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void product(Product product) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", product.id());
        json.writeArrayFieldStart("hs");
        for (String code : product.hs()) {
            json.writeString(code);
        }
        json.writeEndArray();
        write.text("name", product.name());
        MonthlyTotals totals =
                Objects.requireNonNull(cube.products().get(product)).totals();
        coverage(totals);
        figures(product.id(), totals);
        json.writeStringField(
                "course", Objects.requireNonNull(courses.get(product.id())).path());
        json.writeArrayFieldStart("files");
        for (YearMonth month : cube.months()) {
            filesOf(product, month);
        }
        json.writeEndArray();
        if (!Objects.requireNonNull(missing.get(product)).equals(MissingFigures.NONE)) {
            json.writeObjectFieldStart("missing");
            write.missing(missing.get(product), languages);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** The numbers of the files that the product's month comes from. */
    private void filesOf(Product product, YearMonth month) throws IOException {
        json.writeStartArray();
        List<Integer> numbers = product.hs().stream()
                .flatMap(commodity -> data.definition().reporters().stream()
                        .map(reporter -> data.definition().series(reporter, commodity)))
                .flatMap(series -> Optional.ofNullable(data.monthsOf(series).get(month)).stream())
                .flatMap(known -> known.counts().files().stream())
                .map(file -> files.computeIfAbsent(file, any -> files.size()))
                .distinct()
                .sorted()
                .toList();
        for (int number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    private void files() throws IOException {
        json.writeArrayFieldStart("files");
        for (CustomsFile file : files.keySet()) {
            json.writeStartObject();
            json.writeStringField("key", file.object().key());
            json.writeStringField("version", file.object().versionId());
            json.writeStringField("sha256", file.contents().sha256());
            json.writeStringField(
                    "uploaded", file.upload().order().lastModified().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void figures(String product, MonthlyTotals totals) throws IOException {
        new MonthLists(json)
                .amounts(cube.months().stream().map(totals::in).toList(), unpriced.of(product, cube.months()));
    }

    /**
     * Everybody who ever had trade, by name, the regions, and the customs regimes, provinces or states; each says which of the
     * {@code partFiles} has its figures, and which of the {@code sumFiles} their sums, by calendar year.
     */
    private void parts() throws IOException {
        List<String> groups = List.copyOf(partDocuments.keySet());
        json.writeArrayFieldStart("destinations");
        for (Partner partner : cube.partners().values()) {
            json.writeStartObject();
            json.writeStringField("id", partner.id());
            write.text("name", partner.name());
            write.strings("codes", partner.codes());
            write.strings("regions", RegionFigure.regionsOf(partner, data.reporters()));
            json.writeNumberField("file", groups.indexOf(Destinations.group(partner)));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("regions");
        for (String region : destinations.regions().keySet()) {
            json.writeStartObject();
            json.writeStringField("id", region);
            json.writeNumberField("file", groups.indexOf(Destinations.REGIONS));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("dimensions");
        for (String dimension : dimensions.told()) {
            json.writeArrayFieldStart(Dimensions.plural(dimension));
            for (String code : dimensions.codes(dimension)) {
                json.writeStartObject();
                json.writeStringField("id", Dimensions.id(dimension, code));
                json.writeStringField("code", code);
                write.text("name", dimensions.name(dimension, code));
                json.writeNumberField("file", groups.indexOf(Dimensions.group(dimension, code)));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        write.strings(
                "partFiles",
                partDocuments.values().stream()
                        .map(some -> some.amounts().path())
                        .toList());
        json.writeArrayFieldStart("sumFiles");
        for (OfParts some : partDocuments.values()) {
            json.writeStartObject();
            for (Map.Entry<Integer, Document> year : some.sums().entrySet()) {
                json.writeStringField(year.getKey().toString(), year.getValue().path());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void events() throws IOException {
        json.writeArrayFieldStart("events");
        for (PolicyEvent event : data.definition().events()) {
            write.event(event);
        }
        json.writeEndArray();
    }
}
