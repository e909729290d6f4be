package dev.customsfeed.verify;

import dev.customsfeed.verify.Cases.Case;
import dev.customsfeed.verify.Cases.Cert;
import dev.customsfeed.verify.Cases.Decl;
import dev.customsfeed.verify.Cases.Ref;
import dev.customsfeed.verify.Cases.Use;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules once more, as their text has them: every row against every other, no shards, no keys, no order of files. */
final class NaiveRules {

    private final Case all;
    private final LocalDate day;
    private final TreeSet<String> found = new TreeSet<>();

    private NaiveRules(Case all, LocalDate day) {
        this.all = all;
        this.day = day;
    }

    /** Findings in short, as {@link Desk#shortly} has them, with what is due or too much. All files are of {@code day}. */
    static List<String> of(Case all, LocalDate day) {
        NaiveRules rules = new NaiveRules(all, day);
        all.certificates().forEach(rules::certificate);
        all.declarations().forEach(rules::declaration);
        rules.unknownRefunds();
        rules.uses();
        return List.copyOf(rules.found);
    }

    private void find(String code, String level, String subject, Object figure) {
        found.add(code + " " + level + " " + subject + " " + figure);
    }

    private boolean repeated(Cert one) {
        return all.certificates().stream().anyMatch(other -> other.no().equals(one.no()) && !other.equals(one));
    }

    private List<Cert> of(String item) {
        Set<Cert> some = new HashSet<>();
        for (Cert one : all.certificates()) {
            if (one.item().equals(item) && !repeated(one)) {
                some.add(one);
            }
        }
        return some.stream()
                .sorted(Comparator.comparing(Cert::issued).thenComparing(Cert::no))
                .toList();
    }

    private List<Use> usesOf(String number) {
        return all.uses().stream()
                .filter(use -> use.no().equals(number))
                .sorted(Comparator.comparing(Use::on))
                .toList();
    }

