package dev.customsfeed.verify.rules;

import dev.customsfeed.verify.model.Declaration;
import dev.customsfeed.verify.model.DeclarationItem;
import dev.customsfeed.verify.model.Refund;
import java.util.List;
import java.util.Optional;

/**
 * All that counts of one declaration item.
 *
 * @param item which
 * @param declaration as the newest file that has it says it; empty where none has
 * @param refunds of the newest file that has any of the item, by day
 * @param certificates that name it, by day of issue, then number; none whose number stands for two contents
 */
public record ItemCase(
        DeclarationItem item,
        Optional<Declaration> declaration,
        List<Refund> refunds,
        List<CertificateCase> certificates) {

    public ItemCase {
        refunds = List.copyOf(refunds);
        certificates = List.copyOf(certificates);
    }
}
