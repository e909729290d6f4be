package dev.customsfeed.verify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random cases: few items, few certificates and few days, so that rows meet. */
final class Cases {

    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);

    record Decl(String item, String enterprise, String hs, BigDecimal quantity, String unit, LocalDate exported) {}

    record Ref(String item, BigDecimal quantity, BigDecimal amount, String state, LocalDate on) {}

    record Cert(
            String no,
            String item,
            String enterprise,
            String purpose,
            boolean repaid,
            String hs,
            BigDecimal quantity,
            String unit,
            BigDecimal amount,
            LocalDate issued,
            LocalDate voided) {}

    record Use(String no, String imported, BigDecimal quantity, String unit, LocalDate on) {}

    record Case(List<Decl> declarations, List<Ref> refunds, List<Cert> certificates, List<Use> uses) {

        Case times(BigDecimal factor) {
            return new Case(
                    declarations.stream()
                            .map(one -> new Decl(
                                    one.item(),
                                    one.enterprise(),
                                    one.hs(),
                                    one.quantity().multiply(factor),
                                    one.unit(),
                                    one.exported()))
                            .toList(),
                    refunds.stream()
                            .map(one -> new Ref(
                                    one.item(), one.quantity().multiply(factor), one.amount(), one.state(), one.on()))
                            .toList(),
                    certificates.stream()
                            .map(one -> new Cert(
                                    one.no(),
                                    one.item(),
                                    one.enterprise(),
                                    one.purpose(),
                                    one.repaid(),
                                    one.hs(),
                                    one.quantity().multiply(factor),
                                    one.unit(),
                                    one.amount(),
                                    one.issued(),
                                    one.voided()))
                            .toList(),
                    uses.stream()
                            .map(one -> new Use(
                                    one.no(), one.imported(), one.quantity().multiply(factor), one.unit(), one.on()))
                            .toList());
        }
    }

    private Cases() {}

    static Case random(Random random) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            items.add("02022026000000000" + (i / 2 + 1) + "/0" + (i % 2 + 1));
        }
        List<Decl> declarations = new ArrayList<>();
        for (String item : items) {
            if (random.nextInt(4) > 0) {
                declarations.add(new Decl(
                        item, enterprise(random), hs(random), quantity(random, 3), unit(random), day(random, 20)));
            }
        }
        List<Ref> refunds = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
            String state =
                    List.of("claimed", "paid", "paid", "paid", "reversed").get(random.nextInt(5));
            Ref refund = new Ref(any(items, random), quantity(random, 3), amount, state, day(random, 120));
            if (!refunds.contains(refund)) {
                refunds.add(refund);
            }
        }
        List<Cert> certificates = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            LocalDate issued = day(random, 120);
            boolean repaid = random.nextBoolean();
            certificates.add(new Cert(
                    "C" + random.nextInt(12),
                    any(items, random),
                    enterprise(random),
                    List.of("return", "return", "return", "amend", "cancel").get(random.nextInt(5)),
                    repaid,
                    hs(random),
                    quantity(random, 2),
                    unit(random),
                    repaid ? BigDecimal.valueOf(1 + random.nextInt(50_000), 2) : BigDecimal.ZERO,
                    issued,
                    random.nextInt(3) == 0 ? issued.plusDays(random.nextInt(40)) : null));
        }
        Map<String, String> units = new HashMap<>();
        Map<String, Use> uses = new HashMap<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            String no = "C" + random.nextInt(12);
            units.putIfAbsent(no, unit(random));
            String imported = "02022026100000000" + random.nextInt(9) + "/01";
            uses.putIfAbsent(
                    no + imported, new Use(no, imported, quantity(random, 2), units.get(no), day(random, 160)));
        }
        return new Case(declarations, refunds, certificates, List.copyOf(uses.values()));
    }

    private static String any(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static String enterprise(Random random) {
        return random.nextInt(6) == 0 ? "1200000002" : "1200000001";
    }

    private static String hs(Random random) {
        return List.of("8104110000", "8104110000", "8104110000", "8104110090", "7616999000")
                .get(random.nextInt(5));
    }

    private static String unit(Random random) {
        return random.nextInt(12) == 0 ? "t" : "kg";
    }

    private static BigDecimal quantity(Random random, int scale) {
        return BigDecimal.valueOf(1 + random.nextInt(4), 0).add(BigDecimal.valueOf(random.nextInt(3) * 5L, scale));
    }

    private static LocalDate day(Random random, int within) {
        return BEGIN.plusDays(random.nextInt(within));
    }

    static String declarations(List<Decl> rows) {
        StringBuilder text =
                new StringBuilder("declaration_no,item_no,enterprise,hs,quantity,unit,value,currency,export_date\n");
        rows.forEach(one -> text.append(one.item().replace('/', ','))
                .append(',')
                .append(String.join(
                        ",", one.enterprise(), one.hs(), one.quantity().toPlainString(), one.unit()))
                .append(",9,USD,")
                .append(one.exported())
                .append('\n'));
        return text.toString();
    }

    static String refunds(List<Ref> rows) {
        StringBuilder text = new StringBuilder("declaration_no,item_no,quantity,amount,state,state_on\n");
        rows.forEach(one -> text.append(one.item().replace('/', ','))
                .append(',')
                .append(String.join(
                        ",",
                        one.quantity().toPlainString(),
                        one.amount().toPlainString(),
                        one.state(),
                        one.on().toString()))
                .append('\n'));
        return text.toString();
    }

    static String certificates(List<Cert> rows) {
        StringBuilder text = new StringBuilder("certificate_no,declaration_no,item_no,enterprise,purpose,tax_status,hs,"
                + "quantity,unit,repaid_amount,issued_on,status,status_on\n");
        rows.forEach(one -> text.append(String.join(
                        ",",
                        one.no(),
                        one.item().replace('/', ','),
                        one.enterprise(),
                        one.purpose(),
                        one.repaid() ? "repaid" : "not-refunded",
                        one.hs(),
                        one.quantity().toPlainString(),
                        one.unit(),
                        one.repaid() ? one.amount().toPlainString() : "",
                        one.issued().toString(),
                        one.voided() == null ? "valid," : "void," + one.voided()))
                .append('\n'));
        return text.toString();
    }

    static String uses(List<Use> rows) {
        StringBuilder text = new StringBuilder("certificate_no,import_declaration_no,item_no,quantity,unit,used_on\n");
        rows.forEach(one -> text.append(String.join(
                        ",",
                        one.no(),
                        one.imported().replace('/', ','),
                        one.quantity().toPlainString(),
                        one.unit(),
                        one.on().toString()))
                .append('\n'));
        return text.toString();
    }
}
