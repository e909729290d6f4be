package dev.customsfeed.sources.quotation;

import dev.customsfeed.ledger.Quoted;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of files of prices and rates. */
enum Column {
    DATE("date", "day", "日期"),
    PRICE("price", "average", "价格", "均价", "平均价"),
    LOW("low", "lowest", "最低", "最低价"),
    HIGH("high", "highest", "最高", "最高价"),
    RATE("rate", "汇率");

    private final List<String> titles;

    Column(String... titles) {
        this.titles = List.of(titles);
    }

    /** The column of this title, whatever its case. */
    static Optional<Column> of(String title) {
        String bare = title.strip().toLowerCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(column -> column.titles.contains(bare))
                .findFirst();
    }

    /** What it is called, e.g. {@code date}. */
    String id() {
        return titles.get(0);
    }

    /** The columns that a file can have: all of one list. */
    static List<List<Column>> forms(Quoted quoted) {
        return quoted instanceof Quoted.Price
                ? List.of(List.of(DATE, PRICE), List.of(DATE, LOW, HIGH))
                : List.of(List.of(DATE, RATE));
    }

    /** {@code date,price or date,low,high}. */
    static String text(List<List<Column>> forms) {
        return forms.stream()
                .map(form -> form.stream().map(Column::id).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" or "));
    }

    static Set<Column> set(List<Column> form) {
        return EnumSet.copyOf(form);
    }
}
