package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.UnknownWeight.Reason;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.Partner.NamedBy;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.MonthSpans;
import dev.customsfeed.publish.words.language.QuotedUnits;
import dev.customsfeed.sources.codes.Country;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Names, months and enumerations as English text has them. */
public final class English {

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");
    private static final List<String> ROWS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");
    private static final Map<String, String> REGIONS = Map.of(
            "africa", "Africa",
            "americas", "the Americas",
            "asia", "Asia",
            "europe", "Europe",
            "oceania", "Oceania",
            "reporter-itself", "re-imports",
            "unspecified", "unspecified partners",
            "eu27", "the European Union of 27");
    private static final Map<String, String> GROUPS = Map.of("EU27", "the European Union of 27");
    private static final Map<Valuation, String> VALUATIONS = Map.of(
            Valuation.FOB, "FOB, free on board at the exporting country's border",
            Valuation.CIF, "CIF, with freight and insurance to the importing country's border",
            Valuation.FAS, "FAS, free alongside ship in the exporting country's port",
            Valuation.CUSTOMS_VALUE, "customs values, without freight and insurance");
    /** Partners that English gives an article. */
    private static final Set<String> WITH_ARTICLE =
            Set.of("AE", "BS", "CD", "CF", "CG", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "US", "VA");

    private English() {}

    /** A partner within a sentence, e.g. {@code the Netherlands}. */
    public static String partner(Partner partner) {
        String name = partner.name().in("en");
        return partner.iso2().filter(WITH_ARTICLE::contains).isPresent() ? "the " + name : name;
    }

    /** A reporter, or a group of them, within a sentence; its code where it has no name. */
    public static String reporter(String code) {
        return GROUPS.containsKey(code)
                ? GROUPS.get(code)
                : Country.find(code)
                        .map(country -> (WITH_ARTICLE.contains(code) ? "the " : "") + country.nameEn())
                        .orElse(code);
    }

    /** Several reporters within a sentence. */
    public static String reporters(Collection<String> codes) {
        return listed(codes.stream().map(English::reporter).toList());
    }

    /** {@code exports} or {@code imports}. */
    public static String flows(Flow flow) {
        return flow == Flow.EXPORT ? "exports" : "imports";
    }

    /** What a part of a flow is limited to, after the flow, e.g. {@code to Japan and the Netherlands}. */
    public static String limited(Scope.PartOf part, Flow flow, PartnerCodes codes) {
        List<String> values = List.copyOf(part.values());
        String which = values.size() == 1 ? " " : "s ";
        String named = named(part.dimension().id(), values, codes);
        return switch (part.dimension()) {
            case PARTNER -> (flow == Flow.EXPORT ? "to " : "from ") + named;
            case PROVINCE -> "of " + named;
            case REGIME -> "under " + named;
            case PAGE -> "on page" + which + listed(values);
        };
    }

    /** Codes of partners, or of another dimension, by what the source's code lists call them, each name once. */
    public static String named(String dimension, Collection<String> values, PartnerCodes codes) {
        return listed(values.stream()
                .map(code -> dimension.equals(Part.Dimension.PARTNER.id())
                        ? partner(codes.partner(code))
                        : codes.name(dimension, code, "en"))
                .distinct()
                .toList());
    }

    /** What codes of a dimension are called, all together, e.g. {@code customs regimes}. */
    public static String codes(String dimension) {
        return switch (dimension) {
            case "regime" -> "customs regimes";
            case "partner", "province", "state" -> dimension + "s";
            default -> "codes of " + dimension;
        };
    }

    /** What values include, as a sentence without its end. */
    public static String valuation(SortedSet<Valuation> valuations) {
        List<String> names = valuations.stream().map(VALUATIONS::get).toList();
        return names.size() == 1
                ? "Values are " + names.get(0)
                : "Values are not all alike: some are " + String.join(", others are ", names);
    }

    /**
     * Why net weights are not known, as a clause; never that customs report none where something else is the reason.
     *
     * @param reasons none where nobody knows
     */
    public static String weightReasons(SortedSet<WeightReason> reasons) {
        List<String> clauses = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            List<String> units = QuotedUnits.of(reasons, reason);
            if (!units.isEmpty()) {
                clauses.add(
                        switch (reason) {
                            case NO_QUANTITY_COLUMN -> "files have no column of quantities";
                            case NOT_GIVEN -> "not all customs records report a net weight";
                            case UNIT_NOT_GIVEN -> "the unit of some quantities is not given";
                            case UNIT_NOT_OF_WEIGHT ->
                                "some quantities are in no unit of weight (" + listed(units) + ")";
                            case UNIT_UNKNOWN ->
                                "some quantities are in a unit that is not known (" + listed(units) + ")";
                        });
            }
        }
        return clauses.isEmpty() ? "not all net weights are known" : listed(clauses);
    }

    /** The code of a partner that no code list names, with what files call it. */
    public static String code(Partner partner) {
        return partner.id()
                + (partner.namedBy() == NamedBy.FILES
                        ? " (the files call it “" + partner.name().in("en") + "”)"
                        : "");
    }

    /** A country within a sentence, by its ISO 3166-1 alpha-2 code, e.g. {@code the Netherlands}. */
    public static String country(String iso2) {
        return reporter(iso2);
    }

    /** E.g. {@code January to June 2023} or {@code June 2023}. */
    public static String span(Span span) {
        return months(new TreeSet<>(span.months()));
    }

    /** Which one in a row, e.g. {@code third} or {@code 13th}. */
    public static String inARow(int number) {
        if (number <= ROWS.size()) {
            return ROWS.get(number - 1);
        }
        boolean teen = number % 100 / 10 == 1;
        String ending =
                switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }

    /** A region of a report, by its id, within a sentence, e.g. {@code the Americas}. */
    public static String region(String id) {
        return Objects.requireNonNull(REGIONS.get(id));
    }

    /** E.g. {@code December}. */
    public static String monthName(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** E.g. {@code December 2025}. */
    public static String month(YearMonth month) {
        return monthName(month) + " " + month.getYear();
    }

    /** Those in a row drawn together, each year once, e.g. {@code January to June and August 2023}. */
    public static String months(NavigableSet<YearMonth> months) {
        List<Span> spans = MonthSpans.of(months);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            boolean yearFollows = i + 1 < spans.size() && MonthSpans.areOfOneYear(span, spans.get(i + 1));
            String last = yearFollows ? monthName(span.last()) : month(span.last());
            String first = MonthSpans.isWithinAYear(span) ? monthName(span.first()) : month(span.first());
            texts.add(span.first().equals(span.last()) ? last : first + " to " + last);
        }
        return listed(texts);
    }

    /** E.g. {@code the third quarter of 2025}. */
    public static String cycle(Cycle cycle, Span span) {
        return "the " + ordinal(cycle, span) + " " + unit(cycle) + " of "
                + span.last().getYear();
    }

    /** Which one of its year, e.g. {@code third}. */
    public static String ordinal(Cycle cycle, Span span) {
        return ORDINALS.get(cycle.number(span) - 1);
    }

    /** {@code half} or {@code quarter}. */
    public static String unit(Cycle cycle) {
        return cycle == Cycle.HALF_YEAR ? "half" : "quarter";
    }

    /** E.g. {@code 6 January 2026}. */
    public static String day(LocalDate date) {
        return date.getDayOfMonth() + " " + month(YearMonth.from(date));
    }

    /** E.g. {@code a, b and c}. */
    public static String listed(List<String> texts) {
        int last = texts.size() - 1;
        return last == 0 ? texts.get(0) : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }

    /** With a capital to begin a sentence. */
    public static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
