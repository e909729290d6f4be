package dev.customsfeed.sources.gacc;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns that China Customs' downloads can have, with all the headers that were seen over them. */
enum Column {
    DATE("数据年月", "Date of data"),
    COMMODITY("商品编码", "Commodity code"),
    COMMODITY_NAME("商品名称", "Commodity"),
    PARTNER("贸易伙伴编码", "Trading partner code"),
    PARTNER_NAME("贸易伙伴名称", "Trading partner"),
    REGIME("贸易方式编码", "Customs Regime code"),
    REGIME_NAME("贸易方式名称", "Customs Regime"),
    PROVINCE("注册地编码", "Locations of importers and exporters code"),
    PROVINCE_NAME("注册地名称", "Locations of importers and exporters"),
    QUANTITY("第一数量", "Quantity"),
    UNIT("第一计量单位", "Unit"),
    // Older downloads misspell both.
    SUPPLEMENTARY_QUANTITY("第二数量", "Supplementary Quantity", "Supplimentary Quantity"),
    SUPPLEMENTARY_UNIT("第二计量单位", "Supplementary Unit", "Supplimentary Unit"),
    USD("美元", "US dollar"),
    CNY("人民币", "Renminbi Yuan");

    /** The columns that say in words what a code says beside them. */
    static final Set<Column> NAMES = EnumSet.of(COMMODITY_NAME, PARTNER_NAME, REGIME_NAME, PROVINCE_NAME);

    private final String chinese;
    private final List<String> english;

    Column(String chinese, String... english) {
        this.chinese = chinese;
        this.english = List.of(english);
    }

    /** The column that has this header in either language, whatever its case and spaces; empty if there is none. */
    static Optional<Column> of(String header) {
        return Arrays.stream(values())
                .filter(column -> column.isHeadedInChinese(header)
                        || column.english.stream().anyMatch(english -> same(english, header)))
                .findFirst();
    }

    boolean isHeadedInChinese(String header) {
        return same(chinese, header);
    }

    /** The column in both languages, as problems name it. */
    String label() {
        return english.get(0) + " (" + chinese + ")";
    }

    /** All columns, as problems list them. */
    static String allLabels() {
        return Arrays.stream(values()).map(Column::label).collect(Collectors.joining(", "));
    }

    private static boolean same(String header, String other) {
        return withoutSpaces(header).equals(withoutSpaces(other));
    }

    private static String withoutSpaces(String header) {
        return header.replaceAll("[\\s\\p{Z}]", "").toLowerCase(Locale.ROOT);
    }
}
