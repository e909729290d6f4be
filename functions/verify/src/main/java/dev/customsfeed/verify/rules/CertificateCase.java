package dev.customsfeed.verify.rules;

import dev.customsfeed.verify.model.Certificate;
import dev.customsfeed.verify.model.CertificateUse;
import java.util.List;

/**
 * A certificate and what became of it.
 *
 * @param certificate as the newest file that has its number says it
 * @param uses of it, by day and import
 */
public record CertificateCase(Certificate certificate, List<CertificateUse> uses) {

    public CertificateCase {
        uses = List.copyOf(uses);
    }
}
