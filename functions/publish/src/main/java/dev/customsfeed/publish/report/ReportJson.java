package dev.customsfeed.publish.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.publish.statistics.Partner;
import dev.customsfeed.publish.statistics.PartnerCodes;
import dev.customsfeed.publish.words.Chinese;
import dev.customsfeed.publish.words.English;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes a month report as JSON, as {@code schemas/month-report.schema.json} describes it: always the same bytes for the same
 * report.
 */
public final class ReportJson {

    private static final String NO_GENERATION = "0".repeat(16);

    private final JsonGenerator json;
    private final FigureJson write;
    private final TradeFlow flow;

    private ReportJson(JsonGenerator json, TradeFlow flow) {
        this.json = json;
        this.flow = flow;
        this.write = new FigureJson(json);
    }

    /** The report as {@code reports/<period>.json}. */
    public static Document document(MonthReport report) {
        return Document.json("reports/" + report.period() + ".json", bytes(report));
    }

    private static byte[] bytes(MonthReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        int generation;
        try (JsonGenerator json = FigureJson.generator(out)) {
            ReportJson writer = new ReportJson(json, report.feed().tradeFlow());
            json.writeStartObject();
            writer.head(report);
            json.writeFieldName("generation");
            json.flush();
            // The colon and the quotation mark come with the value.
            generation = out.size() + 2;
            json.writeString(NO_GENERATION);
            writer.body(report);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = out.toByteArray();
        byte[] hash = Document.hash16(bytes).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hash, 0, bytes, generation, hash.length);
        return bytes;
    }

    private void head(MonthReport report) throws IOException {
        FeedDefinition feed = report.feed();
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
        split(report.partners(), report.regions());
        json.writeEndObject();
        json.writeArrayFieldStart("products");
        for (ProductReport product : report.products()) {
            product(product);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("events");
        for (PolicyEvent event : report.events()) {
            write.event(event);
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

    private void product(ProductReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", report.product().id());
        strings("hs", report.product().hs());
        write.text("name", report.product().name());
        write.percent("sharePct", report.sharePct());
        contribution(report.contribution());
        figures(report.figures());
        split(report.partners(), report.regions());
        write.whole("hhi", report.hhi());
        notes(report.notes());
        json.writeEndObject();
    }

    private void split(List<PartnerFigure> partners, List<RegionFigure> regions) throws IOException {
        json.writeArrayFieldStart("partners");
        for (PartnerFigure partner : partners) {
            partner(partner);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("regions");
        for (RegionFigure region : regions) {
            json.writeStartObject();
            json.writeStringField("scheme", region.scheme());
            json.writeStringField("id", region.id());
            monthOfPart(region.month(), region.sharePct());
            write.yearToDate(region.ytd());
            contribution(region.contribution());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void contribution(Contribution contribution) throws IOException {
        write.percent("momContributionPp", contribution.momPp());
        write.percent("yoyContributionPp", contribution.yoyPp());
        write.percent("ytdContributionPp", contribution.ytdPp());
    }

    private void figures(Figures figures) throws IOException {
        if (figures.coverage().scope() instanceof Scope.PartOf part) {
            json.writeObjectFieldStart("scope");
            json.writeStringField("dimension", part.dimension().id());
            strings("values", part.values());
            write.text("text", scope(part));
            json.writeEndObject();
        }
        write.month(figures.month());
        write.yearToDate(figures.ytd());
        cycles("halfYears", figures.halfYears());
        cycles("quarters", figures.quarters());
        extreme("peak", figures.peak());
        extreme("trough", figures.trough());
        if (figures.inside().isPresent()) {
            json.writeObjectFieldStart("amongMembers");
            write.month(figures.inside().get().month());
            write.yearToDate(figures.inside().get().ytd());
            json.writeEndObject();
        }
    }

    private LocalizedText scope(Scope.PartOf part) {
        PartnerCodes codes = PartnerCodes.of(flow.source());
        return NoteText.text(
                English.flows(flow.flow()) + " " + English.limited(part, flow.flow(), codes) + " alone",
                "仅" + Chinese.limited(part, flow.flow(), codes) + "的" + Chinese.flow(flow.flow()));
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

    private void partner(PartnerFigure figure) throws IOException {
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
        monthOfPart(figure.month(), figure.sharePct());
        write.yearToDate(figure.ytd());
        contribution(figure.contribution());
        json.writeEndObject();
    }

    private void monthOfPart(MonthFigure month, Optional<BigDecimal> sharePct) throws IOException {
        write.amount(month.amount());
        write.percent("sharePct", sharePct);
        write.percent("momPct", month.momPct());
        write.percent("yoyPct", month.yoyPct());
    }

    private void notes(List<Note> notes) throws IOException {
        json.writeArrayFieldStart("notes");
        for (Note note : notes) {
            json.writeStartObject();
            json.writeStringField("code", note.code().id());
            json.writeStringField("subject", note.subject());
            write.text("text", note.text());
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
