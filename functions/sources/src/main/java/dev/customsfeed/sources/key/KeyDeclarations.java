package dev.customsfeed.sources.key;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the key of a customs file declares: what the file itself cannot say.
 *
 * <pre>{@code incoming/gacc/flow=export/period=2025-12/hs=8104+28044690/rows=complete/magnesium.csv.gz}</pre>
 *
 * <p>Declarations stand in any order after the source; folders without {@code =} mean nothing.
 *
 * @param source the statistical office's short name, e.g. {@code gacc}
 * @param flow exports or imports
 * @param period the month of all rows, if declared
 * @param askedFor commodity codes or their leading digits (two to eight) that the file was asked for; empty if not declared
 * @param rowsComplete whether the file is declared to be uncut although it has as many rows as the office gives at most
 * @param gzip whether the name says that the file is compressed
 */
public record KeyDeclarations(
        String source,
        Flow flow,
        Optional<YearMonth> period,
        SortedSet<String> askedFor,
        boolean rowsComplete,
        boolean gzip) {

    private static final Map<String, String> REPORTERS = Map.of("gacc", "CN");

    private static final String FORM =
            "incoming/gacc/flow=export/[period=YYYY-MM/][hs=8104/][rows=complete/]<name>.csv or .csv.gz";
    private static final String RENAME = "Upload the file under a key of the form " + FORM + ".";

    /** The key becomes part of sort keys in the tables, which take 1,024 bytes. */
    private static final int MAX_BYTES = 700;

    private static final Pattern PERIOD = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
    private static final Pattern COMMODITIES = Pattern.compile("\\d{2,8}(\\+\\d{2,8})*");
    private static final List<String> KNOWN = List.of("flow", "period", "hs", "rows");

    /** The customs office's reporter is its own country. */
    public TradeFlow tradeFlow() {
        return new TradeFlow(source, REPORTERS.get(source), flow);
    }

    /**
     * Holds the declared period against the day of the upload.
     *
     * @throws RejectedFileException if the month had not begun then
     */
    public void checkPeriod(BegunMonths begun) throws RejectedFileException {
        if (period.isPresent() && !begun.has(period.get())) {
            throw new RejectedFileException(Problems.of(Problem.ofFile(
                    "key-period-not-begun",
                    Problem.quote("period=" + period.get()),
                    begun.expected(),
                    "Correct the period= in the path; a file of a month that is to come cannot be taken.")));
        }
    }

    /**
     * Reads a key.
     *
     * @param key the object's key, decoded
     * @throws RejectedFileException if it does not say what it must, or says it wrongly; names all that is wrong
     */
    public static KeyDeclarations parse(String key) throws RejectedFileException {
        Problems problems = new Problems();
        int bytes = key.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            problems.add(Problem.ofFile(
                    "key-too-long",
                    "a key of " + bytes + " bytes",
                    "at most " + MAX_BYTES + " bytes in UTF-8",
                    "Upload the file under a shorter name or with fewer folders."));
        }
        if (key.chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.ofFile(
                    "key-control-character",
                    "a control character in the key",
                    "letters, digits and signs that can be seen",
                    "Upload the file under a name without line breaks, tabs or other invisible characters."));
        }

        List<String> parts = Arrays.asList(key.split("/", -1));
        String name = parts.get(parts.size() - 1);
        String source = parts.size() > 2 ? parts.get(1) : "";
        if (!parts.get(0).equals("incoming") || !REPORTERS.containsKey(source)) {
            problems.add(Problem.ofFile(
                    "key-unknown-source",
                    "the key " + Problem.quote(key),
                    "incoming/ and then a source that is known: " + String.join(", ", REPORTERS.keySet()),
                    RENAME));
        }
        boolean gzip = checkName(name, problems);

        Map<String, String> declared =
                declarations(parts.subList(Math.min(2, parts.size() - 1), parts.size() - 1), problems);
        Optional<Flow> flow = flow(declared, problems);
        Optional<YearMonth> period = period(declared, problems);
        SortedSet<String> askedFor = askedFor(declared, problems);
        boolean rowsComplete = rowsComplete(declared, problems);
        if (!problems.isEmpty()) {
            throw new RejectedFileException(problems);
        }
        return new KeyDeclarations(source, flow.orElseThrow(), period, askedFor, rowsComplete, gzip);
    }

    /** Whether the name says that the file is compressed. */
    private static boolean checkName(String name, Problems problems) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean gzip = lower.endsWith(".csv.gz");
        if (!gzip && !lower.endsWith(".csv")) {
            problems.add(
                    Problem.ofFile(
                            "key-not-csv",
                            "the file name " + Problem.quote(name),
                            "a name that ends in .csv or .csv.gz",
                            "Upload the CSV file as customs gave it (not a spreadsheet), under a name that ends in .csv or .csv.gz."));
        }
        for (String known : KNOWN) {
            if (name.startsWith(known + "=")) {
                problems.add(Problem.ofFile(
                        "key-declaration-in-name",
                        "the declaration " + known + "= in the file name " + Problem.quote(name),
                        "declarations as folders before the file name",
                        RENAME));
            }
        }
        return gzip;
    }

    private static Map<String, String> declarations(List<String> folders, Problems problems) {
        Map<String, String> declared = new HashMap<>();
        for (String folder : folders) {
            int equals = folder.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String name = folder.substring(0, equals);
            if (!KNOWN.contains(name)) {
                problems.add(Problem.ofFile(
                        "key-unknown-declaration",
                        "the declaration " + Problem.quote(folder),
                        "only " + String.join("=, ", KNOWN) + "=",
                        "Correct the declaration's name, or take the folder out of the key."));
            } else if (declared.putIfAbsent(name, folder.substring(equals + 1)) != null) {
                problems.add(Problem.ofFile(
                        "key-repeated-declaration",
                        name + "= more than once",
                        "each declaration at most once",
                        name.equals("hs")
                                ? "Join several codes with +, e.g. hs=8104+28044690/."
                                : "Leave only the declaration that is right."));
            }
        }
        return declared;
    }

    private static Optional<Flow> flow(Map<String, String> declared, Problems problems) {
        Optional<Flow> flow = Optional.ofNullable(declared.get("flow")).flatMap(Flow::of);
        if (flow.isEmpty()) {
            String found = declared.containsKey("flow") ? Problem.quote("flow=" + declared.get("flow")) : "no flow=";
            problems.add(Problem.ofFile(
                    "key-flow",
                    found,
                    "flow=export or flow=import",
                    "Add flow=export/ or flow=import/ to the path: the files of both look the same."));
        }
        return flow;
    }

    private static Optional<YearMonth> period(Map<String, String> declared, Problems problems) {
        String text = declared.get("period");
        if (text == null) {
            return Optional.empty();
        }
        Matcher period = PERIOD.matcher(text);
        if (period.matches() && Months.hasYear(Integer.parseInt(period.group(1)))) {
            return Optional.of(YearMonth.parse(text));
        }
        problems.add(Problem.ofFile(
                "key-period",
                Problem.quote("period=" + text),
                "period=YYYY-MM, from " + Months.FIRST_YEAR + " on",
                "Write the month as in period=2025-12/."));
        return Optional.empty();
    }

    private static SortedSet<String> askedFor(Map<String, String> declared, Problems problems) {
        String text = declared.get("hs");
        SortedSet<String> askedFor = new TreeSet<>();
        if (text != null && COMMODITIES.matcher(text).matches()) {
            askedFor.addAll(Arrays.asList(text.split("\\+")));
        } else if (text != null) {
            problems.add(Problem.ofFile(
                    "key-hs",
                    Problem.quote("hs=" + text),
                    "commodity codes or their leading digits, two to eight each, joined with +",
                    "Write the codes as in hs=8104/ or hs=81041100+28044690/."));
        }
        return Collections.unmodifiableSortedSet(askedFor);
    }

    private static boolean rowsComplete(Map<String, String> declared, Problems problems) {
        String text = declared.get("rows");
        if (text != null && !text.equals("complete")) {
            problems.add(Problem.ofFile(
                    "key-rows",
                    Problem.quote("rows=" + text),
                    "rows=complete, or no rows= at all",
                    "Write rows=complete/ if the file is known to be uncut."));
        }
        return text != null;
    }
}
