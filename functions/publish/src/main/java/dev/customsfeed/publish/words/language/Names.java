package dev.customsfeed.publish.words.language;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;

/** What one language calls things that stand by themselves, not in a sentence. */
public interface Names {

    /** A currency by its ISO 4217 code; empty where the language uses the code itself. */
    Optional<String> currency(String code);

    /** A reporter, or a group of them; its code where it has no name. */
    String reporter(String code);

    /** Several reporters. */
    String reporters(Collection<String> codes);

    /** What values include. */
    String valuation(SortedSet<Valuation> valuations);

    /** The part of {@code flow} that figures are limited to, with the flow. */
    String scope(Scope.PartOf part, Flow flow, PartnerCodes codes);

    /** What figures are of that are not of everything: of a part of {@code flow}, or of some of {@code members} members. */
    String coverage(Coverage coverage, int members, Flow flow, PartnerCodes codes);

    /** The measure of weights in the series. */
    String netWeight();

    /** The measure of values in the series. */
    String statisticalValue();

    /** Everybody together, beside single partners in the series. */
    String allPartners();
}
