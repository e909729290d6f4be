package dev.customsfeed.verify.rules;

import dev.customsfeed.verify.model.Certificate;
import dev.customsfeed.verify.model.Certificate.Purpose;
import dev.customsfeed.verify.model.CertificateUse;
import dev.customsfeed.verify.model.Declaration;
import dev.customsfeed.verify.model.DeclarationItem;
import dev.customsfeed.verify.model.FileLine;
import dev.customsfeed.verify.model.Refund;
import dev.customsfeed.verify.model.RefundRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that are about one declaration item: its declaration, refunds, certificates and their use against each other. All is
 * compared by exact keys and as decimals.
 */
public final class ItemRules {

    /** Certificates that nobody used after so many days are told of. */
    public static final int UNUSED_DAYS = 90;

    private static final int RETURN_YEARS = 1;
    private static final int RETURN_MONTHS_OF_E_COMMERCE = 6;

    /** Customs regimes of cross-border e-commerce, whose returns have six months. */
    private static final Set<String> E_COMMERCE = Set.of("1210", "9610", "9710", "9810");

    private static final int COMPARED_DIGITS = 8;

    private final AsOf asOf;
    private final List<RefundRate> rates;

    /**
     * @param asOf the days of the newest files
     * @param rates refund rates, as far as they were uploaded, of the newest file first
     */
    public ItemRules(AsOf asOf, List<RefundRate> rates) {
        this.asOf = asOf;
        this.rates = List.copyOf(rates);
    }

    /**
     * What the rules say of an item.
     *
     * @param findings in the order of {@link Finding#compareTo}
     * @param balance of the item, where it is declared
     * @param verdicts on its certificates, by number
     */
    public record Outcome(List<Finding> findings, Optional<Balance> balance, Map<String, Verdict> verdicts) {}

    /** Applies all rules. */
    public Outcome of(ItemCase item) {
        List<Finding> findings = new ArrayList<>();
        Optional<Balance> balance = item.declaration().map(declaration -> balance(item, declaration));
        if (item.declaration().isPresent()) {
            Declaration declaration = item.declaration().get();
            for (CertificateCase each : item.certificates()) {
                differences(each.certificate(), declaration, findings);
                returnedLate(each, declaration, findings);
            }
            if (balance.orElseThrow().comparable()) {
                certificatesExceed(item, declaration, findings);
                refundExceeds(item, declaration, balance.get(), findings);
            }
            for (CertificateCase each : item.certificates()) {
                if (each.certificate().unit().equals(declaration.unit())) {
                    due(each.certificate(), item.refunds(), findings);
                }
            }
            unrefundable(item, declaration, findings);
        } else {
            unknown(item, findings);
        }
        cancelled(item, findings);
        for (CertificateCase each : item.certificates()) {
            uses(each, findings);
        }
        reissued(item.certificates(), findings);
        findings.sort(Comparator.naturalOrder());
        return new Outcome(List.copyOf(findings), balance, verdicts(item, findings));
    }

