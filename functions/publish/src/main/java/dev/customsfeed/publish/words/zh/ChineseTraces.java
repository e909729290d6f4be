package dev.customsfeed.publish.words.zh;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.ledger.feed.StudyPlan;
import dev.customsfeed.publish.figures.Finding;
import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.Reason;
import dev.customsfeed.publish.figures.event.Band;
import dev.customsfeed.publish.figures.event.Deflection;
import dev.customsfeed.publish.figures.event.EventStudy;
import dev.customsfeed.publish.figures.event.EventStudy.Relative;
import dev.customsfeed.publish.figures.event.EventStudy.RelativeWindow;
import dev.customsfeed.publish.figures.event.EventStudy.Test;
import dev.customsfeed.publish.figures.event.EventStudy.Window;
import dev.customsfeed.publish.figures.report.EventTrace;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.language.Rounded;
import dev.customsfeed.publish.words.language.TracePhrases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What an article says in Chinese on traces of events. */
final class ChineseTraces extends ChineseWording implements TracePhrases {

    private static final List<String> COUNTED = List.of("首月", "头两个月", "头三个月");

    ChineseTraces(MonthReport report) {
        super(report);
    }

    @Override
    public String event(PolicyEvent event) {
        StudyPlan plan = event.plan().orElseThrow();
        String name = event.name().in(LANGUAGE).strip();
        return (name.endsWith("。") ? name.substring(0, name.length() - 1) : name) + "（" + Chinese.day(plan.announced())
                + (plan.inForce().equals(plan.announced()) ? "公布并实施" : "公布，" + Chinese.day(plan.inForce()) + "实施")
                + "）。";
    }

    @Override
    public List<String> trace(EventTrace trace) {
        List<String> sentences = new ArrayList<>();
        Finding<EventStudy> study = trace.study();
        study.value().ifPresent(found -> sentences.addAll(study(found, trace.plan())));
        study.reason()
                .flatMap(ChineseTraces::why)
                .map(why -> scope(trace.plan()) + "中是否留下痕迹，无从判断：" + why + "。")
                .ifPresent(sentences::add);
        trace.deflection().ifPresent(deflection -> {
            deflection.value().ifPresent(found -> sentences.addAll(deflection(found, trace.plan())));
            if (study.value().isPresent()) {
                deflection
                        .reason()
                        .flatMap(why -> noDeflection(why, trace.plan()))
                        .ifPresent(sentences::add);
            }
        });
        return sentences;
    }

    private List<String> study(EventStudy study, StudyPlan plan) {
        List<String> sentences = new ArrayList<>();
        study.anticipation()
                .value()
                .ifPresent(window -> sentences.add("公布至实施之间（" + Chinese.span(window.span()) + "），" + scope(plan)
                        + "月均比此前十二个月" + higherOrLower(window.change()) + verdict(window, study.dates(), true)
                        + "。"));
        study.after()
                .value()
                .ifPresent(window -> sentences.add("实施后"
                        + COUNTED.get(Math.min(window.span().length(), COUNTED.size()) - 1) + "（"
                        + Chinese.span(window.span()) + "），" + scope(plan) + "月均"
                        + tonnes(Fraction.of(window.sum(), window.span().length())) + "，比公布前十二个月"
                        + higherOrLower(window.change()) + verdict(window, study.dates(), false) + "。"));
        if (study.reading() == EventStudy.Reading.UNTESTABLE) {
            sentences.add("可供对照的月份太少，无法把影响与平常的波动区分开：需要19个其他日期，现有" + study.dates() + "个。");
        }
        study.payment()
                .ifPresent(payment ->
                        sentences.add(payment(payment, study.payback().orElseThrow())));
        if (!study.windows().leftOut().isEmpty()) {
            sentences.add(Chinese.months(new TreeSet<>(study.windows().leftOut())) + "不计入前后任何一段："
                    + (study.windows().leftOut().size() == 1 ? "事件发生在该月十日之后。" : "公布与实施均在当月十日之后。"));
        }
        for (Map.Entry<String, Finding<Relative>> comparison :
                study.comparisons().entrySet()) {
            comparison(product(comparison.getKey()), comparison.getValue()).ifPresent(sentences::add);
        }
        return sentences;
    }

    /** Exports of some products to some partners. */
    private String scope(StudyPlan plan) {
        List<Product> concerned = report.feed().products().stream()
                .filter(product -> plan.concerns(product.id()))
                .toList();
        return (plan.partners().isEmpty() ? "" : (flow == Flow.EXPORT ? "对" : "自") + countries(plan.partners()) + "的")
                + (concerned.size() == report.feed().products().size() ? "" : listed(concerned, ChineseWording::name))
                + flow();
    }

    private static String countries(Collection<String> iso2) {
        return Chinese.reporters(iso2);
    }

    private String product(String id) {
        return report.feed().products().stream()
                .filter(product -> product.id().equals(id))
                .map(ChineseWording::name)
                .findFirst()
                .orElse(id);
    }

    private static String higherOrLower(Fraction change) {
        return (change.signum() < 0 ? "低" : "高") + percent(change.percent());
    }

