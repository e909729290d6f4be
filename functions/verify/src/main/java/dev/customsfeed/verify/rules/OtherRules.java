package dev.customsfeed.verify.rules;

import dev.customsfeed.verify.model.Certificate;
import dev.customsfeed.verify.model.CertificateUse;
import dev.customsfeed.verify.model.Declaration;
import dev.customsfeed.verify.model.FileLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that are not about one declaration item. */
public final class OtherRules {

    private OtherRules() {}

    /**
     * Of a certificate's number that stands for several contents in one file.
     *
     * @param contents two at least, all of one number and file
     */
    public static Finding repeated(List<Certificate> contents) {
        List<Certificate> sorted = contents.stream()
                .sorted(Comparator.comparingLong(one -> one.at().line()))
                .toList();
        return new Finding(
                Code.CERTIFICATE_REPEATED,
                Level.ERROR,
                Subject.certificate(sorted.get(0).number()),
                List.of(),
                Optional.of(sorted.get(0).item()),
                Map.of("contents", String.valueOf(sorted.size())),
                sorted.stream().map(Certificate::at).toList());
    }

    /**
     * Of uses of a certificate that no file has.
     *
     * @param uses of one certificate, one at least
     * @param asOf the days of the newest files
     */
    public static List<Finding> withoutCertificate(List<CertificateUse> uses, AsOf asOf) {
        List<CertificateUse> sorted = uses.stream()
                .sorted(Comparator.comparing(CertificateUse::usedOn))
                .toList();
        List<CertificateUse> pending = sorted.stream()
                .filter(use -> asOf.certificatesPend(use.usedOn()))
                .toList();
        List<CertificateUse> unknown = sorted.stream()
                .filter(use -> !asOf.certificatesPend(use.usedOn()))
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (!unknown.isEmpty()) {
            findings.add(withoutCertificate(Code.USE_WITHOUT_CERTIFICATE, Level.ERROR, unknown));
        }
        if (!pending.isEmpty()) {
            findings.add(withoutCertificate(Code.USE_PENDING, Level.PENDING, pending));
        }
        return findings;
    }

    private static Finding withoutCertificate(Code code, Level level, List<CertificateUse> uses) {
        return new Finding(
                        code,
                        level,
                        Subject.certificate(uses.get(0).certificate()),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        uses.stream().map(CertificateUse::at).toList())
                .with("imports", ItemRules.imports(uses))
                .with("used", uses.get(0).usedOn().toString());
    }

    /**
     * Of declarations that nothing but their numbers tells apart.
     *
     * @param lots all of one {@linkplain Declaration#lot lot}, none cancelled
     * @return empty unless they are of two declarations at least
     */
    public static Optional<Finding> declaredTwice(List<Declaration> lots) {
        if (lots.stream().map(one -> one.item().declaration()).distinct().count() < 2) {
            return Optional.empty();
        }
        List<Declaration> sorted =
                lots.stream().sorted(Comparator.comparing(Declaration::item)).toList();
        Declaration first = sorted.get(0);
        List<FileLine> lines = sorted.stream().map(Declaration::at).toList();
        return Optional.of(ItemRules.finding(
                        Code.DECLARED_TWICE, Level.CHECK, Subject.declaration(first.item()), first.item(), lines)
                .with("quantity", Money.quantity(first.quantity()))
                .with("unit", first.unit())
                .with("exported", first.exportedOn().toString())
                .alsoAbout(sorted.stream()
                        .skip(1)
                        .map(one -> Subject.declaration(one.item()))
                        .toList()));
    }
}
