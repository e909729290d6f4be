package dev.customsfeed.sources.key;

import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Part;
import dev.customsfeed.ledger.TradeFlow;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the key of a customs file declares: what the file itself does not say.
 *
 * <pre>{@code incoming/gacc/flow=export/period=2025-12/hs=8104+28044690/rows=complete/magnesium.csv.gz}</pre>
 *
 * <p>Declarations stand in any order after the source; folders without {@code =} mean nothing. This is the one place that knows the
 * grammar of keys.
 *
 * @param rules the source's rules of keys
 * @param flow exports or imports, if declared
 * @param period the month of all rows, if declared
 * @param askedFor commodity codes or their leading digits that the file was asked for; empty if not declared
 * @param kept commodity codes or their leading digits to store; empty for all
 * @param rowsComplete whether the file is declared to be uncut although it has as many rows as the source gives at most
 * @param reporters who reported, even without a row; empty if not declared
 * @param vintage the day on which the source made the data, if declared
 * @param parts what the file was limited to, in one dimension; empty for the whole
 * @param packing how the name says that the file is packed
 */
public record KeyDeclarations(
        KeyRules rules,
        Optional<Flow> flow,
        Optional<YearMonth> period,
        SortedSet<String> askedFor,
        SortedSet<String> kept,
        boolean rowsComplete,
        SortedSet<String> reporters,
        Optional<LocalDate> vintage,
        SortedSet<Part> parts,
        Packing packing) {

    /** The key becomes part of sort keys in the tables, which take 1,024 bytes. */
    private static final int MAX_BYTES = 700;

    private static final Pattern PERIOD = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");
    private static final Pattern REPORTERS = Pattern.compile("[A-Z]{2}(\\+[A-Z]{2})*");
    private static final Pattern PART_CODES = Pattern.compile("[0-9A-Z]{1,11}(\\+[0-9A-Z]{1,11})*");
    private static final Pattern PAGE = Pattern.compile("([1-9]\\d{0,3})of([1-9]\\d{0,3})");

    /** The source's short name, e.g. {@code gacc}. */
    public String source() {
        return rules.source();
    }

    /** The upload log that tells of the file: of its trade flow where each key of the source declares one, else of the source. */
    public String log() {
        return rules.flowRequired()
                ? new TradeFlow(source(), rules.soleReporter().orElseThrow(), flow.orElseThrow()).key()
                : source();
    }

    /** Whether the key has this declaration. */
    public boolean declares(Declaration declaration) {
        return switch (declaration) {
            case FLOW -> flow.isPresent();
            case PERIOD -> period.isPresent();
            case HS -> !askedFor.isEmpty();
            case KEEP -> !kept.isEmpty();
            case ROWS -> rowsComplete;
            case REPORTERS -> !reporters.isEmpty();
            case VINTAGE -> vintage.isPresent();
            case PARTNER, PROVINCE, REGIME, PAGE ->
                parts.stream().anyMatch(part -> part.dimension().id().equals(declaration.id()));
        };
    }

    /** The key does not say what to store of a file that has everything. */
    public static Problem keepMissing() {
        return Problem.ofFile(
                "key-keep",
                "no keep=",
                "the commodities to store, as in keep=8104+2504",
                "Add keep= to the path: the file has all commodities, by the million.");
    }

    /** What those should know whom the file would have concerned, were it not rejected. */
    public Declared declared() {
        return new Declared(period, askedFor);
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
                    "Correct the period= in the path; a file about a future month cannot be taken.")));
        }
    }

    /**
     * Reads a key.
     *
     * @param key the object's key, decoded: {@code incoming/<source>/...}
     * @param rules of the source that it names
     * @throws RejectedFileException if it does not say what it must, or says it wrongly; names all that is wrong, and what could be
     *     read of the rest
     */
    public static KeyDeclarations parse(String key, KeyRules rules) throws RejectedFileException {
        KeyReader reader = new KeyReader(rules);
        KeyDeclarations declarations = reader.read(key);
        if (!reader.problems.isEmpty()) {
            throw new RejectedFileException(reader.problems, declarations.declared());
        }
        return declarations;
    }

    /**
     * What is wrong with a key whatever its source.
     *
     * @param problems takes it
     */
    public static void checkSigns(String key, Problems problems) {
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
                    "visible letters, digits and signs",
                    "Upload the file under a name without line breaks, tabs or other invisible characters."));
        }
    }

    /** Reads one key. */
    private static final class KeyReader {

        private final KeyRules rules;
        private final String rename;
        private final Problems problems = new Problems();

        KeyReader(KeyRules rules) {
            this.rules = rules;
            rename = "Upload the file under a key of the form " + rules.form() + ".";
        }

        KeyDeclarations read(String key) {
            checkSigns(key, problems);
            List<String> parts = Arrays.asList(key.split("/", -1));
            Packing packing = packing(parts.get(parts.size() - 1));
            Map<Declaration, String> declared =
                    declarations(parts.subList(Math.min(2, parts.size() - 1), parts.size() - 1));
            checkRequired(declared);
            return new KeyDeclarations(
                    rules,
                    flow(declared),
                    period(declared),
                    codes(declared, Declaration.HS),
                    kept(declared),
                    rowsComplete(declared),
                    reporters(declared),
                    vintage(declared),
                    parts(declared),
                    packing);
        }

        /** Says what is not declared and must be, but the flow and what to keep, of which more is to be said. */
        private void checkRequired(Map<Declaration, String> declared) {
            for (Declaration required : rules.required()) {
                boolean saidElsewhere = required == Declaration.FLOW || required == Declaration.KEEP;
                if (!saidElsewhere && !declared.containsKey(required)) {
                    problems.add(Problem.ofFile(
                            "key-" + required.id(),
                            "no " + required.id() + "=",
                            required.id() + "=, which each file of the source declares",
                            rename));
                }
            }
        }

        /** How the name says that the file is packed. */
        private Packing packing(String name) {
            Optional<Packing> packing = rules.packing(name.toLowerCase(Locale.ROOT));
            if (packing.isEmpty()) {
                boolean csv = rules.endings().containsKey(".csv");
                problems.add(Problem.ofFile(
                        csv ? "key-not-csv" : "key-ending",
                        "the file name " + Problem.quote(name),
                        "a name that ends in " + rules.endingsText(),
                        csv
                                ? "Upload the file as customs gave it (not a spreadsheet), under a name that ends in "
                                        + rules.endingsText() + "."
                                : "Upload the file as it was downloaded, under a name that ends in "
                                        + rules.endingsText() + "."));
            }
            KeyFolders.checkName(name, known(), rename, problems);
            return packing.orElse(Packing.PLAIN);
        }

        private Map<Declaration, String> declarations(List<String> folders) {
            Map<Declaration, String> declared = new EnumMap<>(Declaration.class);
            KeyFolders.read(folders, known(), KeyReader::adviceOnRepeated, problems)
                    .forEach((name, value) -> declared.put(Declaration.of(name).orElseThrow(), value));
            return declared;
        }

        private List<String> known() {
            return rules.known().stream().map(Declaration::id).toList();
        }

        private static String adviceOnRepeated(String name) {
            Declaration declaration = Declaration.of(name).orElseThrow();
            return takesSeveral(declaration)
                    ? "Join several codes with +, e.g. " + several(declaration) + "/."
                    : KeyFolders.LEAVE_ONE;
        }

        private static boolean takesSeveral(Declaration declaration) {
            return switch (declaration) {
                case HS, KEEP, REPORTERS, PARTNER, PROVINCE, REGIME -> true;
                case FLOW, PERIOD, ROWS, VINTAGE, PAGE -> false;
            };
        }

        private static String several(Declaration declaration) {
            return switch (declaration) {
                case REPORTERS -> "reporters=DE+FR";
                case PARTNER -> "partner=116+309";
                case PROVINCE -> "province=14+44";
                case REGIME -> "regime=10+14";
                default -> declaration.id() + "=8104+28044690";
            };
        }

        private Optional<Flow> flow(Map<Declaration, String> declared) {
            String text = declared.get(Declaration.FLOW);
            Optional<Flow> flow = Optional.ofNullable(text).flatMap(Flow::of);
            if (flow.isEmpty() && (text != null || rules.flowRequired())) {
                problems.add(
                        Problem.ofFile(
                                "key-flow",
                                text == null ? "no flow=" : Problem.quote("flow=" + text),
                                "flow=export or flow=import",
                                rules.flowRequired()
                                        ? "Add flow=export/ or flow=import/ to the path: the files of both look the same."
                                        : "Correct the flow= in the path, or take it out: the file says itself which flow it is about."));
            }
            return flow;
        }

        private Optional<YearMonth> period(Map<Declaration, String> declared) {
            String text = declared.get(Declaration.PERIOD);
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

        private SortedSet<String> kept(Map<Declaration, String> declared) {
            if (rules.required().contains(Declaration.KEEP) && !declared.containsKey(Declaration.KEEP)) {
                problems.add(keepMissing());
            }
            return codes(declared, Declaration.KEEP);
        }

        private SortedSet<String> codes(Map<Declaration, String> declared, Declaration declaration) {
            String text = declared.get(declaration);
            SortedSet<String> codes = new TreeSet<>();
            String one = "\\d{2," + rules.maxCodeLength() + "}";
            if (text != null && text.matches(one + "(\\+" + one + ")*")) {
                codes.addAll(Arrays.asList(text.split("\\+")));
            } else if (text != null) {
                String longest = rules.maxCodeLength() == 8 ? "eight" : Integer.toString(rules.maxCodeLength());
                problems.add(Problem.ofFile(
                        "key-" + declaration.id(),
                        Problem.quote(declaration.id() + "=" + text),
                        "commodity codes or their leading digits, two to " + longest + " each, joined with +",
                        "Write the codes as in " + declaration.id() + "=8104/ or " + declaration.id()
                                + "=81041100+28044690/."));
            }
            return Collections.unmodifiableSortedSet(codes);
        }

        private boolean rowsComplete(Map<Declaration, String> declared) {
            String text = declared.get(Declaration.ROWS);
            if (text != null && !text.equals("complete")) {
                problems.add(Problem.ofFile(
                        "key-rows",
                        Problem.quote("rows=" + text),
                        "rows=complete, or no rows= at all",
                        "Write rows=complete/ if the file is known to be uncut."));
            }
            return text != null;
        }

        private SortedSet<String> reporters(Map<Declaration, String> declared) {
            String text = declared.get(Declaration.REPORTERS);
            SortedSet<String> reporters = new TreeSet<>();
            if (text != null && REPORTERS.matcher(text).matches()) {
                reporters.addAll(Arrays.asList(text.split("\\+")));
            } else if (text != null) {
                problems.add(Problem.ofFile(
                        "key-reporters",
                        Problem.quote("reporters=" + text),
                        "ISO 3166-1 codes of two letters, joined with +",
                        "Write the reporters as in reporters=DE+FR/."));
            }
            return Collections.unmodifiableSortedSet(reporters);
        }

        private Optional<LocalDate> vintage(Map<Declaration, String> declared) {
            String text = declared.get(Declaration.VINTAGE);
            if (text == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                problems.add(Problem.ofFile(
                        "key-vintage",
                        Problem.quote("vintage=" + text),
                        "vintage=YYYY-MM-DD",
                        "Write the day on which the source made the data as in vintage=2026-02-05/."));
                return Optional.empty();
            }
        }

        private SortedSet<Part> parts(Map<Declaration, String> declared) {
            SortedSet<Part> parts = new TreeSet<>();
            for (Part.Dimension dimension : Part.Dimension.values()) {
                String text = declared.get(Declaration.of(dimension.id()).orElseThrow());
                if (text == null) {
                    continue;
                }
                boolean right = dimension == Part.Dimension.PAGE
                        ? isPage(text)
                        : PART_CODES.matcher(text).matches();
                if (!right) {
                    problems.add(Problem.ofFile(
                            "key-" + dimension.id(),
                            Problem.quote(dimension.id() + "=" + text),
                            dimension == Part.Dimension.PAGE
                                    ? "the page's number and how many there are, from 1of1 to 9999of9999"
                                    : "the source's own codes, joined with +",
                            dimension == Part.Dimension.PAGE
                                    ? "Write the page as in page=2of10/."
                                    : "Write the codes as in "
                                            + several(Declaration.of(dimension.id())
                                                    .orElseThrow()) + "/."));
                } else if (!parts.isEmpty()) {
                    problems.add(
                            Problem.ofFile(
                                    "key-two-parts",
                                    parts.first().dimension().id() + "= and " + dimension.id() + "=",
                                    "one of them: parts of two dimensions overlap and cannot be added up",
                                    "Download the file limited by one dimension only, or upload the file that has everything."));
                } else {
                    Arrays.stream(text.split("\\+"))
                            .map(value -> new Part(dimension, value))
                            .forEach(parts::add);
                }
            }
            return Collections.unmodifiableSortedSet(parts);
        }

        private static boolean isPage(String text) {
            Matcher page = PAGE.matcher(text);
            return page.matches() && Integer.parseInt(page.group(1)) <= Integer.parseInt(page.group(2));
        }
    }
}
