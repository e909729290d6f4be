package dev.customsfeed.verify.file;

import dev.customsfeed.verify.model.Certificate;
import dev.customsfeed.verify.model.Certificate.Purpose;
import dev.customsfeed.verify.model.CertificateUse;
import dev.customsfeed.verify.model.ControlledCode;
import dev.customsfeed.verify.model.Declaration;
import dev.customsfeed.verify.model.DeclarationItem;
import dev.customsfeed.verify.model.FileLine;
import dev.customsfeed.verify.model.ListedParty;
import dev.customsfeed.verify.model.Refund;
import dev.customsfeed.verify.model.RefundRate;
import dev.customsfeed.verify.model.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes rows of lines, and holds each against those before it: what a file says twice in the same words counts once, and two lines
 * that contradict each other are a problem, except of certificates, where it is a finding.
 */
final class RowReader {

    private static final int WARNINGS_KEPT = 20;

    private static final Map<String, Purpose> PURPOSES = Map.of(
            "return", Purpose.RETURN,
            "退运", Purpose.RETURN,
            "amend", Purpose.AMEND,
            "改单", Purpose.AMEND,
            "修改", Purpose.AMEND,
            "cancel", Purpose.CANCEL,
            "撤单", Purpose.CANCEL,
            "撤销", Purpose.CANCEL);
    private static final Map<String, Boolean> REPAID =
            Map.of("repaid", true, "已补税", true, "not-refunded", false, "未退税", false);
    private static final Map<String, Boolean> VALID = Map.of("valid", true, "有效", true, "void", false, "作废", false);
    private static final Map<String, Boolean> CANCELLED = Map.of(
            "exported", false,
            "declared", false,
            "cancelled", true,
            "已结关", false,
            "结关", false,
            "已申报", false,
            "已撤销", true,
            "撤销", true);
    private static final Map<String, Refund.State> STATES = Map.of(
            "claimed", Refund.State.CLAIMED,
            "已申报", Refund.State.CLAIMED,
            "paid", Refund.State.PAID,
            "已退税", Refund.State.PAID,
            "已退库", Refund.State.PAID,
            "reversed", Refund.State.REVERSED,
            "已冲减", Refund.State.REVERSED,
            "已追回", Refund.State.REVERSED);

    /** What the first use of a certificate in the file says. */
    private record Unit(String name, long line) {}

    private final UploadKey key;
    private final FileLine file;
    private final Cells cells;
    private final Consumer<Row> sink;
    private final FirstLines firstLines = new FirstLines();
    private final Map<String, Unit> units = new HashMap<>();
    private final StringBuilder repeats = new StringBuilder();
    private long repeatCount;
    private long rows;

    /** @param file with any line */
    RowReader(UploadKey key, FileLine file, Cells cells, Consumer<Row> sink) {
        this.key = key;
        this.file = file;
        this.cells = cells;
        this.sink = sink;
    }

    long rows() {
        return rows;
    }

    /** What was passed over, as a sentence. */
    Optional<String> warning() {
        return repeatCount == 0
                ? Optional.empty()
                : Optional.of(repeatCount + (repeatCount == 1 ? " row repeats" : " rows repeat")
                        + " another word by word and " + (repeatCount == 1 ? "is" : "are") + " counted once: " + repeats
                        + (repeatCount > WARNINGS_KEPT ? " and others." : "."));
    }

    /** Takes the line that the cells are at. */
    void take() {
        rows++;
        switch (key.kind()) {
            case DECLARATIONS -> declaration();
            case REFUNDS -> refund();
            case CERTIFICATES -> certificate();
            case USES -> use();
            case RATES -> rate();
            case LISTS -> party();
            case CONTROLS -> control();
        }
    }

    private FileLine at() {
        return new FileLine(file.key(), file.version(), cells.line());
    }

