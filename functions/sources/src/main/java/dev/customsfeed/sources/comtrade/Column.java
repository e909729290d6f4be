package dev.customsfeed.sources.comtrade;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of UN Comtrade, which are the same in all of its layouts; the fields of an element of its JSON are named so, too. Of 47
 * names those stand here that are read; the others are known and passed over.
 */
enum Column {
    TYPE("typeCode"),
    FREQUENCY("freqCode"),
    REF_MONTH("refMonth"),
    PERIOD("period"),
    REPORTER("reporterCode"),
    FLOW("flowCode"),
    PARTNER("partnerCode"),
    PARTNER_NAME("partnerDesc"),
    PARTNER_2("partner2Code"),
    CLASSIFICATION("classificationCode"),
    COMMODITY("cmdCode"),
    CUSTOMS("customsCode"),
    MODE_OF_SUPPLY("mosCode"),
    MODE_OF_TRANSPORT("motCode"),
    UNIT("qtyUnitCode"),
    QUANTITY("qty"),
    NET_WEIGHT("netWgt"),
    NET_WEIGHT_ESTIMATED("isNetWgtEstimated"),
    CIF_VALUE("cifvalue"),
    FOB_VALUE("fobvalue"),
    VALUE("primaryValue"),
    ESTIMATION("legacyEstimationFlag");

    /** Without these, a row cannot be understood, or not told from a break-down of it. */
    static final Set<Column> REQUIRED = EnumSet.of(
            FREQUENCY,
            PERIOD,
            REPORTER,
            FLOW,
            PARTNER,
            PARTNER_2,
            CLASSIFICATION,
            COMMODITY,
            CUSTOMS,
            MODE_OF_TRANSPORT,
            NET_WEIGHT,
            NET_WEIGHT_ESTIMATED,
            CIF_VALUE,
            FOB_VALUE,
            VALUE);

    /** The names of the columns that are not read. */
    private static final Set<String> PASSED_OVER = Set.of(
            "refPeriodId",
            "refYear",
            "reporterISO",
            "reporterDesc",
            "flowDesc",
            "partnerISO",
            "partner2ISO",
            "partner2Desc",
            "classificationSearchCode",
            "isOriginalClassification",
            "cmdDesc",
            "aggrLevel",
            "isLeaf",
            "customsDesc",
            "motDesc",
            "qtyUnitAbbr",
            "isQtyEstimated",
            "altQtyUnitCode",
            "altQtyUnitAbbr",
            "altQty",
            "isAltQtyEstimated",
            "grossWgt",
            "isGrossWgtEstimated",
            "isReported",
            "isAggregate");

    private static final Map<String, Column> BY_ID = new HashMap<>();

    static {
        for (Column column : values()) {
            BY_ID.put(column.id, column);
        }
    }

    private final String id;

    Column(String id) {
        this.id = id;
    }

    /** Its name as UN Comtrade spells it. */
    String id() {
        return id;
    }

    /** The column of this name, if it is one that is read. */
    static Optional<Column> of(String name) {
        return Optional.ofNullable(BY_ID.get(name));
    }

    /** Whether it is one of the 47 names. */
    static boolean isKnown(String name) {
        return BY_ID.containsKey(name) || PASSED_OVER.contains(name);
    }

    /** The names of the columns that must be there. */
    static List<String> required() {
        return REQUIRED.stream().map(Column::id).toList();
    }

    /** The names of all other columns. */
    static List<String> others() {
        return Stream.concat(BY_ID.keySet().stream().filter(name -> !required().contains(name)), PASSED_OVER.stream())
                .sorted()
                .toList();
    }
}