    private static Map<String, Verdict> verdicts(ItemCase item, List<Finding> findings) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (CertificateCase each : item.certificates()) {
            Subject subject = Subject.certificate(each.certificate().number());
            Verdict verdict = Verdict.VERIFIED;
            for (Finding finding : findings) {
                if (finding.isAbout(subject)) {
                    if (finding.code() == Code.DECLARATION_UNKNOWN) {
                        verdict = Verdict.UNKNOWN;
                    } else if (finding.level() == Level.ERROR && verdict != Verdict.UNKNOWN) {
                        verdict = Verdict.DIFFERENT;
                    } else if (finding.code() == Code.DECLARATION_PENDING && verdict == Verdict.VERIFIED) {
                        verdict = Verdict.PENDING;
                    }
                }
            }
            verdicts.put(each.certificate().number(), verdict);
        }
        return verdicts;
    }

    private static BigDecimal refunded(List<Refund> refunds) {
        return refunds.stream().map(ItemRules::paidQuantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal paidQuantity(Refund refund) {
        return signed(refund, refund.quantity());
    }

    private static BigDecimal signed(Refund refund, BigDecimal number) {
        return switch (refund.state()) {
            case CLAIMED -> BigDecimal.ZERO;
            case PAID -> number;
            case REVERSED -> number.negate();
        };
    }

    private static Balance balance(ItemCase item, Declaration declaration) {
        BigDecimal returned = BigDecimal.ZERO;
        BigDecimal repaid = BigDecimal.ZERO;
        boolean comparable = true;
        for (CertificateCase each : item.certificates()) {
            Certificate certificate = each.certificate();
            if (certificate.valid()) {
                comparable &= certificate.unit().equals(declaration.unit());
                returned = certificate.purpose() == Purpose.RETURN ? returned.add(certificate.quantity()) : returned;
                repaid = certificate.repaid() ? repaid.add(certificate.quantity()) : repaid;
            }
        }
        return new Balance(
                item.item(),
                declaration.unit(),
                declaration.quantity(),
                returned,
                refunded(item.refunds()),
                repaid,
                comparable);
    }

    private void unknown(ItemCase item, List<Finding> findings) {
        boolean expired = asOf.mayHaveExpired(item.item().declaration());
        for (CertificateCase each : item.certificates()) {
            Certificate certificate = each.certificate();
            findings.add(unknown(
                    Subject.certificate(certificate.number()),
                    item.item(),
                    certificate.issuedOn(),
                    expired,
                    List.of(certificate.at())));
        }
        if (!item.refunds().isEmpty()) {
            LocalDate first = item.refunds().stream()
                    .map(Refund::on)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            findings.add(unknown(Subject.refund(item.item()), item.item(), first, expired, lines(item.refunds())));
        }
    }

    private Finding unknown(Subject subject, DeclarationItem item, LocalDate day, boolean expired, List<FileLine> at) {
        boolean pending = expired || asOf.declarationsPend(day);
        return finding(
                        pending ? Code.DECLARATION_PENDING : Code.DECLARATION_UNKNOWN,
                        pending ? Level.PENDING : Level.ERROR,
                        subject,
                        item,
                        at)
                .with("declaration", item.declaration())
                .with("day", day.toString())
                .with("expired", String.valueOf(expired));
    }

    private static void differences(Certificate certificate, Declaration declaration, List<Finding> findings) {
        List<FileLine> lines = List.of(certificate.at(), declaration.at());
        Subject subject = Subject.certificate(certificate.number());
        if (!certificate.enterprise().equals(declaration.enterprise())) {
            findings.add(finding(Code.ENTERPRISE_DIFFERS, Level.ERROR, subject, declaration.item(), lines)
                    .with("found", certificate.enterprise())
                    .with("declared", declaration.enterprise()));
        }
        if (!certificate.hs().equals(declaration.hs())) {
            boolean onlyLast = certificate.hs().regionMatches(0, declaration.hs(), 0, COMPARED_DIGITS);
            Level level = onlyLast ? Level.CHECK : Level.ERROR;
            findings.add(finding(Code.COMMODITY_DIFFERS, level, subject, declaration.item(), lines)
                    .with("found", certificate.hs())
                    .with("declared", declaration.hs()));
        }
        if (!certificate.unit().equals(declaration.unit())) {
            findings.add(finding(Code.UNIT_DIFFERS, Level.ERROR, subject, declaration.item(), lines)
                    .with("found", certificate.unit())
                    .with("declared", declaration.unit()));
        }
    }

    private static void certificatesExceed(ItemCase item, Declaration declaration, List<Finding> findings) {
        BigDecimal sum = BigDecimal.ZERO;
        List<FileLine> lines = new ArrayList<>(List.of(declaration.at()));
        Optional<Finding> passed = Optional.empty();
        List<Subject> behind = new ArrayList<>();
        for (CertificateCase each : item.certificates()) {
            Certificate certificate = each.certificate();
            if (!certificate.valid() || certificate.purpose() != Purpose.RETURN) {
                continue;
            }
            Subject subject = Subject.certificate(certificate.number());
            if (passed.isPresent()) {
                behind.add(subject);
                continue;
            }
            sum = sum.add(certificate.quantity());
            lines.add(certificate.at());
            if (sum.compareTo(declaration.quantity()) > 0) {
                passed =
                        Optional.of(finding(Code.CERTIFICATES_EXCEED_DECLARED, Level.ERROR, subject, item.item(), lines)
                                .with("declared", Money.quantity(declaration.quantity()))
                                .with("certified", Money.quantity(sum))
                                .with("excess", Money.quantity(sum.subtract(declaration.quantity())))
                                .with("unit", declaration.unit()));
            }
        }
        passed.ifPresent(finding -> findings.add(finding.alsoAbout(behind)));
    }

    private static void refundExceeds(ItemCase item, Declaration declaration, Balance balance, List<Finding> findings) {
        if (balance.refunded().signum() <= 0 || balance.remaining().signum() >= 0) {
            return;
        }
        List<FileLine> lines = new ArrayList<>(List.of(declaration.at()));
        lines.addAll(lines(item.refunds()));
        item.certificates().stream()
                .map(CertificateCase::certificate)
                .filter(Certificate::valid)
                .forEach(certificate -> lines.add(certificate.at()));
        findings.add(
                finding(Code.REFUND_EXCEEDS_BALANCE, Level.ERROR, Subject.declaration(item.item()), item.item(), lines)
                        .with("declared", Money.quantity(balance.declared()))
                        .with("returned", Money.quantity(balance.returned()))
                        .with("refunded", Money.quantity(balance.refunded()))
                        .with("repaid", Money.quantity(balance.repaid()))
                        .with("excess", Money.quantity(balance.remaining().negate()))
                        .with("unit", balance.unit()));
    }

    /** What a valid certificate says of the tax, against what had been paid when it was issued. */
    private static void due(Certificate certificate, List<Refund> refunds, List<Finding> findings) {
        List<Refund> before = refunds.stream()
                .filter(refund ->
                        refund.state() != Refund.State.CLAIMED && !refund.on().isAfter(certificate.issuedOn()))
                .toList();
        BigDecimal paid =
                before.stream().map(refund -> signed(refund, refund.amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal refunded = refunded(before);
        if (!certificate.valid() || paid.signum() <= 0 || refunded.signum() <= 0) {
            return;
        }
        BigDecimal due = Money.share(paid, certificate.quantity(), refunded);
        List<FileLine> lines = new ArrayList<>(List.of(certificate.at()));
        lines.addAll(lines(before));
        Subject subject = Subject.certificate(certificate.number());
        if (!certificate.repaid()) {
            findings.add(finding(Code.NOT_REFUNDED_BUT_PAID, Level.ERROR, subject, certificate.item(), lines)
                    .with("paid", Money.text(paid))
                    .with("due", Money.text(due))
                    .with("quantity", Money.quantity(certificate.quantity()))
                    .with("refunded", Money.quantity(refunded))
                    .with("currency", certificate.currency()));
        } else if (certificate.repaidAmount().compareTo(due) < 0) {
            findings.add(finding(Code.REPAID_TOO_LITTLE, Level.ERROR, subject, certificate.item(), lines)
                    .with("repaid", Money.text(certificate.repaidAmount()))
                    .with("paid", Money.text(paid))
                    .with("due", Money.text(due))
                    .with("short", Money.text(due.subtract(certificate.repaidAmount())))
                    .with("quantity", Money.quantity(certificate.quantity()))
                    .with("refunded", Money.quantity(refunded))
                    .with("currency", certificate.currency()));
        }
    }

    private void unrefundable(ItemCase item, Declaration declaration, List<Finding> findings) {
        Optional<RefundRate> rate = rates.stream()
                .filter(one -> one.holdsFor(declaration.hs(), declaration.exportedOn()))
                .max(Comparator.comparingInt((RefundRate one) -> one.prefix().length())
                        .thenComparing(RefundRate::from)
                        .thenComparing(one -> -rates.indexOf(one)));
        if (rate.isEmpty() || rate.get().percent().signum() != 0) {
            return;
        }
        List<Refund> standing = item.refunds().stream()
                .filter(refund -> refund.state() != Refund.State.REVERSED)
                .toList();
        boolean takenBack = standing.stream().anyMatch(refund -> refund.state() == Refund.State.PAID)
                && refunded(item.refunds()).signum() <= 0;
        if (!standing.isEmpty() && !takenBack) {
            List<FileLine> lines = new ArrayList<>(lines(standing));
            lines.add(declaration.at());
            lines.add(rate.get().at());
            findings.add(rateZero(Subject.refund(item.item()), declaration, lines));
        }
        for (CertificateCase each : item.certificates()) {
            Certificate certificate = each.certificate();
            if (certificate.valid() && certificate.repaid()) {
                findings.add(rateZero(
                        Subject.certificate(certificate.number()),
                        declaration,
                        List.of(certificate.at(), declaration.at(), rate.get().at())));
            }
        }
    }

    private static Finding rateZero(Subject subject, Declaration declaration, List<FileLine> lines) {
        return finding(Code.REFUND_OF_UNREFUNDABLE, Level.ERROR, subject, declaration.item(), lines)
                .with("hs", declaration.hs())
                .with("exported", declaration.exportedOn().toString())
                .with("rate", "0");
    }

    private static void cancelled(ItemCase item, List<Finding> findings) {
        Optional<Certificate> first = item.certificates().stream()
                .map(CertificateCase::certificate)
                .filter(certificate -> certificate.valid() && certificate.purpose() == Purpose.CANCEL)
                .findFirst();
        if (first.isEmpty()) {
            return;
        }
        List<Refund> after = item.refunds().stream()
                .filter(refund -> refund.state() != Refund.State.REVERSED
                        && refund.on().isAfter(first.get().issuedOn()))
                .toList();
        if (!after.isEmpty()) {
            List<FileLine> lines = new ArrayList<>(List.of(first.get().at()));
            lines.addAll(lines(after));
            findings.add(finding(
                            Code.DECLARATION_CANCELLED,
                            Level.ERROR,
                            Subject.declaration(item.item()),
                            item.item(),
                            lines)
                    .with("certificate", first.get().number())
                    .with("issued", first.get().issuedOn().toString())
                    .with("claimed", after.get(0).on().toString()));
        }
    }

    private static void returnedLate(CertificateCase each, Declaration declaration, List<Finding> findings) {
        boolean eCommerce = E_COMMERCE.contains(declaration.regime());
        LocalDate limit = eCommerce
                ? declaration.exportedOn().plusMonths(RETURN_MONTHS_OF_E_COMMERCE)
                : declaration.exportedOn().plusYears(RETURN_YEARS);
        if (each.certificate().purpose() != Purpose.RETURN) {
            return;
        }
        List<CertificateUse> late =
                each.uses().stream().filter(use -> use.usedOn().isAfter(limit)).toList();
        if (!late.isEmpty()) {
            List<FileLine> lines =
                    new ArrayList<>(List.of(declaration.at(), each.certificate().at()));
            late.forEach(use -> lines.add(use.at()));
            findings.add(finding(
                            Code.RETURNED_LATE,
                            Level.CHECK,
                            Subject.certificate(each.certificate().number()),
                            declaration.item(),
                            lines)
                    .with("exported", declaration.exportedOn().toString())
                    .with("limit", limit.toString())
                    .with("used", late.get(0).usedOn().toString())
                    .with("months", eCommerce ? "6" : "12"));
        }
    }

    private void uses(CertificateCase each, List<Finding> findings) {
        Certificate certificate = each.certificate();
        Subject subject = Subject.certificate(certificate.number());
        if (each.uses().isEmpty()) {
            unused(certificate, subject, findings);
            return;
        }
        List<CertificateUse> early = each.uses().stream()
                .filter(use -> use.usedOn().isBefore(certificate.issuedOn()))
                .toList();
        if (!early.isEmpty()) {
            findings.add(finding(
                            Code.USED_BEFORE_ISSUED,
                            Level.ERROR,
                            subject,
                            certificate.item(),
                            lines(certificate, early))
                    .with("issued", certificate.issuedOn().toString())
                    .with("used", early.get(0).usedOn().toString()));
        }
        if (certificate.voidedOn().isPresent()) {
            voided(certificate, certificate.voidedOn().get(), each.uses(), subject, findings);
        }
        boolean sameUnit = each.uses().stream().allMatch(use -> use.unit().equals(certificate.unit()));
        if (!sameUnit) {
            CertificateUse other = each.uses().stream()
                    .filter(use -> !use.unit().equals(certificate.unit()))
                    .findFirst()
                    .orElseThrow();
            findings.add(finding(
                            Code.UNIT_DIFFERS,
                            Level.ERROR,
                            subject,
                            certificate.item(),
                            List.of(certificate.at(), other.at()))
                    .with("found", other.unit())
                    .with("certified", certificate.unit()));
            return;
        }
        BigDecimal used = each.uses().stream().map(CertificateUse::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (used.compareTo(certificate.quantity()) > 0) {
            findings.add(finding(
                            Code.USES_EXCEED_CERTIFICATE,
                            Level.ERROR,
                            subject,
                            certificate.item(),
                            lines(certificate, each.uses()))
                    .with("certified", Money.quantity(certificate.quantity()))
                    .with("used", Money.quantity(used))
                    .with("excess", Money.quantity(used.subtract(certificate.quantity())))
                    .with("unit", certificate.unit()));
        }
    }

    private void unused(Certificate certificate, Subject subject, List<Finding> findings) {
        LocalDate told = certificate.issuedOn().plusDays(UNUSED_DAYS);
        if (certificate.valid()
                && asOf.newest().filter(told::isAfter).isEmpty()
                && asOf.newest().isPresent()) {
            findings.add(
                    finding(Code.CERTIFICATE_UNUSED, Level.INFO, subject, certificate.item(), List.of(certificate.at()))
                            .with("issued", certificate.issuedOn().toString())
                            .with("days", String.valueOf(UNUSED_DAYS)));
        }
    }

    /** A use on the day on which the certificate became void is one before it: whichever came first, they contradict each other. */
    private static void voided(
            Certificate certificate,
            LocalDate voidedOn,
            List<CertificateUse> uses,
            Subject subject,
            List<Finding> findings) {
        List<CertificateUse> before =
                uses.stream().filter(use -> !use.usedOn().isAfter(voidedOn)).toList();
        List<CertificateUse> after =
                uses.stream().filter(use -> use.usedOn().isAfter(voidedOn)).toList();
        if (!before.isEmpty()) {
            findings.add(
                    finding(Code.VOIDED_AFTER_USE, Level.ERROR, subject, certificate.item(), lines(certificate, before))
                            .with("used", before.get(0).usedOn().toString())
                            .with("voided", voidedOn.toString()));
        }
        if (!after.isEmpty()) {
            findings.add(finding(
                            Code.USE_WITHOUT_CERTIFICATE,
                            Level.ERROR,
                            subject,
                            certificate.item(),
                            lines(certificate, after))
                    .with("imports", imports(after))
                    .with("used", after.get(0).usedOn().toString())
                    .with("voided", voidedOn.toString()));
        }
    }

    /** The declarations that certificates were used for, in order, with spaces between them. */
    static String imports(List<CertificateUse> uses) {
        return String.join(
                " ",
                uses.stream()
                        .map(use -> use.imported().declaration())
                        .sorted()
                        .distinct()
                        .toList());
    }

    private static void reissued(List<CertificateCase> certificates, List<Finding> findings) {
        for (CertificateCase again : certificates) {
            Certificate second = again.certificate();
            if (!second.valid()) {
                continue;
            }
            for (CertificateCase one : certificates) {
                Certificate first = one.certificate();
                List<CertificateUse> before = one.uses().stream()
                        .filter(use -> use.usedOn().isBefore(second.issuedOn()))
                        .toList();
                if (!first.valid()
                        && !before.isEmpty()
                        && first.unit().equals(second.unit())
                        && first.quantity().compareTo(second.quantity()) == 0) {
                    List<FileLine> lines = new ArrayList<>(List.of(second.at()));
                    lines.addAll(lines(first, before));
                    findings.add(finding(
                                    Code.REISSUED_AFTER_USE,
                                    Level.ERROR,
                                    Subject.certificate(second.number()),
                                    second.item(),
                                    lines)
                            .with("former", first.number())
                            .with("used", before.get(0).usedOn().toString())
                            .with("issued", second.issuedOn().toString()));
                }
            }
        }
    }

    private static List<FileLine> lines(Certificate certificate, List<CertificateUse> uses) {
        List<FileLine> lines = new ArrayList<>(List.of(certificate.at()));
        uses.forEach(use -> lines.add(use.at()));
        return lines;
    }

    private static List<FileLine> lines(List<Refund> refunds) {
        return refunds.stream().map(Refund::at).toList();
    }

    static Finding finding(Code code, Level level, Subject subject, DeclarationItem item, List<FileLine> lines) {
        return new Finding(code, level, subject, List.of(), Optional.of(item), Map.of(), lines);
    }
}