    /**
     * Gives a row on that no line before contradicts.
     *
     * @param before how many problems there were before the row
     * @param name what no other row may be about that says something else
     * @param says what the row says, its line aside
     */
    private void unique(long before, String name, String says, Row row) {
        if (cells.problemCount() > before) {
            return;
        }
        if (firstLines.add(name, says, cells.line())) {
            sink.accept(row);
        } else if (firstLines.says(says)) {
            repeated();
        } else {
            cells.contradicts(
                    "row-repeated",
                    firstLines.line(),
                    name + ", with other contents,",
                    "one row, or the same words in both",
                    "Leave the row that is right and take the other out.");
        }
    }

    private void repeated() {
        if (repeatCount < WARNINGS_KEPT) {
            repeats.append(repeatCount == 0 ? "" : ", ")
                    .append("line ")
                    .append(cells.line())
                    .append(" that of line ")
                    .append(firstLines.line());
        }
        repeatCount++;
    }

    private static String says(Object... what) {
        StringBuilder all = new StringBuilder();
        for (Object one : what) {
            all.append(
                            one instanceof BigDecimal number
                                    ? number.stripTrailingZeros().toPlainString()
                                    : one)
                    .append('\n');
        }
        return all.toString();
    }

    private void declaration() {
        long before = cells.problemCount();
        Declaration row = new Declaration(
                at(),
                cells.item(),
                cells.enterprise(),
                cells.hs(),
                cells.quantity(),
                cells.unit(),
                cells.number(Column.VALUE),
                cells.currency(),
                cells.day(Column.EXPORT_DATE),
                cells.regime(),
                !cells.text(Column.STATUS).isEmpty() && cells.word(Column.STATUS, CANCELLED, false),
                cells.text(Column.CONSIGNEE),
                cells.text(Column.DESTINATION),
                cells.text(Column.FINAL_DESTINATION));
        if (cells.problemCount() == before
                && row.exportedOn().getYear()
                        < Integer.parseInt(row.item().declaration().substring(4, 8))) {
            cells.wrong(
                    Column.EXPORT_DATE,
                    "exported-before-declared",
                    "a day not before the year of the declaration's number",
                    "Correct the day or the number.");
        }
        unique(
                before,
                row.item().toString(),
                says(
                        row.lot(),
                        row.regime(),
                        row.cancelled(),
                        row.consignee(),
                        row.destination(),
                        row.finalDestination()),
                row);
    }

    private void refund() {
        long before = cells.problemCount();
        DeclarationItem item = cells.item();
        BigDecimal quantity = cells.quantity();
        BigDecimal amount = cells.amount(Column.AMOUNT, false);
        Refund.State state = cells.word(Column.STATE, STATES, Refund.State.CLAIMED);
        LocalDate on = cells.day(Column.STATE_ON);
        String currency = key.declared().getOrDefault("currency", "");
        if (cells.has(Column.CURRENCY) && !cells.currency().equals(currency)) {
            cells.wrong(Column.CURRENCY, "currency-differs", currency + ", as the path declares", Cells.AS_IT_IS);
        }
        String says = says(item, quantity, amount, state, on);
        unique(before, says, says, new Refund(at(), item, quantity, amount, currency, state, on));
    }

    private void certificate() {
        long before = cells.problemCount();
        String number = cells.certificateNumber();
        boolean repaid = cells.word(Column.TAX_STATUS, REPAID, false);
        BigDecimal amount = cells.amount(Column.REPAID_AMOUNT, true);
        boolean valid = cells.word(Column.STATUS, VALID, true);
        Optional<LocalDate> statusOn = cells.dayIfAny(Column.STATUS_ON);
        LocalDate issuedOn = cells.day(Column.ISSUED_ON);
        if (cells.problemCount() == before) {
            checkCertificate(repaid, amount, valid, statusOn, issuedOn);
        }
        Certificate row = new Certificate(
                at(),
                number,
                cells.item(),
                cells.enterprise(),
                cells.word(Column.PURPOSE, PURPOSES, Purpose.RETURN),
                repaid,
                cells.hs(),
                cells.quantity(),
                cells.unit(),
                amount,
                key.declared().getOrDefault("currency", ""),
                cells.text(Column.PAYMENT_NO),
                cells.text(Column.TAX_AUTHORITY),
                issuedOn,
                valid ? Optional.empty() : statusOn);
        String says = says(
                number,
                row.item(),
                row.enterprise(),
                row.purpose(),
                repaid,
                row.hs(),
                row.quantity(),
                row.unit(),
                amount,
                row.paymentNo(),
                row.taxAuthority(),
                issuedOn,
                row.voidedOn());
        // Of one number, each content once: that there are two is a finding, which both lines are needed for.
        unique(before, says, says, row);
    }

