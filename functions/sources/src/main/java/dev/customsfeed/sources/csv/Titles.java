package dev.customsfeed.sources.csv;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.rejection.Problem;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines above a header. They mean nothing, and are passed over; but for those that say that values are not in whole units of the
 * currency, or of which flow they are, if the key says otherwise.
 *
 * @param lines as text, blank ones among them
 */
record Titles(List<String> lines) {

    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=.?");

    /** Of the currency: 千美元, 万元, "thousand US dollars", USD 1,000, Mio. EUR, milhares de US$. */
    private static final Pattern SCALE = Pattern.compile(
            "(?i)[十百千万亿][十百千万亿]?(?:美元|人民币|元)|\\b(?:thousand|million|billion)s?\\b|\\b(?:tausend|tsd|millionen|mio|mrd|milhares|milh[õo]es|milliers|miles|millones)\\b|(?:usd|cny|rmb|\\$|eur|€)\\s*1?0?0?[,']?000\\b|\\b1?0?0?[,']?000\\s*(?:usd|cny|rmb|us\\$|us dollar|yuan|eur|€)");

    /** Of sums from January on: 累计, cumulative, year to date, YTD, acumulado. */
    private static final Pattern TO_DATE =
            Pattern.compile("(?i)累计|累計|\\b(?:cumulative|cumulated|year[ -]to[ -]date|ytd|acumulado|cumul[ée])\\b");

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

    /** What before the name of a month makes a day of it: 20 January, 1st-March. */
    private static final String DAY = "(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?[\\s.-]{1,2}";

    private static final String TO = "\\s*(?:[-–—~～至到]|to|through)\\s*";

    /** Several months: 1-3月, 202501-202503, 2025年1月至2025年3月, January-March, Q1, 第一季度, 上半年; not 202503-202503. */
    private static final Pattern SEVERAL_MONTHS =
            Pattern.compile("(?i)(?<!\\d)(\\d{1,2})\\s*月?" + TO + "(?!\\1\\s*月)\\d{1,2}\\s*月"
                    + "|(?<!\\d)(20[1-9]\\d{3})" + TO + "(?!\\2)20[1-9]\\d{3}(?!\\d)"
                    + "|(?<!\\d)(\\d{4}[-/.年]\\d{1,2}月?)" + TO + "(?!\\3)\\d{4}[-/.年]\\d{1,2}"
                    + "|\\b(" + MONTH + ")\\s*(?:\\d{4}\\s*)?" + TO + "(?!\\4)" + MONTH + "(?![a-z])"
                    + "|季度|[上下]半年|\\b(?:Q[1-4]|H[12]|[1-4]Q|quarter)\\b");

