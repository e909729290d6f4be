package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.Valuation;
import dev.customsfeed.publish.figures.trade.Coverage;
import dev.customsfeed.publish.figures.trade.PartnerCodes;
import dev.customsfeed.publish.words.language.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** English names of things that stand by themselves. */
final class EnglishNames implements Names {

    @Override
    public Optional<String> currency(String code) {
        return Optional.empty();
    }

    @Override
    public String reporter(String code) {
        return English.reporter(code);
    }

    @Override
    public String reporters(Collection<String> codes) {
        return English.reporters(codes);
    }

    @Override
    public String valuation(SortedSet<Valuation> valuations) {
        return English.valuation(valuations);
    }

    @Override
    public String scope(Scope.PartOf part, Flow flow, PartnerCodes codes) {
        return English.flows(flow) + " " + English.limited(part, flow, codes) + " alone";
    }

    @Override
    public String coverage(Coverage coverage, int members, Flow flow, PartnerCodes codes) {
        List<String> limits = new ArrayList<>();
        if (coverage.scope() instanceof Scope.PartOf part) {
            limits.add(scope(part, flow, codes));
        }
        if (!coverage.unreported().isEmpty()) {
            limits.add((members - coverage.unreported().size()) + " of " + members + " members");
        }
        return String.join(", ", limits);
    }

    @Override
    public String netWeight() {
        return "Net weight";
    }

    @Override
    public String statisticalValue() {
        return "Statistical value";
    }

    @Override
    public String allPartners() {
        return "All partners";
    }
}
