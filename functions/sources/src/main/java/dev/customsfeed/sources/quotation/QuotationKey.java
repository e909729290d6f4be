package dev.customsfeed.sources.quotation;

import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.Quoted;
import dev.customsfeed.ledger.Quoted.License;
import dev.customsfeed.ledger.WeightUnit;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.key.KeyFolders;
import dev.customsfeed.sources.key.Packing;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the key of a file of prices or rates declares. Nothing of it is guessed: with tax or without, by the tonne or the kilogram, a
 * price looks the same.
 *
 * <pre>{@code
 * incoming/price/id=mg-ingot/currency=CNY/unit=t/tax=13/[basis=exw]/[license=private]/<name>.csv
 * incoming/rate/pair=USDCNY/<name>.csv
 * }</pre>
 *
 * @param quoted what the file is about
 * @param packing how its name says that it is packed
 */
public record QuotationKey(Quoted quoted, Packing packing) {

    private static final String PRICE = "incoming/price/";
    private static final String RATE = "incoming/rate/";

    private static final List<String> OF_PRICES = List.of("id", "currency", "unit", "tax", "basis", "license");
    private static final List<String> OF_RATES = List.of("pair");

    private static final String FORM_OF_PRICES =
            "incoming/price/id=mg-ingot/currency=CNY/unit=t/tax=13/[basis=exw]/[license=private]/<name>.csv or .csv.gz";
    private static final String FORM_OF_RATES = "incoming/rate/pair=USDCNY/<name>.csv or .csv.gz";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern TAX = Pattern.compile("\\d{1,2}(\\.\\d{1,2})?");
    private static final Pattern PAIR = Pattern.compile("[A-Z]{6}");
    private static final int CODE = 3;

    /** The rules of Incoterms 2020. */
    private static final Set<String> BASES =
            new TreeSet<>(List.of("exw", "fca", "fas", "fob", "cfr", "cif", "cpt", "cip", "dap", "dpu", "ddp"));

    /** Whether {@code key} is one of a file of prices or rates. */
    public static boolean isOne(String key) {
        return key.startsWith(PRICE) || key.startsWith(RATE);
    }

    /**
     * Reads a key.
     *
     * @param key the object's key, decoded, one of {@link #isOne}
     * @throws RejectedFileException if it does not say what it must, or says it wrongly; names all that is wrong
     */
    public static QuotationKey parse(String key) throws RejectedFileException {
        return new KeyReader(key.startsWith(PRICE)).read(key);
    }

    /** Reads one key. */
    private static final class KeyReader {

        private final boolean ofPrice;
        private final String rename;
        private final Problems problems = new Problems();

        KeyReader(boolean ofPrice) {
            this.ofPrice = ofPrice;
            this.rename = "Upload the file under a key of the form " + (ofPrice ? FORM_OF_PRICES : FORM_OF_RATES) + ".";
        }

        QuotationKey read(String key) throws RejectedFileException {
            KeyDeclarations.checkSigns(key, problems);
            List<String> parts = Arrays.asList(key.split("/", -1));
            List<String> known = ofPrice ? OF_PRICES : OF_RATES;
            String name = parts.get(parts.size() - 1);
            Packing packing = packing(name);
            KeyFolders.checkName(name, known, rename, problems);
            Map<String, String> declared =
                    KeyFolders.read(parts.subList(2, parts.size() - 1), known, any -> KeyFolders.LEAVE_ONE, problems);
            Optional<? extends Quoted> quoted = ofPrice ? price(declared) : rate(declared);
            if (!problems.isEmpty() || quoted.isEmpty()) {
                throw new RejectedFileException(problems, Declared.NOTHING);
            }
            return new QuotationKey(quoted.get(), packing);
        }

