package dev.customsfeed.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are wrong are rejected as a whole, with line and column; files that are written otherwise are taken. */
class BadInputTest {

    private static final String DECLARATION = "020220260000000001,01,1200000001,8104110000,1000,kg,5000,USD,2026-01-10";
    private static final String DECLARATION_HEADER =
            "declaration_no,item_no,enterprise,hs,quantity,unit,value,currency,export_date\n";
    private static final String CERTIFICATE_HEADER =
            "certificate_no,declaration_no,item_no,enterprise,purpose,tax_status,"
                    + "hs,quantity,unit,repaid_amount,issued_on,status,status_on\n";
    private static final String CERTIFICATE =
            "C1,020220260000000001,01,1200000001,return,not-refunded,8104110000,400,kg,,2026-02-20,valid,";

    private static List<Problem> rejected(String key, String text) {
        return rejected(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Problem> rejected(String key, byte[] bytes) {
        RejectedFileException why =
                catchThrowableOfType(RejectedFileException.class, () -> new Desk().put(key, bytes, Desk.DAY));
        assertThat(why).as("rejected").isNotNull();
        return why.problems().first();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // column | what stands there | code
                "1 | 02022026000000001 | bad-declaration-number",
                "1 | 0202202600000000011 | bad-declaration-number",
                "1 | 0202202600000000O1 | bad-declaration-number",
                "1 | 2.0220260000000E+17 | bad-declaration-number",
                "1 | 020220260000000001001 | bad-declaration-number",
                "1 | 020220261000000001 | bad-declaration-number",
                "1 | 020220270000000001 | bad-declaration-number",
                "1 | 020219990000000001 | bad-declaration-number",
                "1 | 000020260000000001 | bad-declaration-number",
                "1 | '' | cell-empty",
                "2 | 0 | bad-item-number",
                "2 | 100 | bad-item-number",
                "3 | 12-34 | bad-enterprise",
                "4 | 81041100 | bad-code",
                "4 | 8104.110000 | bad-code",
                "5 | 0 | not-positive",
                "5 | 0.000 | not-positive",
                "5 | -1000 | bad-number",
                "5 | 1e3 | bad-number",
                "5 | '\"1,000\"' | bad-number",
                "5 | 1000. | bad-number",
                "5 | \uFF11\uFF10 | bad-number",
                "6 | '' | cell-empty",
                "7 | -1 | bad-number",
                "8 | '' | cell-empty",
                "8 | US$ | bad-currency",
                "9 | 2026-02-29 | bad-date",
                "9 | 2026-13-01 | bad-date",
                "9 | 10.01.2026 | bad-date",
                "9 | 2026-03-12 | date-not-begun",
                "9 | 2025-12-31 | exported-before-declared",
            })
    void a_cell_that_is_wrong_is_named_with_line_and_column(int column, String cell, String code) {
        String[] cells = DECLARATION.split(",");
        cells[column - 1] = cell;
        String text =
                DECLARATION_HEADER + DECLARATION.replace("0001,01", "0002,01") + "\n" + String.join(",", cells) + "\n";

        List<Problem> problems = rejected(Desk.DECLARATIONS, text);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo(code);
        assertThat(problems.get(0).line()).isEqualTo(3);
        assertThat(problems.get(0).column()).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not-refunded | repaid | repaid-amount-missing | 10",
                "400,kg,, | 400,kg,7.00, | repaid-amount | 10",
                "400,kg,, | 400,kg,7.005, | bad-number | 10",
                "valid | void | status-on-missing | 13",
                "valid, | void,2026-02-19 | void-before-issued | 13",
                "return | sold | unknown-word | 5",
                "valid | lost | unknown-word | 12",
                "C1 | C*1 | bad-certificate-number | 1"
            })
    void a_certificate_that_contradicts_itself_is_rejected(String what, String by, String code, int column) {
        List<Problem> problems = rejected(Desk.CERTIFICATES, CERTIFICATE_HEADER + CERTIFICATE.replace(what, by) + "\n");
        assertThat(problems).extracting(Problem::code).containsExactly(code);
        assertThat(problems.get(0).line()).isEqualTo(2);
        assertThat(problems.get(0).column()).isEqualTo(column);
    }

