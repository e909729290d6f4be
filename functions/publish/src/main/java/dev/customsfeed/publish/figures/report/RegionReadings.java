package dev.customsfeed.publish.figures.report;

import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.Reading;
import dev.customsfeed.publish.figures.trade.Region;
import dev.customsfeed.publish.figures.trade.Reporters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The regions of a product: every region of both schemes, in a fixed order, whether it has trade or not. */
final class RegionReadings {

    private record Key(String scheme, String id) {

        boolean isM49() {
            return scheme.equals(RegionFigure.M49);
        }
    }

    private final Map<Key, Reading> readings = new LinkedHashMap<>();

    private RegionReadings(Reading nothing) {
        for (Region region : Region.values()) {
            readings.put(new Key(RegionFigure.M49, region.id()), nothing);
        }
        readings.put(new Key(RegionFigure.M49, RegionFigure.REPORTER_ITSELF), nothing);
        readings.put(new Key(RegionFigure.M49, RegionFigure.UNSPECIFIED), nothing);
        readings.put(new Key(RegionFigure.EU27, RegionFigure.EU27), nothing);
    }

    /**
     * Adds up partners.
     *
     * @param nothing the reading of a region without any partner
     * @param reporters whose trade it is
     */
    static RegionReadings of(Map<Partner, Reading> partners, Reading nothing, Reporters reporters) {
        RegionReadings regions = new RegionReadings(nothing);
        Map<Key, List<Reading>> members = new LinkedHashMap<>();
        partners.forEach((partner, reading) -> RegionFigure.regionsOf(partner, reporters)
                .forEach(region -> members.computeIfAbsent(
                                new Key(
                                        region.equals(RegionFigure.EU27) ? RegionFigure.EU27 : RegionFigure.M49,
                                        region),
                                any -> new ArrayList<>())
                        .add(reading)));
        members.forEach((key, some) -> regions.readings.merge(key, Reading.sum(some), Reading::plus));
        return regions;
    }

    /** By id, which no two schemes share. */
    Map<String, Reading> byId() {
        Map<String, Reading> byId = new LinkedHashMap<>();
        readings.forEach((key, reading) -> byId.put(key.id(), reading));
        return byId;
    }

    /** As the report shows them where the figures are of a part of the trade: it says nothing of a region. */
    List<RegionFigure> unknown() {
        return readings.keySet().stream()
                .map(key -> new RegionFigure(
                        key.scheme(),
                        key.id(),
                        MonthFigure.UNKNOWN,
                        Optional.empty(),
                        Optional.empty(),
                        YearToDate.UNKNOWN,
                        Contribution.UNKNOWN))
                .toList();
    }

    /** As the report shows them, as parts of {@code whole}. */
    List<RegionFigure> figures(Reading whole) {
        Iterator<Contribution> contributions = Contribution.split(
                        readings.entrySet().stream()
                                .filter(entry -> entry.getKey().isM49())
                                .map(Map.Entry::getValue)
                                .toList(),
                        whole)
                .iterator();
        List<RegionFigure> figures = new ArrayList<>();
        readings.forEach((key, reading) -> figures.add(new RegionFigure(
                key.scheme(),
                key.id(),
                MonthFigure.of(reading),
                reading.amount().sharePct(whole.amount()),
                reading.amount().valueSharePct(whole.amount()),
                YearToDate.of(reading),
                key.isM49() ? contributions.next() : Contribution.single(reading, whole))));
        return figures;
    }
}