        private Packing packing(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.endsWith(".csv") && !lower.endsWith(".csv.gz")) {
                problems.add(Problem.ofFile(
                        "key-not-csv",
                        "the file name " + Problem.quote(name),
                        "a name that ends in .csv or .csv.gz",
                        "Save the table as CSV and upload that."));
            }
            return lower.endsWith(".gz") ? Packing.GZIP : Packing.PLAIN;
        }

        private Optional<Quoted.Price> price(Map<String, String> declared) {
            Optional<String> id = value(
                    declared,
                    "id",
                    "id=<name>, the price's name in a feed definition: lower-case letters, digits and hyphens",
                    "Add the name to the path, as in id=mg-ingot/.",
                    text -> ID.matcher(text).matches() ? Optional.of(text) : Optional.empty());
            Optional<String> currency = value(
                    declared,
                    "currency",
                    "currency= and a code of ISO 4217",
                    "Write the currency that the prices are in, as in currency=CNY/ (not RMB) or currency=USD/.",
                    QuotationKey::currency);
            Optional<WeightUnit> unit = value(
                    declared,
                    "unit",
                    "unit=t, unit=kg or unit=lb",
                    "Write the weight that the prices are for: unit=t/ for the tonne (not mt), unit=kg/ or unit=lb/.",
                    WeightUnit::of);
            Optional<BigDecimal> tax = value(
                    declared,
                    "tax",
                    "tax=<percent>, from 0 to 99.99",
                    "Write tax=13/ if the prices include a value-added tax of 13%, tax=0/ if they include none: nothing else tells.",
                    text -> TAX.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty());
            Optional<String> basis = declared.containsKey("basis")
                    ? value(
                            declared,
                            "basis",
                            "basis= and a rule of Incoterms: " + String.join(", ", BASES),
                            "Write the delivery that the prices include, as in basis=exw/, or leave it out.",
                            text -> BASES.contains(text) ? Optional.of(text) : Optional.empty())
                    : Optional.empty();
            Optional<License> license = declared.containsKey("license")
                    ? value(
                            declared,
                            "license",
                            "license=private or license=open",
                            "Write license=open/ if the prices may be published; leave it out, or write license=private/, if not.",
                            License::of)
                    : Optional.of(License.PRIVATE);
            return id.isPresent() && currency.isPresent() && unit.isPresent() && tax.isPresent() && license.isPresent()
                    ? Optional.of(new Quoted.Price(
                            id.get(), currency.get(), unit.get(), canonical(tax.get()), basis, license.get()))
                    : Optional.empty();
        }

        private static BigDecimal canonical(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        private Optional<Quoted.Rate> rate(Map<String, String> declared) {
            return value(
                    declared,
                    "pair",
                    "pair= and two codes of ISO 4217 that differ",
                    "Write pair=USDCNY/ for a rate of renminbi paid for one dollar: the currency that is counted comes last.",
                    text -> PAIR.matcher(text).matches() ? pair(text) : Optional.empty());
        }

        private static Optional<Quoted.Rate> pair(String text) {
            String base = text.substring(0, CODE);
            String counter = text.substring(CODE);
            return currency(base).isPresent() && currency(counter).isPresent() && !base.equals(counter)
                    ? Optional.of(new Quoted.Rate(base, counter))
                    : Optional.empty();
        }

        private <T> Optional<T> value(
                Map<String, String> declared, String name, String expected, String advice, Reader<T> reader) {
            String text = declared.get(name);
            Optional<T> read = text == null ? Optional.empty() : reader.read(text);
            if (read.isEmpty()) {
                problems.add(Problem.ofFile(
                        "key-" + name,
                        text == null ? "no " + name + "=" : Problem.quote(name + "=" + text),
                        expected,
                        advice));
            }
            return read;
        }
    }

    /** Gold, special drawing rights, tests and other codes of what nobody pays with have no minor unit. */
    private static Optional<String> currency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() < 0 ? Optional.empty() : Optional.of(code);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Reads one value; gives nothing where it cannot. */
    @FunctionalInterface
    private interface Reader<T> {
        Optional<T> read(String text);
    }
}
