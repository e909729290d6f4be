package dev.customsfeed.publish.documents.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.customsfeed.ledger.SchemaVersion;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.figures.report.Contribution;
import dev.customsfeed.publish.figures.report.CycleFigure;
import dev.customsfeed.publish.figures.report.DimensionFigure;
import dev.customsfeed.publish.figures.report.DimensionSplit;
import dev.customsfeed.publish.figures.report.EventTrace;
import dev.customsfeed.publish.figures.report.Extreme;
import dev.customsfeed.publish.figures.report.Figures;
import dev.customsfeed.publish.figures.report.MonthFigure;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.figures.report.PartnerFigure;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.RegionFigure;
import dev.customsfeed.publish.figures.report.SourceFile;
import dev.customsfeed.publish.figures.report.Telling;
import dev.customsfeed.publish.figures.report.Worth;
import dev.customsfeed.publish.figures.revision.Revision;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.words.Languages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes a month report as JSON, as {@code month-report.schema.json} describes it: always the same bytes for the same
 * report.
 */
public final class ReportJson {

    private static final String NO_GENERATION = "0".repeat(16);

    /** Names of what each partner and region has. */
    private static final SerializableString SHARE = new SerializedString("sharePct");

    private static final SerializableString MOM = new SerializedString("momPct");
    private static final SerializableString YOY = new SerializedString("yoyPct");
    private static final SerializableString MOM_CONTRIBUTION = new SerializedString("momContributionPp");
    private static final SerializableString YOY_CONTRIBUTION = new SerializedString("yoyContributionPp");
    private static final SerializableString YTD_CONTRIBUTION = new SerializedString("ytdContributionPp");

    private final JsonGenerator json;
    private final FigureJson write;
    private final TradeFlow flow;
    private final PartnerCodes codes;
    private final Languages languages;

    private ReportJson(JsonGenerator json, MonthReport report, Languages languages) {
        this.languages = languages;
        this.json = json;
        this.flow = report.feed().tradeFlow();
        this.codes = report.partnerCodes();
        this.write = new FigureJson(json);
    }

