package dev.customsfeed.publish.documents.page;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FigureJson;
import dev.customsfeed.publish.figures.report.DimensionSplit;
import dev.customsfeed.publish.figures.report.MonthFigure;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.PartnerFigure;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.report.RegionFigure;
import dev.customsfeed.publish.figures.report.YearToDate;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code page/partners/<month>.json}: what the report, which tells partners, regions, customs regimes and provinces by net weight, leaves
 * out of their values. By product and for {@code all}, lists that have an entry for each of the {@code ids}.
 */
final class PartnerValues {

    private PartnerValues() {}

    /** A partner, a region, a customs regime, a province or a state. */
    private record Row(String id, MonthFigure month, Optional<BigDecimal> valueSharePct, YearToDate ytd) {}

    static Document document(MonthReport report) {
        return Document.namedByContent(
                "page/partners/" + report.period() + ".json", "application/json", FigureJson.object(json -> {
                    json.writeStringField("period", report.period().toString());
                    json.writeObjectFieldStart("products");
                    product(json, Courses.ALL, rows(report.partners(), report.regions(), report.splits()));
                    for (ProductReport product : report.products()) {
                        product(
                                json,
                                product.product().id(),
                                rows(product.partners(), product.regions(), product.splits()));
                    }
                    json.writeEndObject();
                }));
    }

    private static List<Row> rows(
            List<PartnerFigure> partners, List<RegionFigure> regions, List<DimensionSplit> splits) {
        List<Row> rows = new ArrayList<>();
        partners.forEach(one -> rows.add(new Row(one.partner().id(), one.month(), one.valueSharePct(), one.ytd())));
        regions.forEach(one -> rows.add(new Row(one.id(), one.month(), one.valueSharePct(), one.ytd())));
        splits.forEach(split -> split.figures()
                .forEach(one -> rows.add(new Row(
                        Dimensions.id(split.dimension(), one.code()), one.month(), one.valueSharePct(), one.ytd()))));
        return rows;
    }

    private static void product(JsonGenerator json, String id, List<Row> rows) throws IOException {
        MonthLists lists = new MonthLists(json);
        json.writeObjectFieldStart(id);
        new FigureJson(json).strings("ids", rows.stream().map(Row::id).toList());
        lists.wholes(
                "unitValuePerTonne",
                rows.stream().map(row -> row.month().amount().unitValuePerTonne()));
        lists.percents("valueSharePct", rows, Row::valueSharePct);
        lists.percents("valueMomPct", rows, row -> row.month().valueMomPct());
        lists.percents("valueYoyPct", rows, row -> row.month().valueYoyPct());
        lists.percents("unitValueMomPct", rows, row -> row.month().unitValueMomPct());
        lists.percents("unitValueYoyPct", rows, row -> row.month().unitValueYoyPct());
        lists.percents("ytdValueYoyPct", rows, row -> row.ytd().valueYoyPct());
        json.writeEndObject();
    }
}