    /** How a window compares with other dates, in words. */
    private static String verdict(Window window, int dates, boolean isRush) {
        return window.test()
                .value()
                .map(test -> verdict(window.change(), test, dates, isRush))
                .orElse("");
    }

    private static String verdict(Fraction change, Test test, int dates, boolean isRush) {
        String lay = "（其他" + dates + "个日期中十有其九在" + band(test.ordinary()) + "之间）";
        if (test.isBeyondOrdinary()) {
            boolean unique = test.p().equals(Fraction.of(1, dates + 1L));
            return "，" + (isRush ? "高于" : "低于") + (unique ? "其他任何一个日期" : "其他日期的95%") + lay;
        }
        if (test.ordinary().contains(change)) {
            return "，属平常波动" + lay;
        }
        return "，" + (isRush ? "低于" : "高于") + "平常水平" + lay;
    }

    private static String band(Band band) {
        return higherOrLower(band.low()) + "与" + higherOrLower(band.high());
    }

    private static String payment(EventStudy.Payment payment, Fraction payback) {
        String times = Rounded.fixed(payback.abs().rounded(2), 2);
        return switch (payment) {
            case BROUGHT_FORWARD -> "实施后的减量为实施前增量的" + times + "倍：属提前发运。";
            case NOT_PAID_BACK_SO_FAR ->
                payback.signum() > 0 ? "实施后的减量为实施前增量的" + times + "倍：迄今尚未回补。" : "实施后未低于此前水平：实施前的增量迄今尚未回补。";
        };
    }

    private static Optional<String> comparison(String product, Finding<Relative> finding) {
        if (finding.reason().filter(why -> why instanceof Reason.LeftItsBand).isPresent()) {
            return Optional.of("事先选定作对照的" + product + "本身偏离平常水平，不作对照。");
        }
        return finding.value().map(relative -> {
            List<String> parts = new ArrayList<>();
            relative.anticipation().map(window -> "实施前" + relative(window)).ifPresent(parts::add);
            relative.after().map(window -> "实施后" + relative(window)).ifPresent(parts::add);
            return "相对于" + product + "，" + String.join("，", parts) + "。";
        });
    }

    private static String relative(RelativeWindow window) {
        return Rounded.signed(window.change().percent()) + "%（"
                + (window.test().isBeyondOrdinary() ? "超出平常波动）" : "属平常波动）");
    }

    private List<String> deflection(Deflection found, StudyPlan plan) {
        List<String> sentences = new ArrayList<>();
        String third = countries(found.gains().keySet()) + (found.gains().size() > 1 ? "合计" : "");
        String way = flow == Flow.EXPORT ? "对" : "自";
        String lost = way + countries(plan.partners()) + flow() + "月均减少" + tonnes(found.loss());
        if (found.gain().signum() <= 0) {
            sentences.add(lost + "，" + way + third + "没有增加。");
        } else {
            sentences.add(lost + "，" + way + third + "月均增加" + tonnes(found.gain()) + "，相当于前者的"
                    + percent(found.ofLoss().percent()) + ordinary(found) + "；数据不显示货物"
                    + (flow == Flow.EXPORT ? "此后的去向。" : "此前的来路。"));
        }
        if (!found.hubs().isEmpty() && found.gain().signum() > 0) {
            sentences.add(countries(found.hubs()) + "的货物有很大一部分是转口。");
        }
        if (found.shareBefore().value().isPresent()
                && found.shareSince().value().isPresent()) {
            sentences.add(countries(plan.partners()) + "的份额由"
                    + percent(found.shareBefore().value().get().percent()) + "变为"
                    + percent(found.shareSince().value().get().percent()) + "。");
        }
        return sentences;
    }

    private static String ordinary(Deflection found) {
        return switch (found.reading()) {
            case GAIN_BEYOND_ORDINARY -> "，高于其他" + found.dates() + "个日期的95%（" + bound(found) + "）";
            case WITHIN_ORDINARY -> "，属平常波动（其他" + found.dates() + "个日期的95%" + bound(found) + "）";
            case UNTESTABLE -> "，其他日期太少，无从判断是否平常";
        };
    }

    private static String bound(Deflection found) {
        Fraction bound = found.ordinaryGain().value().orElseThrow();
        return bound.signum() > 0 ? "增加不超过" + tonnes(bound) : "没有增加";
    }

    private Optional<String> noDeflection(Reason why, StudyPlan plan) {
        String way = flow == Flow.EXPORT ? "对" : "自";
        if (why instanceof Reason.NoLoss) {
            return Optional.of(way + countries(plan.partners()) + flow() + "没有减少。");
        }
        return why(why).map(reason -> way + countries(plan.thirdCountries()) + flow() + "是否增加，无从判断：" + reason + "。");
    }

    /** Nothing where nothing is over yet. */
    private static Optional<String> why(Reason reason) {
        if (reason instanceof Reason.NoMonths) {
            return Optional.empty();
        }
        if (reason instanceof Reason.Incomplete incomplete) {
            return Optional.of("缺少" + Chinese.months(new TreeSet<>(incomplete.missing())) + "数据");
        }
        return Optional.of(reason instanceof Reason.NoBase ? "公布前十二个月没有贸易" : "公布前的月份太少，无法把影响与平常的波动区分开");
    }
}