    /** The report as {@code reports/<period>.json}, its notes in {@code languages}. */
    public static Document document(MonthReport report, Languages languages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        int generation;
        try (JsonGenerator json = FigureJson.generator(out)) {
            ReportJson writer = new ReportJson(json, report, languages);
            json.writeStartObject();
            writer.head(report);
            writer.body(report);
            // Last, so that what is hashed with and without it is hashed once.
            json.writeFieldName("generation");
            json.flush();
            // The colon and the quotation mark come with the value.
            generation = out.size() + 2;
            json.writeString(NO_GENERATION);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Document.sayingItsHash("reports/" + report.period() + ".json", out.toByteArray(), generation);
    }

    private void head(MonthReport report) throws IOException {
        FeedDefinition feed = report.feed();
        // Without the address that the feed is served under: a report is the same bytes wherever it lies.
        json.writeStringField("about", "../" + SchemaVersion.path("month-report"));
        json.writeNumberField(SchemaVersion.MEMBER, SchemaVersion.NUMBER);
        json.writeStringField("feed", feed.id());
        json.writeStringField("period", report.period().toString());
        json.writeStringField("reporter", feed.tradeFlow().reporter());
        json.writeStringField("flow", feed.tradeFlow().flow().id());
        json.writeStringField("source", feed.tradeFlow().source());
        json.writeStringField("currency", feed.currency());
        strings("valuation", report.valuations().stream().map(Valuation::id).toList());
        if (feed.isOfGroup()) {
            SortedSet<String> missing = new TreeSet<>(feed.reporters());
            missing.removeAll(report.reporting());
            json.writeObjectFieldStart("members");
            strings("reported", report.reporting());
            strings("missing", missing);
            json.writeEndObject();
        }
    }

    private void body(MonthReport report) throws IOException {
        json.writeStringField("status", report.status());
        json.writeBooleanField("sample", report.feed().sample());
        json.writeObjectFieldStart("total");
        figures(report.total());
        boolean byValue = report.total().month().amount().isOfValueAlone();
        split(report.partners(), report.regions(), byValue);
        dimensions(report.splits(), byValue);
        new AnalysisJson(json).write(report.analysis());
        json.writeEndObject();
        json.writeArrayFieldStart("products");
        for (ProductReport product : report.products()) {
            product(product, byValue);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("events");
        for (PolicyEvent event : report.events()) {
            write.event(event);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("traces");
        for (EventTrace trace : report.traces()) {
            new EventTraceJson(json).write(trace);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("telling");
        for (Telling telling : report.telling()) {
            json.writeStartObject();
            json.writeStringField("id", telling.id());
            json.writeNumberField("size", telling.size());
            json.writeEndObject();
        }
        json.writeEndArray();
        notes(report.notes());
        json.writeArrayFieldStart("revisions");
        for (Revision revision : report.revisions()) {
            write.revision(revision);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("files");
        for (SourceFile file : report.files()) {
            json.writeStartObject();
            json.writeStringField("key", file.key());
            json.writeStringField("version", file.version());
            json.writeStringField("sha256", file.sha256());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void product(ProductReport report, boolean totalByValue) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", report.product().id());
        strings("hs", report.product().hs());
        write.text("name", report.product().name());
        share(report.sharePct(), report.valueSharePct(), totalByValue);
        contribution(report.contribution());
        figures(report.figures());
        split(report.partners(), report.regions(), report.isOfValueAlone());
        dimensions(report.splits(), report.isOfValueAlone());
        write.whole("hhi", report.hhi());
        new AnalysisJson(json).write(report.analysis());
        if (report.price().isPresent()) {
            new PriceJson(json).write(report.price().get());
        }
        notes(report.notes());
        json.writeEndObject();
    }

    private void split(List<PartnerFigure> partners, List<RegionFigure> regions, boolean byValue) throws IOException {
        json.writeArrayFieldStart("partners");
        for (PartnerFigure partner : partners) {
            partner(partner, byValue);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("regions");
        for (RegionFigure region : regions) {
            json.writeStartObject();
            json.writeStringField("scheme", region.scheme());
            json.writeStringField("id", region.id());
            write.amount(region.month().amount());
            share(region.sharePct(), region.valueSharePct(), byValue);
            changes(region.month(), byValue);
            write.yearToDate(region.ytd(), byValue);
            contribution(region.contribution());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Each by its name in the plural: {@code regimes}, {@code provinces}. */
    private void dimensions(List<DimensionSplit> splits, boolean byValue) throws IOException {
        for (DimensionSplit split : splits) {
            json.writeObjectFieldStart(split.dimension() + "s");
            strings("missing", split.untold().stream().map(YearMonth::toString).toList());
            json.writeArrayFieldStart("figures");
            for (DimensionFigure figure : split.figures()) {
                json.writeStartObject();
                json.writeStringField("code", figure.code());
                write.text("name", figure.name());
                write.amount(figure.month().amount());
                share(figure.sharePct(), figure.valueSharePct(), byValue);
                changes(figure.month(), byValue);
                write.yearToDate(figure.ytd(), byValue);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void contribution(Contribution contribution) throws IOException {
        write.percent(MOM_CONTRIBUTION, contribution.momPp());
        write.percent(YOY_CONTRIBUTION, contribution.yoyPp());
        write.percent(YTD_CONTRIBUTION, contribution.ytdPp());
    }

    private void worth(Worth worth) throws IOException {
        json.writeObjectFieldStart("worth");
        write.percent("valueMomPct", worth.valueMomPct());
        write.percent("valueYoyPct", worth.valueYoyPct());
        write.percent("ytdValueYoyPct", worth.ytdValueYoyPct());
        write.percent("unitValueMomPct", worth.unitValueMomPct());
        write.percent("unitValueYoyPct", worth.unitValueYoyPct());
        write.whole("ytdUnitValuePerTonne", worth.ytdUnitValuePerTonne());
        write.percent("ytdUnitValueYoyPct", worth.ytdUnitValueYoyPct());
        base("yearBefore", worth.yearBefore());
        base("ytdYearBefore", worth.ytdYearBefore());
        json.writeEndObject();
    }

    private void base(String field, Amount base) throws IOException {
        json.writeObjectFieldStart(field);
        write.amount(base);
        json.writeEndObject();
    }

    private void figures(Figures figures) throws IOException {
        if (figures.coverage().scope() instanceof Scope.PartOf part) {
            json.writeObjectFieldStart("scope");
            json.writeStringField("dimension", part.dimension().id());
            strings("values", part.values());
            write.text("text", languages.name(names -> names.scope(part, flow.flow(), codes)));
            json.writeEndObject();
        }
        write.month(figures.month());
        write.yearToDate(figures.ytd());
        worth(figures.worth());
        cycles("halfYears", figures.halfYears());
        cycles("quarters", figures.quarters());
        extreme("peak", figures.peak());
        extreme("trough", figures.trough());
        if (figures.inside().isPresent()) {
            json.writeObjectFieldStart("amongMembers");
            boolean byValue = figures.month().amount().isOfValueAlone();
            write.month(figures.inside().get().month(), byValue);
            write.yearToDate(figures.inside().get().ytd(), byValue);
            json.writeEndObject();
        }
    }

    private void cycles(String field, List<CycleFigure> figures) throws IOException {
        json.writeArrayFieldStart(field);
        for (CycleFigure figure : figures) {
            json.writeStartObject();
            json.writeStringField("period", figure.label());
            write.amount(figure.amount());
            write.whole("unitValuePerTonne", figure.amount().unitValuePerTonne());
            write.percent("prevPct", figure.prevPct());
            write.percent("yoyPct", figure.yoyPct());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void extreme(String field, Optional<Extreme> extreme) throws IOException {
        if (extreme.isEmpty()) {
            json.writeNullField(field);
            return;
        }
        json.writeObjectFieldStart(field);
        json.writeStringField("period", extreme.get().period().toString());
        json.writeNumberField("netWeightKg", extreme.get().netWeightKg());
        write.percent("changeSincePct", extreme.get().changeSincePct());
        json.writeStringField("direction", extreme.get().direction().id());
        json.writeEndObject();
    }

    private void partner(PartnerFigure figure, boolean byValue) throws IOException {
        Partner partner = figure.partner();
        json.writeStartObject();
        if (partner.iso2().isPresent()) {
            json.writeStringField("iso2", partner.id());
        } else {
            json.writeNullField("iso2");
            json.writeStringField("code", partner.id());
        }
        strings("codes", partner.codes());
        write.text("name", partner.name());
        if (!partner.listed()) {
            json.writeBooleanField("unknown", true);
        }
        write.amount(figure.month().amount());
        share(figure.sharePct(), figure.valueSharePct(), byValue);
        changes(figure.month(), byValue);
        write.yearToDate(figure.ytd(), byValue);
        contribution(figure.contribution());
        json.writeEndObject();
    }

    /** Of the net weight; of the value too where there is nothing but the value to go by. */
    private void share(Optional<BigDecimal> ofWeight, Optional<BigDecimal> ofValue, boolean byValue)
            throws IOException {
        write.percent(SHARE, ofWeight);
        if (byValue) {
            write.percent("valueSharePct", ofValue);
        }
    }

    private void changes(MonthFigure month, boolean byValue) throws IOException {
        write.percent(MOM, month.momPct());
        write.percent(YOY, month.yoyPct());
        write.changesOfValue(month, byValue);
    }

    private void notes(List<Note> notes) throws IOException {
        json.writeArrayFieldStart("notes");
        for (Note note : notes) {
            json.writeStartObject();
            json.writeStringField("code", note.code().id());
            json.writeStringField("subject", note.subject());
            write.text("text", languages.of(note));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void strings(String field, Collection<String> strings) throws IOException {
        json.writeArrayFieldStart(field);
        for (String string : strings) {
            json.writeString(string);
        }
        json.writeEndArray();
    }
}