    /** One month, and no day of it: 2025年3月, 2025-03, 2025.3; 202503, which no commodity code is from 2010 on; March 2025. */
    private static final List<Pattern> ONE_MONTH = List.of(
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})\\s*[年./-]\\s*(\\d{1,2})(?:\\s*月(?!\\s*\\d)|(?!\\s*月|[\\d./-]))"),
            Pattern.compile("(?<!\\d)(20[1-9]\\d)(0[1-9]|1[0-2])(?!\\d)"),
            Pattern.compile("(?i)(?<!" + DAY + ")\\b(" + MONTH + ")\\s*((?:19|20)\\d{2})\\b"));

    private static final Pattern EXPORTS = Pattern.compile("(?i)出口|\\b(?:re-?)?exports?\\b");
    private static final Pattern IMPORTS = Pattern.compile("(?i)进口|\\b(?:re-?)?imports?\\b");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int LETTERS = 3;

    /** How many lines stand above the header. */
    int count() {
        return lines.size();
    }

    /** Whether nothing in them contradicts how the rows will be read, or else a problem. */
    boolean isRight(Reading reading) {
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i);
            if (SCALE.matcher(text).find()) {
                reading.problems()
                        .add(Problem.ofLine(
                                "title-unit",
                                i + 1L,
                                "a title that says that values are in a multiple of the currency: "
                                        + Problem.quote(text),
                                "values in whole units of the currency, as customs gives them",
                                "Upload the file as customs gave it."));
                return false;
            }
            if (TO_DATE.matcher(text).find()) {
                reading.problems()
                        .add(sumOverMonths(
                                i, "a title that says that figures are sums from the beginning of the year"));
                return false;
            }
            Optional<Flow> said = flow(text);
            if (said.isPresent()
                    && reading.key().flow().isPresent()
                    && !said.equals(reading.key().flow())) {
                reading.problems()
                        .add(Problem.ofLine(
                                "flow-contradiction",
                                i + 1L,
                                "a title that says " + said.get().id() + "s: " + Problem.quote(text),
                                "what the key declares, flow="
                                        + reading.key().flow().map(Flow::id).orElse(""),
                                "Correct the flow= in the path, or take the title out if it is wrong."));
                return false;
            }
        }
        return true;
    }

    private Problem sumOverMonths(int index, String found) {
        return Problem.ofLine(
                "title-of-several-months",
                index + 1L,
                found + ": " + Problem.quote(lines.get(index)),
                "figures of single months, each with its month",
                "Download the figures by month; sums over several months cannot be parted.");
    }

    /** The problem of a title that names several months, in a file whose rows do not say of which month they are. */
    Optional<Problem> ofSeveralMonths() {
        for (int i = 0; i < lines.size(); i++) {
            if (SEVERAL_MONTHS.matcher(lines.get(i)).find()) {
                return Optional.of(sumOverMonths(i, "a title that names several months"));
            }
        }
        return Optional.empty();
    }

    /**
     * The problem of titles that name another month and not the declared one, in a file whose rows do not say of which month they are.
     *
     * @param declared by the key
     */
    Optional<Problem> ofOtherMonth(YearMonth declared) {
        Optional<Problem> other = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            for (YearMonth month : months(lines.get(i))) {
                if (month.equals(declared)) {
                    return Optional.empty();
                }
                if (other.isEmpty()) {
                    other = Optional.of(
                            Problem.ofLine(
                                    "period-contradiction",
                                    i + 1L,
                                    "a title that names " + month + ": " + Problem.quote(lines.get(i)),
                                    declared + ", for the key declares period=" + declared,
                                    "Correct the period= in the path, or take the title out if it does not say of which month the rows are."));
                }
            }
        }
        return other;
    }

    private static List<YearMonth> months(String text) {
        List<YearMonth> months = new ArrayList<>();
        for (Pattern form : ONE_MONTH) {
            Matcher named = form.matcher(text);
            while (named.find()) {
                boolean inWords = Character.isLetter(named.group(1).charAt(0));
                int year = Integer.parseInt(named.group(inWords ? 2 : 1));
                int month = inWords
                        ? MONTHS.indexOf(named.group(1).substring(0, LETTERS).toLowerCase(Locale.ROOT)) / LETTERS + 1
                        : Integer.parseInt(named.group(2));
                if (month >= 1 && month <= 12) {
                    months.add(YearMonth.of(year, month));
                }
            }
        }
        return months;
    }

    private static Optional<Flow> flow(String text) {
        boolean both = text.contains("进出口");
        boolean exports = EXPORTS.matcher(text).find();
        boolean imports = IMPORTS.matcher(text).find();
        if (both || exports == imports) {
            return Optional.empty();
        }
        return Optional.of(exports ? Flow.EXPORT : Flow.IMPORT);
    }

    /** What was passed over, as sentences. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        List<String> texts = lines.stream().filter(line -> !line.isEmpty()).toList();
        long blank = lines.size() - texts.size();
        if (!texts.isEmpty()) {
            boolean separator =
                    texts.size() == 1 && SEPARATOR_LINE.matcher(texts.get(0)).matches();
            warnings.add((separator
                            ? "The line "
                            : count(texts.size(), "line", "lines") + " above the header "
                                    + (texts.size() == 1 ? "is" : "are") + " passed over as no part of the table: ")
                    + String.join(", ", texts.stream().map(Problem::quote).toList())
                    + (separator ? " above the header is passed over." : "."));
        }
        if (blank > 0) {
            warnings.add(count(blank, "blank line", "blank lines") + " above the header " + (blank == 1 ? "is" : "are")
                    + " passed over.");
        }
        return warnings;
    }

    private static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
