package dev.customsfeed.verify.file;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns that files can have: their name, and the heads in Chinese that mean the same. */
enum Column {
    DECLARATION_NO("declaration_no", "报关单号", "海关编号"),
    ITEM_NO("item_no", "项号", "商品项号"),
    DECLARATION_ITEM("declaration_item", "出口报关单号"),
    ENTERPRISE("enterprise", "统一社会信用代码", "企业代码", "境内发货人代码"),
    HS("hs", "商品编号", "商品编码", "商品代码"),
    QUANTITY("quantity", "法定数量", "退运数量", "退税数量", "数量"),
    UNIT("unit", "法定计量单位", "法定单位", "计量单位", "单位"),
    VALUE("value", "总价", "成交总价"),
    CURRENCY("currency", "币制", "币种"),
    EXPORT_DATE("export_date", "出口日期"),
    REGIME("regime", "监管方式"),
    STATUS("status", "状态", "证明状态", "报关单状态"),
    CONSIGNEE("consignee", "境外收货人"),
    DESTINATION("destination", "运抵国", "运抵国(地区)"),
    FINAL_DESTINATION("final_destination", "最终目的国", "最终目的国(地区)"),
    AMOUNT("amount", "退税额", "退税金额"),
    STATE("state", "退税状态", "状态"),
    STATE_ON("state_on", "状态日期"),
    CERTIFICATE_NO("certificate_no", "证明编号"),
    PURPOSE("purpose", "用途", "证明用途"),
    TAX_STATUS("tax_status", "税款状态", "补税状态"),
    REPAID_AMOUNT("repaid_amount", "已补税额", "补税金额"),
    PAYMENT_NO("payment_no", "缴款书号码"),
    TAX_AUTHORITY("tax_authority", "税务机关", "出具税务机关"),
    ISSUED_ON("issued_on", "开具日期"),
    STATUS_ON("status_on", "状态日期", "作废日期"),
    IMPORT_DECLARATION_NO("import_declaration_no", "进口报关单号"),
    USED_ON("used_on", "使用日期"),
    NO("no", "序号", "编号"),
    NAME_EN("name_en", "英文名称"),
    NAME_ZH("name_zh", "中文名称"),
    ALIASES("aliases", "别名"),
    HS_PREFIX("hs", "商品编号", "商品编码", "商品代码"),
    CONDITION("condition", "管制条件", "条件"),
    DESTINATIONS("destinations", "适用目的地"),
    RATE("rate", "退税率"),
    VALID_FROM("valid_from", "生效日期"),
    VALID_TO("valid_to", "失效日期");

    private final String title;
    private final List<String> chinese;

    Column(String title, String... chinese) {
        this.title = title;
        this.chinese = List.of(chinese);
    }

    /** The one of {@code columns} that has this head, whatever its case and spaces; empty if none has. */
    static Optional<Column> of(String head, Collection<Column> columns) {
        String plain = plain(head);
        return columns.stream()
                .filter(column -> column.title.equals(plain)
                        || column.chinese.stream()
                                .anyMatch(other -> plain(other).equals(plain)))
                .findFirst();
    }

    private static String plain(String head) {
        return Normalizer.normalize(head, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Its name and a head in Chinese, as problems name it. */
    String label() {
        return title + " (" + chinese.get(0) + ")";
    }

    static String labels(Collection<Column> columns) {
        return columns.stream().map(Column::label).collect(Collectors.joining(", "));
    }
}
