package dev.customsfeed.publish.words.en;

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

/** What an article says in English on traces of events. */
final class EnglishTraces extends EnglishWording implements TracePhrases {

    private static final List<String> COUNTED = List.of("first month", "first two months", "first three months");

    EnglishTraces(MonthReport report, ShortNames shortNames) {
        super(report, shortNames);
    }

    @Override
    public String event(PolicyEvent event) {
        StudyPlan plan = event.plan().orElseThrow();
        String name = event.name().in(LANGUAGE).strip();
        return (name.endsWith(".") ? name.substring(0, name.length() - 1) : name) + " (announced "
                + English.day(plan.announced())
                + (plan.inForce().equals(plan.announced())
                        ? " with immediate effect"
                        : ", in force " + English.day(plan.inForce()))
                + ").";
    }

    @Override
    public List<String> trace(EventTrace trace) {
        List<String> sentences = new ArrayList<>();
        Finding<EventStudy> study = trace.study();
        study.value().ifPresent(found -> sentences.addAll(study(found, trace.plan())));
        study.reason()
                .flatMap(why -> why(why))
                .map(why -> "Whether it left a trace in " + scope(trace.plan()) + " cannot be told: " + why + ".")
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
                .ifPresent(window -> sentences.add("Between announcement and entry into force ("
                        + English.span(window.span()) + ") " + scope(plan) + " ran " + aboveOrBelow(window.change())
                        + " the twelve months before" + verdict(window, study.dates(), true) + "."));
        study.after()
                .value()
                .ifPresent(window -> sentences.add("In the "
                        + COUNTED.get(Math.min(window.span().length(), COUNTED.size()) - 1) + " in force ("
                        + English.span(window.span()) + ") " + scope(plan) + " averaged "
                        + tonnes(Fraction.of(window.sum(), window.span().length())) + " a month, "
                        + aboveOrBelow(window.change()) + " the twelve months before the announcement"
                        + verdict(window, study.dates(), false) + "."));
        if (study.reading() == EventStudy.Reading.UNTESTABLE) {
            sentences.add(
                    "Too few months lie around the event to tell an effect from ordinary swings: it takes 19 other"
                            + " dates to compare with, and there "
                            + (study.dates() == 1 ? "is 1" : "are " + study.dates()) + ".");
        }
        study.payment()
                .ifPresent(payment ->
                        sentences.add(payment(payment, study.payback().orElseThrow())));
        if (!study.windows().leftOut().isEmpty()) {
            sentences.add(
                    English.capital(English.months(new TreeSet<>(study.windows().leftOut())))
                            + (study.windows().leftOut().size() == 1 ? " belongs" : " belong")
                            + " to neither: "
                            + (study.windows().leftOut().size() == 1
                                    ? "the event fell into the month after its tenth day."
                                    : "in each, the event was announced or came into force after the tenth day."));
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
        return flows()
                + (concerned.size() == report.feed().products().size()
                        ? ""
                        : " of " + listed(concerned, this::shortName))
                + (plan.partners().isEmpty()
                        ? ""
                        : (flow == Flow.EXPORT ? " to " : " from ") + countries(plan.partners()));
    }

    private static String countries(Collection<String> iso2) {
        return English.listed(iso2.stream().map(English::country).toList());
    }

    private String product(String id) {
        return report.feed().products().stream()
                .filter(product -> product.id().equals(id))
                .map(this::shortName)
                .findFirst()
                .orElse(id);
    }

    private static String aboveOrBelow(Fraction change) {
        return percent(change.percent()) + (change.signum() < 0 ? " below" : " above");
    }

    /** How a window compares with other dates, in words. */
    private static String verdict(Window window, int dates, boolean isRush) {
        return window.test()
                .value()
                .map(test -> verdict(window.change(), test, dates, isRush))
                .orElse("");
    }

    private static String verdict(Fraction change, Test test, int dates, boolean isRush) {
        String more = isRush ? "more" : "less";
        if (test.isBeyondOrdinary()) {
            boolean unique = test.p().equals(Fraction.of(1, dates + 1L));
            return ", " + more + " than at " + (unique ? "any of " : "95% of ") + dates
                    + " other dates, where nine of ten lay " + band(test.ordinary());
        }
        if (test.ordinary().contains(change)) {
            return ", which is within what is ordinary: at nine of ten of " + dates + " other dates they lay "
                    + band(test.ordinary());
        }
        return ", which is " + (isRush ? "less" : "more") + " than is ordinary: at nine of ten of " + dates
                + " other dates they lay " + band(test.ordinary());
    }

    private static String band(Band band) {
        return "between " + aboveOrBelow(band.low()) + " and " + aboveOrBelow(band.high());
    }

    private static String payment(EventStudy.Payment payment, Fraction payback) {
        return switch (payment) {
            case BROUGHT_FORWARD ->
                "Afterwards they fell short of the twelve months before by " + Rounded.fixed(payback.rounded(2), 2)
                        + " times what they had been above them: shipments were brought forward.";
            case NOT_PAID_BACK_SO_FAR ->
                payback.signum() > 0
                        ? "Afterwards they fell short of the twelve months before by "
                                + Rounded.fixed(payback.rounded(2), 2)
                                + " times what they had been above them: the rest is not paid back so far."
                        : "Afterwards they did not fall below the twelve months before: the rush is not paid back so"
                                + " far.";
        };
    }

    private static Optional<String> comparison(String product, Finding<Relative> finding) {
        if (finding.reason().filter(why -> why instanceof Reason.LeftItsBand).isPresent()) {
            return Optional.of(English.capital(product)
                    + ", named beforehand to compare with, was itself not as it ordinarily is and is left out.");
        }
        return finding.value().map(relative -> {
            List<String> parts = new ArrayList<>();
            relative.anticipation()
                    .map(window -> relative(window) + " before entry into force")
                    .ifPresent(parts::add);
            relative.after().map(window -> relative(window) + " after it").ifPresent(parts::add);
            return "Relative to " + product + " that is " + English.listed(parts) + ".";
        });
    }

    private static String relative(RelativeWindow window) {
        return Rounded.signedAndGrouped(window.change().percent(), 2) + "%"
                + (window.test().isBeyondOrdinary() ? " (beyond" : " (within") + " what is ordinary)";
    }

    private List<String> deflection(Deflection found, StudyPlan plan) {
        List<String> sentences = new ArrayList<>();
        String third = countries(found.gains().keySet());
        boolean several = found.gains().size() > 1;
        String took = flow == Flow.EXPORT ? " took " : " supplied ";
        String lost = countries(plan.partners()) + took + tonnes(found.loss()) + " a month less";
        if (found.gain().signum() <= 0) {
            sentences.add("While " + lost + ", " + third + (several ? " together" : "") + took + "no more.");
        } else {
            sentences.add("While " + lost + ", " + third + (several ? " together" : "") + took + tonnes(found.gain())
                    + " more, " + percent(found.ofLoss().percent()) + " of that" + ordinary(found)
                    + "; the figures do not show "
                    + (flow == Flow.EXPORT ? "where goods went after that." : "where goods came from before that."));
        }
        if (!found.hubs().isEmpty() && found.gain().signum() > 0) {
            sentences.add(countries(found.hubs()) + (found.hubs().size() == 1 ? " passes" : " pass")
                    + " on much of what " + (found.hubs().size() == 1 ? "it takes." : "they take."));
        }
        if (found.shareBefore().value().isPresent()
                && found.shareSince().value().isPresent()) {
            sentences.add("The share of " + countries(plan.partners()) + " went from "
                    + percent(found.shareBefore().value().get().percent()) + " to "
                    + percent(found.shareSince().value().get().percent()) + ".");
        }
        return sentences;
    }

    private static String ordinary(Deflection found) {
        return switch (found.reading()) {
            case GAIN_BEYOND_ORDINARY ->
                ", which is more than at 95% of " + found.dates() + " other dates (" + bound(found) + ")";
            case WITHIN_ORDINARY ->
                ", which is within what is ordinary (" + bound(found) + " at 95% of " + found.dates() + " other dates)";
            case UNTESTABLE -> ", and too few other dates are there to tell whether that is ordinary";
        };
    }

    private static String bound(Deflection found) {
        Fraction bound = found.ordinaryGain().value().orElseThrow();
        return bound.signum() > 0 ? "up to " + tonnes(bound) : "no more than before";
    }

    private Optional<String> noDeflection(Reason why, StudyPlan plan) {
        if (why instanceof Reason.NoLoss) {
            return Optional.of(English.capital(countries(plan.partners()))
                    + (flow == Flow.EXPORT ? " took" : " supplied") + " no less than before.");
        }
        return why(why).map(reason -> "Whether " + countries(plan.thirdCountries())
                + (flow == Flow.EXPORT ? " took" : " supplied") + " more cannot be told: " + reason + ".");
    }

    /** Nothing where nothing is over yet. */
    private static Optional<String> why(Reason reason) {
        if (reason instanceof Reason.NoMonths) {
            return Optional.empty();
        }
        if (reason instanceof Reason.Incomplete incomplete) {
            return Optional.of("figures for " + English.months(new TreeSet<>(incomplete.missing())) + " are missing");
        }
        return Optional.of(
                reason instanceof Reason.NoBase
                        ? "there was no trade in the twelve months before the announcement"
                        : "too few months lie before the announcement to tell an effect from ordinary swings");
    }
}
