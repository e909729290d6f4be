package dev.customsfeed.publish.report;

import dev.customsfeed.publish.report.Note.Code;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Partner;
import dev.customsfeed.publish.statistics.Reading;
import dev.customsfeed.trade.Totals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Says what readers of a product's partners and regions must know, in one note for each kind. */
final class PartnerNotes {

    private PartnerNotes() {}

    /**
     * The notes on the partners and regions that a report shows.
     *
     * @param partners in the order shown
     * @param regions by scheme and id
     */
    static List<Note> of(Map<Partner, Reading> partners, Map<String, Reading> regions) {
        List<Note> notes = new ArrayList<>();
        List<Partner> unknown =
                partners.keySet().stream().filter(partner -> !partner.listed()).toList();
        if (!unknown.isEmpty()) {
            notes.add(new Note(
                    Code.UNKNOWN_PARTNER,
                    "partners",
                    NoteText.unknownPartners(
                            unknown.stream().map(Partner::id).sorted().toList())));
        }
        List<Partner> unspecified = partners.entrySet().stream()
                .filter(entry -> entry.getKey().isUnspecified())
                .filter(entry -> entry.getValue().month().orElse(Totals.NONE).rows() > 0)
                .map(Map.Entry::getKey)
                .toList();
        if (!unspecified.isEmpty()) {
            notes.add(new Note(
                    Code.UNSPECIFIED_PARTNER,
                    "hhi",
                    NoteText.unspecifiedPartners(
                            unspecified.stream().map(Partner::name).toList())));
        }
        Map<String, Reading> byId = new LinkedHashMap<>();
        partners.forEach((partner, reading) -> byId.put(partner.id(), reading));
        notes.addAll(weightless("partners", byId));
        notes.addAll(zeroBases("partners", byId));
        notes.addAll(zeroBases("regions", regions));
        return notes;
    }

    private static List<Note> weightless(String subject, Map<String, Reading> readings) {
        List<String> weightless = readings.entrySet().stream()
                .filter(entry -> entry.getValue().month().stream()
                        .anyMatch(month -> month.netWeightKg().isEmpty()))
                .map(Map.Entry::getKey)
                .toList();
        return weightless.isEmpty()
                ? List.of()
                : List.of(new Note(Code.NET_WEIGHT_MISSING, subject, NoteText.netWeightMissing(weightless)));
    }

    private static List<Note> zeroBases(String subject, Map<String, Reading> readings) {
        List<Note> notes = new ArrayList<>();
        zeroBase(subject + ".momPct", readings, Reading::month, Reading::monthBefore)
                .ifPresent(notes::add);
        zeroBase(subject + ".yoyPct", readings, Reading::month, Reading::yearBefore)
                .ifPresent(notes::add);
        zeroBase(subject + ".ytd.yoyPct", readings, Reading::ytd, Reading::ytdYearBefore)
                .ifPresent(notes::add);
        return notes;
    }

    private static Optional<Note> zeroBase(
            String subject,
            Map<String, Reading> readings,
            Function<Reading, Optional<Totals>> now,
            Function<Reading, Optional<Totals>> base) {
        List<String> zero = new ArrayList<>();
        readings.forEach((id, reading) -> {
            if (netWeight(now.apply(reading)).isPresent()
                    && netWeight(base.apply(reading)).equals(OptionalLong.of(0))) {
                zero.add(id);
            }
        });
        return zero.isEmpty()
                ? Optional.empty()
                : Optional.of(new Note(Code.BASE_ZERO, subject, NoteText.baseZero(zero)));
    }

    private static OptionalLong netWeight(Optional<Totals> totals) {
        return Amount.of(totals).netWeightKg();
    }
}