    @Test
    void a_file_that_says_two_things_of_one_item_is_rejected_with_both_lines() {
        List<Problem> problems = rejected(
                Desk.DECLARATIONS,
                DECLARATION_HEADER + DECLARATION + "\n" + DECLARATION.replace(",1000,", ",999,") + "\n");
        assertThat(problems.get(0).code()).isEqualTo("row-repeated");
        assertThat(problems.get(0).line()).isEqualTo(3);
        assertThat(problems.get(0).found()).contains("line 2");
    }

    @Test
    void uses_of_one_certificate_in_two_units_are_rejected() {
        List<Problem> problems = rejected(
                Desk.USES,
                "certificate_no,import_declaration_no,item_no,quantity,unit,used_on\n"
                        + "C1,020220261000000101,01,1,kg,2026-02-05\nC1,020220261000000102,01,1,t,2026-02-05\n");
        assertThat(problems.get(0).code()).isEqualTo("unit-differs");
        assertThat(problems.get(0).line()).isEqualTo(3);
        assertThat(problems.get(0).column()).isEqualTo(5);
        assertThat(problems.get(0).expected()).contains("line 2");
    }

    @Test
    void a_refund_in_another_currency_than_the_path_declares_is_rejected() {
        List<Problem> problems = rejected(
                Desk.REFUNDS,
                "declaration_no,item_no,quantity,amount,currency,state,state_on\n020220260000000001,01,1,1.00,USD,paid,2026-02-01\n");
        assertThat(problems).extracting(Problem::code).containsExactly("currency-differs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value | price | header-unknown-column",
                "value | hs | header-repeated-column",
                ",value | '' | header-missing-column",
                "item_no | declaration_item | header-item-twice",
            })
    void a_header_that_is_not_understood_is_rejected(String what, String by, String code) {
        List<Problem> problems = rejected(Desk.DECLARATIONS, DECLARATION_HEADER.replace(what, by) + DECLARATION + "\n");
        assertThat(problems).extracting(Problem::code).contains(code);
        assertThat(problems.get(0).line()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "verification/declaration/office=customs/a.csv, key-folder",
        "verification/declarations/a.csv, key-declaration-missing",
        "verification/declarations/office=tax/a.csv, key-office",
        "verification/refunds/office=tax/currency=USD/a.csv, key-currency",
        "verification/refunds/office=tax/a.csv, key-declaration-missing",
        "verification/declarations/office=customs/flow=export/a.csv, key-unknown-declaration",
        "verification/declarations/office=customs/office=customs/a.csv, key-declared-twice",
        "verification/declarations/office=customs/a.xlsx, key-ending",
        "verification/lists/list=other/a.csv, key-list"
    })
    void a_key_that_does_not_say_what_it_must_is_rejected(String key, String code) {
        assertThat(rejected(key, DECLARATION_HEADER + DECLARATION + "\n"))
                .extracting(Problem::code)
                .contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,Acme Trading Co., Ltd,,\n2,Beta GmbH,,\n", "1,Beta GmbH,,\n2,Acme Trading Co., Ltd,,\n"})
    void a_name_whose_comma_no_quotes_hold_is_never_taken_for_two_columns(String rows) {
        assertThat(rejected("verification/lists/list=control/a.csv", "no,name_en,name_zh,aliases\n" + rows))
                .extracting(Problem::code)
                .containsExactly("row-length");
        assertThat(rejected(
                        "verification/lists/list=control/a.csv",
                        "no,name_en,name_zh,aliases,\n" + rows.replace("\n", ",\n")))
                .extracting(Problem::code)
                .containsExactly("row-length");
    }

    @Test
    void what_is_no_table_is_rejected() {
        assertThat(rejected(Desk.DECLARATIONS, new byte[0]))
                .extracting(Problem::code)
                .containsExactly("file-empty");
        assertThat(rejected(Desk.DECLARATIONS, new byte[] {'P', 'K', 3, 4, 0}))
                .extracting(Problem::code)
                .containsExactly("other-format");
        assertThat(rejected(Desk.DECLARATIONS, DECLARATION_HEADER + DECLARATION + ",more\n"))
                .extracting(Problem::code)
                .containsExactly("row-length");
        assertThat(rejected(Desk.DECLARATIONS, DECLARATION_HEADER + "\"" + DECLARATION + "\n"))
                .extracting(Problem::code)
                .containsExactly("not-csv");
        assertThat(rejected(Desk.DECLARATIONS, DECLARATION_HEADER + DECLARATION + "\n" + DECLARATION_HEADER))
                .extracting(Problem::code)
                .containsExactly("header-again");
    }

    /** The function's zip has nothing that opens them. */
    @Test
    void a_7z_archive_is_rejected_plain_and_within_gzip() throws Exception {
        byte[] archive = {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4};
        assertThat(rejected(Desk.DECLARATIONS, archive))
                .extracting(Problem::code)
                .containsExactly("other-format");
        assertThat(rejected(Desk.DECLARATIONS + ".gz", gzip(archive)))
                .extracting(Problem::code)
                .containsExactly("packed-twice");
    }

    @Test
    void chinese_heads_words_and_gb18030_are_read_as_english_in_utf_8_is() throws Exception {
        Desk desk = new Desk();
        desk.put(
                Desk.DECLARATIONS + ".gz",
                gzip(("出口报关单号;企业代码;商品编号;法定数量;计量单位;总价;币制;出口日期;监管方式;状态\n"
                                + "020220260000000001001;1200000001;8104110000;1000;千克;5000;usd;2026年1月10日;0110;已结关\n")
                        .getBytes(Charset.forName("GB18030"))),
                Desk.DAY);
        desk.put(
                Desk.CERTIFICATES,
                ("\uFEFF证明编号,报关单号,项号,企业代码,用途,税款状态,商品编号,退运数量,单位,已补税额,税务机关,开具日期,证明状态\n"
                                + "C1,020220260000000001,1,1200000001,退运,未退税,8104110000,400,公斤,,样本,20260220,有效\n")
                        .getBytes(StandardCharsets.UTF_8),
                Desk.DAY);
        desk.put(
                Desk.REFUNDS,
                ("报关单号\t项号\t退税数量\t退税额\t退税状态\t状态日期\n020220260000000001\t01\t1000\t3900.00\t已退税\t2026/2/10\n")
                        .getBytes(Charset.forName("GB18030")),
                Desk.DAY);
        assertThat(Desk.shortly(desk.report()))
                .containsExactly(
                        "not-refunded-but-paid error certificate C1",
                        "refund-exceeds-balance error declaration 020220260000000001/01");
    }

    @Test
    void rows_that_repeat_another_word_by_word_count_once() throws Exception {
        Desk desk = new Desk();
        desk.put(Desk.DECLARATIONS, DECLARATION_HEADER + DECLARATION + "\n" + DECLARATION + "\n");
        desk.put(
                Desk.REFUNDS,
                "declaration_no,item_no,quantity,amount,state,state_on\n"
                        + "020220260000000001,01,600,10.00,paid,2026-02-01\n".repeat(2));
        assertThat(desk.report().at("/balances/0/refunded").asText()).isEqualTo("600");
    }

    @Test
    void a_day_counts_as_begun_where_days_begin_first() {
        new Desk().put(Desk.DECLARATIONS, DECLARATION_HEADER + DECLARATION + "\n", LocalDate.of(2026, 1, 10));
        assertThat(rejected(Desk.DECLARATIONS, DECLARATION_HEADER + DECLARATION.replace("01-10", "03-12") + "\n"))
                .hasSize(1);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(small)) {
            out.write(bytes);
        }
        return small.toByteArray();
    }
}