    private void certificate(Cert one) {
        String subject = "certificate " + one.no();
        if (repeated(one)) {
            find("certificate-repeated", "error", subject, "");
            return;
        }
        Decl declared = all.declarations().stream()
                .filter(decl -> decl.item().equals(one.item()))
                .findFirst()
                .orElse(null);
        List<Use> uses = usesOf(one.no());
        if (declared == null) {
            find("declaration-unknown", "error", subject, "");
        } else {
            if (!declared.enterprise().equals(one.enterprise())) {
                find("enterprise-differs", "error", subject, "");
            }
            if (!declared.hs().substring(0, 8).equals(one.hs().substring(0, 8))) {
                find("commodity-differs", "error", subject, "");
            } else if (!declared.hs().equals(one.hs())) {
                find("commodity-differs", "check", subject, "");
            }
            if (!declared.unit().equals(one.unit())) {
                find("unit-differs", "error", subject, "");
            } else {
                due(one, subject);
            }
            if (one.purpose().equals("return")
                    && uses.stream().anyMatch(use -> use.on()
                            .isAfter(declared.exported().plusYears(1)))) {
                find("returned-late", "check", subject, "");
            }
        }
        if (uses.stream().anyMatch(use -> use.on().isBefore(one.issued()))) {
            find("used-before-issued", "error", subject, "");
        }
        if (one.voided() != null) {
            for (Use use : uses) {
                if (use.on().isAfter(one.voided())) {
                    find("use-without-certificate", "error", subject, "");
                } else {
                    find("voided-after-use", "error", subject, "");
                }
            }
        }
        BigDecimal used = uses.stream().map(Use::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (uses.stream().anyMatch(use -> !use.unit().equals(one.unit()))) {
            find("unit-differs", "error", subject, "");
        } else if (used.compareTo(one.quantity()) > 0) {
            find("uses-exceed-certificate", "error", subject, plain(used.subtract(one.quantity())));
        }
        if (uses.isEmpty() && one.voided() == null && !one.issued().plusDays(90).isAfter(day)) {
            find("certificate-unused", "info", subject, "");
        }
        for (Cert former : of(one.item())) {
            boolean usedBefore =
                    usesOf(former.no()).stream().anyMatch(use -> use.on().isBefore(one.issued()));
            if (one.voided() == null
                    && former.voided() != null
                    && usedBefore
                    && former.unit().equals(one.unit())
                    && former.quantity().compareTo(one.quantity()) == 0) {
                find("reissued-after-use", "error", subject, "");
            }
        }
    }

    private void due(Cert one, String subject) {
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal quantity = BigDecimal.ZERO;
        for (Ref refund : all.refunds()) {
            if (refund.item().equals(one.item()) && !refund.on().isAfter(one.issued())) {
                int sign = refund.state().equals("paid") ? 1 : refund.state().equals("reversed") ? -1 : 0;
                paid = paid.add(refund.amount().multiply(BigDecimal.valueOf(sign)));
                quantity = quantity.add(refund.quantity().multiply(BigDecimal.valueOf(sign)));
            }
        }
        if (one.voided() != null || paid.signum() <= 0 || quantity.signum() <= 0) {
            return;
        }
        BigDecimal due = paid.multiply(one.quantity()).divide(quantity, 2, RoundingMode.HALF_UP);
        due = due.min(paid.setScale(2, RoundingMode.HALF_UP));
        if (!one.repaid()) {
            find("not-refunded-but-paid", "error", subject, due.toPlainString());
        } else if (one.amount().compareTo(due) < 0) {
            find(
                    "repaid-too-little",
                    "error",
                    subject,
                    due.subtract(one.amount()).toPlainString());
        }
    }

    private void declaration(Decl declared) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal repaid = BigDecimal.ZERO;
        String passing = null;
        BigDecimal excess = null;
        List<String> behind = new ArrayList<>();
        boolean comparable = true;
        for (Cert one : of(declared.item())) {
            if (one.voided() != null) {
                continue;
            }
            comparable &= one.unit().equals(declared.unit());
            repaid = one.repaid() ? repaid.add(one.quantity()) : repaid;
            if (one.purpose().equals("return")) {
                sum = sum.add(one.quantity());
                if (passing != null) {
                    behind.add(one.no());
                } else if (sum.compareTo(declared.quantity()) > 0) {
                    passing = one.no();
                    excess = sum.subtract(declared.quantity());
                }
            }
        }
        if (comparable && passing != null) {
            String subject = "certificate " + passing
                    + behind.stream().map(no -> " " + no).reduce("", String::concat);
            find("certificates-exceed-declared", "error", subject, plain(excess));
        }
        BigDecimal refunded = BigDecimal.ZERO;
        for (Ref refund : all.refunds()) {
            if (refund.item().equals(declared.item())) {
                refunded = refund.state().equals("paid")
                        ? refunded.add(refund.quantity())
                        : refund.state().equals("reversed") ? refunded.subtract(refund.quantity()) : refunded;
            }
        }
        BigDecimal left = declared.quantity()
                .subtract(sum)
                .subtract(refunded.subtract(repaid).max(BigDecimal.ZERO));
        if (comparable && refunded.signum() > 0 && left.signum() < 0) {
            find("refund-exceeds-balance", "error", "declaration " + declared.item(), plain(left.negate()));
        }
        for (Cert one : of(declared.item())) {
            cancelled(one);
        }
        lot(declared);
    }

    private void cancelled(Cert one) {
        boolean claimed = all.refunds().stream()
                .anyMatch(refund -> refund.item().equals(one.item())
                        && !refund.state().equals("reversed")
                        && refund.on().isAfter(one.issued()));
        if (one.voided() == null && one.purpose().equals("cancel") && claimed) {
            find("declaration-cancelled", "error", "declaration " + one.item(), "");
        }
    }

    private void lot(Decl declared) {
        TreeSet<String> same = new TreeSet<>();
        Set<String> numbers = new HashSet<>();
        for (Decl other : all.declarations()) {
            if (other.enterprise().equals(declared.enterprise())
                    && other.hs().equals(declared.hs())
                    && other.quantity().compareTo(declared.quantity()) == 0
                    && other.unit().equals(declared.unit())
                    && other.exported().equals(declared.exported())) {
                same.add(other.item());
                numbers.add(other.item().substring(0, 18));
            }
        }
        if (numbers.size() > 1) {
            find("declared-twice", "check", "declarations " + String.join(" ", same), "");
        }
    }

    private void unknownRefunds() {
        for (Ref refund : all.refunds()) {
            if (all.declarations().stream()
                    .noneMatch(declared -> declared.item().equals(refund.item()))) {
                find("declaration-unknown", "error", "refund " + refund.item(), "");
                of(refund.item()).forEach(this::cancelled);
            }
        }
    }

    private void uses() {
        for (Use use : all.uses()) {
            if (all.certificates().stream().noneMatch(one -> one.no().equals(use.no()))) {
                find("use-without-certificate", "error", "certificate " + use.no(), "");
            }
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
