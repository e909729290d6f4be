package dev.customsfeed.sources.uscensus;

import dev.customsfeed.ledger.Flow;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The variables of the API that are read; of the others, {@link #isPassedOver} knows which say nothing that tells rows apart. */
enum Column {
    CTY_CODE,
    CTY_NAME,
    TIME,
    YEAR,
    MONTH,
    COMM_LVL,
    SUMMARY_LVL,
    LAST_UPDATE,
    UNIT_QY1,
    UNIT_QY2,

    E_COMMODITY,
    DF,
    ALL_VAL_MO,
    QTY_1_MO,
    QTY_2_MO,
    QTY_1_MO_FLAG,
    QTY_2_MO_FLAG,

    I_COMMODITY,
    GEN_VAL_MO,
    GEN_QY1_MO,
    GEN_QY2_MO,
    GEN_QY1_MO_FLAG,
    GEN_QY2_MO_FLAG,
    CON_VAL_MO,
    CON_QY1_MO,
    CON_QY2_MO,
    CON_QY1_MO_FLAG,
    CON_QY2_MO_FLAG,

    DISTRICT,
    PORT,
    STATE,
    RP;

    /** Columns by which figures are parted further: {@code -} stands for the whole in each of them. */
    static final Set<Column> BREAK_DOWNS = EnumSet.of(DISTRICT, PORT, STATE, RP);

    /** Columns in which each row has something. */
    static final Set<Column> NEVER_EMPTY =
            EnumSet.of(CTY_CODE, TIME, YEAR, MONTH, E_COMMODITY, I_COMMODITY, ALL_VAL_MO, GEN_VAL_MO, CON_VAL_MO);

    /** Columns of codes that are none once their end is cut off: all have one length. */
    static final Set<Column> OF_ONE_LENGTH = EnumSet.of(CTY_CODE, TIME, YEAR, MONTH);

    private static final Set<Column> OF_EXPORTS = EnumSet.range(E_COMMODITY, QTY_2_MO_FLAG);
    private static final Set<Column> OF_IMPORTS = EnumSet.range(I_COMMODITY, CON_QY2_MO_FLAG);

    /** Other figures of the month, figures of the year to date, marks, and words for codes. */
    private static final Pattern PASSED_OVER =
            Pattern.compile(".*_(MO|YR|FLAG|NAME|SDESC|LDESC)|DIST_NAME|SUMMARY_LVL2", Pattern.CASE_INSENSITIVE);

    static Optional<Column> of(String name) {
        return Arrays.stream(values())
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether the column with this name is known to tell no rows apart. */
    static boolean isPassedOver(String name) {
        return PASSED_OVER.matcher(name).matches();
    }

    /** The flow that only files of have the column; empty where both do. */
    Optional<Flow> flow() {
        return OF_EXPORTS.contains(this)
                ? Optional.of(Flow.EXPORT)
                : OF_IMPORTS.contains(this) ? Optional.of(Flow.IMPORT) : Optional.empty();
    }

    /** The basis of imports that the column is on; empty where it is on none. */
    Optional<Basis> basis() {
        return Arrays.stream(Basis.values())
                .filter(basis -> name().startsWith(basis.prefix()))
                .findFirst();
    }

    /** Its name as the API spells it. */
    String label() {
        return this == TIME ? "time" : name();
    }

    /** In whose words a break-down is told. */
    String word() {
        return this == RP ? "rate provision" : name().toLowerCase(Locale.ROOT);
    }
}
