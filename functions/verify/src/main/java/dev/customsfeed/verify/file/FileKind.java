package dev.customsfeed.verify.file;

import static dev.customsfeed.verify.file.Column.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The kinds of files, each with a folder of its own. */
public enum FileKind {
    /** Items of export declarations, of customs. */
    DECLARATIONS(
            Map.of("office", Set.of("customs")),
            List.of(ENTERPRISE, HS, QUANTITY, UNIT, VALUE, CURRENCY, EXPORT_DATE),
            List.of(REGIME, STATUS, CONSIGNEE, DESTINATION, FINAL_DESTINATION),
            true),
    /** Refunds of the tax on exported goods. */
    REFUNDS(
            Map.of("office", Set.of("tax"), "currency", Set.of("CNY")),
            List.of(QUANTITY, AMOUNT, STATE, STATE_ON),
            List.of(CURRENCY),
            true),
    /** Certificates of Tax Repaid/Not Refunded. */
    CERTIFICATES(
            Map.of("office", Set.of("tax"), "currency", Set.of("CNY")),
            List.of(CERTIFICATE_NO, ENTERPRISE, PURPOSE, TAX_STATUS, HS, QUANTITY, UNIT, ISSUED_ON, STATUS),
            List.of(REPAID_AMOUNT, PAYMENT_NO, TAX_AUTHORITY, STATUS_ON),
            true),
    /** What customs sends back of certificates that were used. */
    USES(
            Map.of("office", Set.of("customs")),
            List.of(CERTIFICATE_NO, IMPORT_DECLARATION_NO, ITEM_NO, QUANTITY, UNIT, USED_ON),
            List.of(),
            false),
    /** Refund rates by commodity code and day of export. */
    RATES(Map.of("office", Set.of("tax")), List.of(HS_PREFIX, RATE, VALID_FROM), List.of(VALID_TO), false),
    /** Parties to look out for. */
    LISTS(Map.of("list", Set.of("control", "watch")), List.of(NO), List.of(NAME_EN, NAME_ZH, ALIASES), false),
    /** Commodity codes that a licence may be needed for. */
    CONTROLS(Map.of(), List.of(HS_PREFIX, CONDITION), List.of(DESTINATIONS), false);

    private final SortedMap<String, Set<String>> declarations;
    private final List<Column> required;
    private final List<Column> optional;
    private final boolean namesItem;

    FileKind(Map<String, Set<String>> declarations, List<Column> required, List<Column> optional, boolean namesItem) {
        this.declarations = new TreeMap<>(declarations);
        this.required = required;
        this.optional = optional;
        this.namesItem = namesItem;
    }

    /** The name of its folder. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FileKind> of(String folder) {
        for (FileKind kind : values()) {
            if (kind.folder().equals(folder)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What each key declares, and the values that it may have. */
    SortedMap<String, Set<String>> declarations() {
        return declarations;
    }

    /** The columns that must be there beside those that name the item. */
    List<Column> required() {
        return required;
    }

    /** Whether each row names a declaration item, in one column or in two. */
    boolean namesItem() {
        return namesItem;
    }

    /** All columns that it can have. */
    List<Column> columns() {
        List<Column> all = new ArrayList<>();
        if (namesItem) {
            all.addAll(List.of(DECLARATION_NO, ITEM_NO, DECLARATION_ITEM));
        }
        all.addAll(required);
        all.addAll(optional);
        return all;
    }

    /** The form of its keys. */
    String form() {
        StringBuilder form =
                new StringBuilder(UploadKey.FOLDER).append(folder()).append('/');
        declarations.forEach((name, values) -> form.append(name)
                .append('=')
                .append(values.stream()
                        .sorted()
                        .reduce((one, other) -> one + "|" + other)
                        .orElseThrow())
                .append('/'));
        return form + "<name>.csv or .csv.gz";
    }
}
