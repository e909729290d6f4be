package dev.customsfeed.publish.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.words.Languages;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What holds for the reports of any customs files. */
@Tag("any-jdk")
class ReportProperties {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 60)
    void sums_reconcile(@ForAll("files") TradeFiles files) {
        List<MonthReport> reports = Reports.of(files.data());
        for (MonthReport report : reports) {
            if (report.total().month().amount().value().isPresent()) {
                assertThat(sum(report.products().stream()
                                .map(product -> product.figures().month().amount())))
                        .isEqualTo(report.total().month().amount());
            }
            for (ProductReport product : report.products()) {
                Amount month = product.figures().month().amount();
                if (month.value().isPresent()) {
                    assertThat(sum(product.partners().stream()
                                    .map(partner -> partner.month().amount())))
                            .as("partners of " + report.period())
                            .isEqualTo(month);
                }
                boolean whole = product.figures().coverage().isWhole();
                assertThat(sum(product.regions().stream()
                                .filter(region -> region.scheme().equals(RegionFigure.M49))
                                .map(region -> region.month().amount())))
                        .as("regions of " + report.period())
                        .isEqualTo(whole ? month : Amount.UNKNOWN);
                assertThat(sum(product.regions().stream()
                                .filter(region -> region.scheme().equals(RegionFigure.M49))
                                .map(region -> region.ytd().amount())))
                        .as("cumulative regions of " + report.period())
                        .isEqualTo(whole ? product.figures().ytd().amount() : Amount.UNKNOWN);
                quartersAreTheirMonths(reports, report, product);
            }
        }
    }

    @Property(tries = 60)
    void contributions_add_up_to_the_change_that_is_shown(@ForAll("files") TradeFiles files) {
        for (MonthReport report : Reports.of(files.data())) {
            Figures total = report.total();
            contributionsAddUp(
                    report.products().stream().map(ProductReport::contribution).toList(), total);
            splitsAddUp(report.partners(), report.regions(), total);
            report.products().forEach(product -> splitsAddUp(product.partners(), product.regions(), product.figures()));
        }
    }

    private static void splitsAddUp(List<PartnerFigure> partners, List<RegionFigure> regions, Figures whole) {
        if (whole.month().amount().value().isPresent()) {
            contributionsAddUp(
                    partners.stream().map(PartnerFigure::contribution).toList(), whole);
        }
        if (whole.coverage().isWhole()) {
            contributionsAddUp(
                    regions.stream()
                            .filter(region -> region.scheme().equals(RegionFigure.M49))
                            .map(RegionFigure::contribution)
                            .toList(),
                    whole);
        }
    }

    private static void contributionsAddUp(List<Contribution> parts, Figures whole) {
        addUp(parts.stream().map(Contribution::momPp).toList(), whole.month().momPct());
        addUp(parts.stream().map(Contribution::yoyPp).toList(), whole.month().yoyPct());
        addUp(parts.stream().map(Contribution::ytdPp).toList(), whole.ytd().yoyPct());
    }

    private static void addUp(List<Optional<BigDecimal>> parts, Optional<BigDecimal> change) {
        if (change.isEmpty()) {
            assertThat(parts).allMatch(Optional::isEmpty);
        } else {
            assertThat(parts.stream().map(Optional::orElseThrow).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(change.get());
        }
    }

    private static void quartersAreTheirMonths(List<MonthReport> reports, MonthReport report, ProductReport product) {
        int index = report.products().indexOf(product);
        for (CycleFigure quarter : Stream.concat(
                        product.figures().quarters().stream(), product.figures().halfYears().stream())
                .toList()) {
            Amount months = sum(quarter.span().months().stream().map(month -> reports.stream()
                    .filter(other -> other.period().equals(month))
                    .map(other -> other.products().get(index).figures())
                    .filter(figures ->
                            figures.coverage().equals(product.figures().coverage()))
                    .map(figures -> figures.month().amount())
                    .findFirst()
                    .orElse(Amount.UNKNOWN)));
            assertThat(quarter.amount()).as(quarter.label()).isEqualTo(months);
        }
    }

    private static Amount sum(Stream<Amount> amounts) {
        Amount none = new Amount(OptionalLong.of(0), OptionalLong.of(0));
        return amounts.reduce(
                none,
                (one, other) -> new Amount(
                        sum(one.netWeightGrams(), other.netWeightGrams()),
                        sum(one.valueThousandths(), other.valueThousandths())));
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                : OptionalLong.empty();
    }

    /** Stated a second time: whatever is compared is of one scope, and only a whole month has shares, regions and concentration. */
    @Property(tries = 60)
    void figures_of_different_scope_are_never_held_against_each_other(@ForAll("files") TradeFiles files) {
        FeedData data = files.data();
        for (MonthReport report : Reports.of(data)) {
            for (ProductReport product : report.products()) {
                if (product.figures().month().momPct().isPresent()) {
                    assertThat(scopes(data, product, report.period().minusMonths(1)))
                            .isEqualTo(scopes(data, product, report.period()))
                            .hasSize(1);
                }
                boolean whole = scopes(data, product, report.period()).stream().allMatch(Scope::isWhole);
                if (!whole) {
                    assertThat(product.hhi()).isEmpty();
                    assertThat(product.partners()).allSatisfy(partner -> assertThat(partner.sharePct())
                            .isEmpty());
                    assertThat(product.regions())
                            .allSatisfy(region ->
                                    assertThat(region.month().amount()).isEqualTo(Amount.UNKNOWN));
                }
            }
            if (report.total().month().amount().value().isPresent()) {
                assertThat(report.products().stream()
                                .map(product -> scopes(data, product, report.period()))
                                .distinct())
                        .hasSize(1);
            }
        }
    }

    private static Set<Scope> scopes(FeedData data, ProductReport product, YearMonth month) {
        return product.product().hs().stream()
                .map(commodity ->
                        data.monthsOf(data.definition().series(commodity)).get(month))
                .filter(Objects::nonNull)
                .map(known -> known.counts().scope())
                .collect(Collectors.toSet());
    }

    @Property(tries = 40)
    void the_order_in_which_files_became_known_leaves_no_trace(
            @ForAll("files") TradeFiles files, @ForAll Random order) {
        List<byte[]> before = bytes(files.data());
        assertThat(bytes(files.data(order)))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(before);
    }

    private static List<byte[]> bytes(FeedData data) {
        return Reports.of(data).stream()
                .map(report -> ReportJson.document(report, Languages.PUBLISHED).content())
                .toList();
    }

    @Property(tries = 40)
    void every_report_is_what_its_schema_says_and_says_why_a_figure_is_null(@ForAll("files") TradeFiles files)
            throws Exception {
        for (MonthReport report : Reports.of(files.data())) {
            Document document = ReportJson.document(report, Languages.PUBLISHED);
            Schemas.check(document);
            JsonNode json = JSON.readTree(document.content());
            everyNullIsExplained(json.get("total"), json.get("notes"), "total.");
            json.get("products").forEach(product -> everyNullIsExplained(product, product.get("notes"), ""));
        }
    }

    /** A null is explained by a note on it or on what it stands in or, of what follows from the month, on the month. */
    private static void everyNullIsExplained(JsonNode figures, JsonNode notes, String prefix) {
        List<String> subjects = new ArrayList<>();
        notes.forEach(note -> subjects.add(note.get("subject").asText()));
        for (String field : List.of("month", "ytd", "halfYears", "quarters", "peak", "trough")) {
            for (String nulled : nulls(figures.get(field), field)) {
                String path = prefix + nulled;
                assertThat(subjects)
                        .as("why is " + path + " null")
                        .anyMatch(subject -> path.equals(subject) || path.startsWith(subject + "."));
            }
        }
        if (figures.has("hhi") && figures.get("hhi").isNull()) {
            assertThat(subjects).anyMatch(subject -> subject.startsWith("month") || subject.equals("hhi"));
        }
    }

    private static List<String> nulls(JsonNode node, String path) {
        List<String> nulls = new ArrayList<>();
        if (node.isNull()) {
            nulls.add(path);
        } else if (node.isArray()) {
            node.forEach(element -> nulls.addAll(nulls(element, path)));
        } else if (node.isObject()) {
            node.properties().forEach(entry -> nulls.addAll(nulls(entry.getValue(), path + "." + entry.getKey())));
        }
        return nulls;
    }

    @Provide
    Arbitrary<TradeFiles> files() {
        return AnyTradeFiles.of(30, 60);
    }
}
