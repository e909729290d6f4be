package dev.customsfeed.publish.words.zh;

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

/** Chinese names of things that stand by themselves. */
final class ChineseNames implements Names {

    @Override
    public Optional<String> currency(String code) {
        return Optional.of(Chinese.currency(code));
    }

    @Override
    public String reporter(String code) {
        return Chinese.reporter(code);
    }

    @Override
    public String reporters(Collection<String> codes) {
        return Chinese.reporters(codes);
    }

    @Override
    public String valuation(SortedSet<Valuation> valuations) {
        return Chinese.valuation(valuations);
    }

    @Override
    public String scope(Scope.PartOf part, Flow flow, PartnerCodes codes) {
        return "仅" + Chinese.limited(part, flow, codes) + "的" + Chinese.flow(flow);
    }

    @Override
    public String coverage(Coverage coverage, int members, Flow flow, PartnerCodes codes) {
        List<String> limits = new ArrayList<>();
        if (coverage.scope() instanceof Scope.PartOf part) {
            limits.add("仅" + Chinese.limited(part, flow, codes));
        }
        if (!coverage.unreported().isEmpty()) {
            limits.add(members + "个成员中的" + (members - coverage.unreported().size()) + "个");
        }
        return String.join("，", limits);
    }

    @Override
    public String netWeight() {
        return "净重";
    }

    @Override
    public String statisticalValue() {
        return "统计价值";
    }

    @Override
    public String allPartners() {
        return "全部伙伴";
    }
}