    private void checkCertificate(
            boolean repaid, BigDecimal amount, boolean valid, Optional<LocalDate> statusOn, LocalDate issuedOn) {
        if (repaid && amount.signum() == 0) {
            cells.wrong(
                    Column.REPAID_AMOUNT,
                    "repaid-amount-missing",
                    "the amount, for the tax was repaid",
                    Cells.AS_IT_IS);
        }
        if (!repaid && amount.signum() != 0) {
            cells.wrong(Column.REPAID_AMOUNT, "repaid-amount", "nothing, for the tax was not refunded", Cells.AS_IT_IS);
        }
        if (!valid && statusOn.isEmpty()) {
            cells.wrong(Column.STATUS_ON, "status-on-missing", "the day on which it became void", Cells.AS_IT_IS);
        }
        if (!valid && statusOn.filter(issuedOn::isAfter).isPresent()) {
            cells.wrong(Column.STATUS_ON, "void-before-issued", "a day not before " + issuedOn, Cells.AS_IT_IS);
        }
    }

    private void use() {
        long before = cells.problemCount();
        CertificateUse row = new CertificateUse(
                at(),
                cells.certificateNumber(),
                cells.item(Column.IMPORT_DECLARATION_NO, false),
                cells.quantity(),
                cells.unit(),
                cells.day(Column.USED_ON));
        if (cells.problemCount() == before) {
            Unit first = units.putIfAbsent(row.certificate(), new Unit(row.unit(), cells.line()));
            if (first != null && !first.name().equals(row.unit())) {
                cells.wrong(
                        Column.UNIT,
                        "unit-differs",
                        first.name() + ", as for the same certificate on line " + first.line(),
                        "Give all uses of a certificate in one unit.");
            }
        }
        unique(
                before,
                row.certificate() + " for " + row.imported(),
                says(row.quantity(), row.unit(), row.usedOn()),
                row);
    }

    private void rate() {
        long before = cells.problemCount();
        RefundRate row = new RefundRate(
                at(),
                cells.digits(Column.HS_PREFIX, 4, 10),
                cells.number(Column.RATE),
                cells.day(Column.VALID_FROM),
                cells.dayIfAny(Column.VALID_TO));
        if (row.percent().compareTo(BigDecimal.valueOf(100)) > 0) {
            cells.wrong(Column.RATE, "rate-above-100", "per cent, at most 100", Cells.AS_IT_IS);
        }
        unique(before, "the rate of " + row.prefix() + " from " + row.from(), says(row.percent(), row.to()), row);
    }

    private void party() {
        long before = cells.problemCount();
        ListedParty row = new ListedParty(
                at(),
                "control".equals(key.declared().get("list")),
                cells.some(Column.NO),
                cells.text(Column.NAME_EN),
                cells.text(Column.NAME_ZH),
                cells.several(Column.ALIASES));
        if (row.englishName().isEmpty() && row.chineseName().isEmpty()) {
            cells.wrong(Column.NAME_EN, "name-missing", "a name in English or Chinese", Cells.AS_IT_IS);
        }
        String says = says(row.number(), row.englishName(), row.chineseName(), row.aliases());
        unique(before, says, says, row);
    }

    private void control() {
        long before = cells.problemCount();
        ControlledCode row = new ControlledCode(
                at(),
                cells.digits(Column.HS_PREFIX, 6, 10),
                cells.some(Column.CONDITION),
                cells.several(Column.DESTINATIONS));
        String says = says(row.prefix(), row.condition(), row.destinations());
        unique(before, says, says, row);
    }
}
