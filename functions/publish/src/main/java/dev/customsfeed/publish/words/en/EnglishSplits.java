package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.publish.figures.report.DimensionFigure;
import dev.customsfeed.publish.figures.report.DimensionSplit;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.words.language.SplitPhrases;
import java.util.List;

/** What an article says in English on customs regimes, provinces and states. */
final class EnglishSplits extends EnglishWording implements SplitPhrases {

    EnglishSplits(MonthReport report, ShortNames shortNames) {
        super(report, shortNames);
    }

    @Override
    public String splitsHeading(List<String> dimensions) {
        return dimensions.isEmpty() ? "" : ofMonth(English.capital(listed(dimensions, English::codes)));
    }

    @Override
    public String split(String dimension, List<DimensionFigure> largest) {
        return by(dimension) + ": " + listed(largest, EnglishSplits::part) + ".";
    }

    private String by(String dimension) {
        return switch (dimension) {
            case DimensionSplit.PROVINCE ->
                flow == Flow.EXPORT
                        ? "Provinces in which exporters are registered"
                        : "Provinces in which importers are registered";
            default -> English.capital(English.codes(dimension));
        };
    }

    private static String part(DimensionFigure figure) {
        return figure.name().in(LANGUAGE) + " "
                + percent(figure.sharePct().orElseThrow())
                + figure.month()
                        .yoyPct()
                        .map(yoy -> " (" + signed(yoy) + " YoY)")
                        .orElse("");
    }
}
