package dev.customsfeed.publish.documents.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customsfeed.publish.documents.SampleFiles;
import dev.customsfeed.publish.documents.report.ReportJson;
import dev.customsfeed.publish.figures.report.AnyTradeFiles;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Reports;
import dev.customsfeed.publish.figures.report.TradeFiles;
import dev.customsfeed.publish.figures.revision.NetRevision;
import dev.customsfeed.publish.words.Languages;
import dev.customsfeed.publish.words.language.Language;
import dev.customsfeed.publish.words.language.Rounded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for the articles on any customs files. */
class ArticleProperties {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern POINTS = Pattern.compile("([+−])(\\d[\\d,]*(?:\\.\\d+)?)(?: pp|个百分点)");
    private static final Pattern CHANGE = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)%");
    private static final Pattern OTHERS = Pattern.compile("; (?:the|all) others [+−][\\d,.]+ pp|合计[+−][\\d.]+个百分点");

    @Property(tries = 40)
    void every_number_is_in_the_report(@ForAll("files") TradeFiles files) {
        Reports.of(files.data()).forEach(ArticleProperties::everyNumberIsInTheReport);
    }

    @Test
    void every_number_on_the_samples_is_in_the_report() {
        Reports.of(SampleFiles.all().data()).forEach(ArticleProperties::everyNumberIsInTheReport);
    }

    private static void everyNumberIsInTheReport(MonthReport report) {
        Set<BigDecimal> known = new HashSet<>();
        JsonNode json = json(report);
        figures(json, known);
        // Names and texts may have numbers of their own.
        texts(json, known);
        numbers(report.feed().title().byLanguage().toString(), known);
        // Computed from two figures of the report each.
        NetRevision.of(report.revisions()).forEach(revision -> {
            revision.changePct().ifPresent(change -> add(known, change.abs()));
            revision.to()
                    .ifPresent(to -> add(
                            known,
                            Rounded.tonnes(Math.abs(to.netWeightGrams().orElse(0)
                                    - revision.from().netWeightGrams().orElse(0)))));
        });
        report.traces().forEach(trace -> trace.study()
                .value()
                .flatMap(study -> study.after().value())
                .ifPresent(window -> {
                    BigDecimal mean = Rounded.tonnes(
                            Math.round((double) window.sum() / window.span().length()));
                    add(known, mean);
                    add(known, mean.movePointLeft(4));
                }));
        // The dates that it takes, and a p value of 5% in words.
        known.add(BigDecimal.valueOf(19));
        known.add(BigDecimal.valueOf(95));
        // "Twelve months" and "the Union of 27" are no figures.
        known.add(BigDecimal.valueOf(12));
        known.add(BigDecimal.valueOf(27));
        known.add(BigDecimal.ONE);
        for (Language language : Languages.PUBLISHED.all()) {
            Article article = ArticleWriter.write(report, language);
            String text =
                    OTHERS.matcher(article.title() + "\n" + article.text()).replaceAll("");
            Set<BigDecimal> said = new HashSet<>();
            numbers(text, said);
            said.removeAll(known);
            assertThat(said).as(report.period() + "\n" + text).isEmpty();
        }
    }

    /** All figures, as they are and as the trade rounds them. */
    private static void figures(JsonNode node, Set<BigDecimal> known) {
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            add(known, number.abs());
            if (!node.isIntegralNumber()) {
                // Parts of a value, which are rounded so that they add up.
                for (int digits : new int[] {0, 4, 6}) {
                    BigDecimal shifted = number.abs().movePointLeft(digits);
                    add(known, shifted.setScale(digits == 6 ? 1 : 0, RoundingMode.DOWN));
                    add(known, shifted.setScale(digits == 6 ? 1 : 0, RoundingMode.UP));
                }
            }
            if (node.isIntegralNumber()) {
                BigDecimal tonnes = Rounded.tonnes(1000 * node.longValue());
                add(known, tonnes);
                add(known, tonnes.movePointLeft(4));
                add(known, Rounded.shifted(node.longValue(), 6, 1));
                add(known, Rounded.shifted(node.longValue(), 4, 0));
                add(known, Rounded.shifted(node.longValue(), 8, 2));
            }
        }
        node.forEach(child -> figures(child, known));
    }

    private static void texts(JsonNode node, Set<BigDecimal> known) {
        if (node.isTextual()) {
            numbers(node.asText(), known);
        }
        node.forEach(child -> texts(child, known));
    }

    private static void numbers(String text, Set<BigDecimal> numbers) {
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            add(numbers, new BigDecimal(number.group().replace(",", "")));
        }
    }

    private static void add(Set<BigDecimal> numbers, BigDecimal number) {
        numbers.add(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
    }

    private static JsonNode json(MonthReport report) {
        try {
            return JSON.readTree(
                    ReportJson.document(report, Languages.PUBLISHED).content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 40)
    void contributions_in_a_sentence_add_up_to_the_change_that_it_names(@ForAll("files") TradeFiles files) {
        for (MonthReport report : Reports.of(files.data())) {
            contributionsAddUp(report);
        }
    }

    @Test
    void contributions_on_the_samples_add_up() {
        List<MonthReport> reports = Reports.of(SampleFiles.all().data());
        assertThat(reports.stream()
                        .mapToInt(ArticleProperties::contributionsAddUp)
                        .sum())
                .as("sentences looked at")
                .isGreaterThan(100);
    }

    private static int contributionsAddUp(MonthReport report) {
        int sentences = 0;
        for (Language language : Languages.PUBLISHED.all()) {
            Article article = ArticleWriter.write(report, language);
            String heading = language.phrases(report).movements().driversHeading();
            for (String sentence : Articles.under(article, heading).split("(?<=\\.)\\s|(?<=。)")) {
                BigDecimal sum = BigDecimal.ZERO;
                Matcher points = POINTS.matcher(sentence);
                while (points.find()) {
                    BigDecimal pp = new BigDecimal(points.group(2).replace(",", ""));
                    sum = points.group(1).equals("−") ? sum.subtract(pp) : sum.add(pp);
                }
                if (sentence.isBlank()) {
                    continue;
                }
                sentences++;
                Matcher change = CHANGE.matcher(sentence);
                BigDecimal size = change.find() ? new BigDecimal(change.group(1).replace(",", "")) : BigDecimal.ZERO;
                assertThat(sum.abs()).as(sentence).isEqualByComparingTo(size);
            }
        }
        return sentences;
    }

    @Property(tries = 60)
    void nobody_is_told_why_or_what_comes(@ForAll("files") TradeFiles files) {
        Reports.of(files.data()).forEach(ArticleProperties::saysNoMoreThanFiguresCan);
    }

    @Test
    void nobody_is_told_on_the_samples_why_or_what_comes() {
        Reports.of(SampleFiles.all().data()).forEach(ArticleProperties::saysNoMoreThanFiguresCan);
    }

    private static void saysNoMoreThanFiguresCan(MonthReport report) {
        assertThat(ArticleWriter.write(report, Languages.ENGLISH).text())
                .doesNotContainIgnoringCase(
                        "caused",
                        "because of",
                        "due to",
                        "stockpil",
                        "evasion",
                        "evade",
                        " will ",
                        "expected to",
                        "forecast");
        assertThat(ArticleWriter.write(report, Languages.CHINESE).text())
                .doesNotContain("导致", "由于", "囤货", "囤积", "规避", "逃避", "将会", "预计", "预测");
    }

    @Property(tries = 60)
    void percentage_points_are_explained_once_where_there_are_any(@ForAll("files") TradeFiles files) {
        for (MonthReport report : Reports.of(files.data())) {
            for (Language language : Languages.PUBLISHED.all()) {
                String text = ArticleWriter.write(report, language).text();
                String explained = language.phrases(report).movements().pointsExplained();
                boolean has = POINTS.matcher(text).find();
                assertThat(text.split(Pattern.quote(explained), -1)).as(text).hasSize(has ? 2 : 1);
            }
        }
    }

    @Property(tries = 60)
    void all_percentages_have_two_decimals_and_one_word_stands_for_tonnes(@ForAll("files") TradeFiles files) {
        for (MonthReport report : Reports.of(files.data())) {
            for (Language language : Languages.PUBLISHED.all()) {
                Article article = ArticleWriter.write(report, language);
                String text = article.title() + "\n" + article.text();
                assertThat(text.replaceAll("\\d[\\d,]*\\.\\d\\d(?=%| pp|个百分点)", "")
                                .replace("than at 95%", ""))
                        .doesNotContainPattern("\\d(%| pp|个百分点)");
                assertThat(text).doesNotContain("per tonne", " tonnes", "–");
            }
        }
    }

    @Property(tries = 60)
    void nothing_is_left_empty(@ForAll("files") TradeFiles files) {
        for (MonthReport report : Reports.of(files.data())) {
            for (Language language : Languages.PUBLISHED.all()) {
                Article article = ArticleWriter.write(report, language);
                String text = article.title() + "\n" + article.text();
                assertThat(text)
                        .doesNotContain("null", "Optional", "()", "（）", "  ", " .", " ,", "..", "。。", "，。", "：。")
                        .doesNotContain(", ,", "and .", "();", "（，", "，，", "、、", "；；", "； ；");
                assertThat(article.sections()).allSatisfy(section -> assertThat(section.paragraphs())
                        .isNotEmpty()
                        .allSatisfy(paragraph -> assertThat(paragraph).isNotBlank()));
            }
        }
    }

    @Provide
    Arbitrary<TradeFiles> files() {
        return AnyTradeFiles.of(20, 60);
    }
}
