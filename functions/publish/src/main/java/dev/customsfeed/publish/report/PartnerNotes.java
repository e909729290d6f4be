package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.publish.report.Note.Code;
import dev.customsfeed.publish.statistics.Amount;
import dev.customsfeed.publish.statistics.Partner;
import dev.customsfeed.publish.statistics.Reading;
import dev.customsfeed.publish.statistics.Span;
import dev.customsfeed.publish.words.Chinese;
import dev.customsfeed.publish.words.English;
import dev.customsfeed.sources.codes.PartnerList.Kind;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Says what readers of a product's partners and regions must know, in one note for each kind. */
final class PartnerNotes {

    private PartnerNotes() {}

    private record Line(LocalizedText name, Reading reading) {}

    /**
     * The notes on the partners and regions that a report shows.
     *
     * @param partners in the order shown
     * @param regions by id
     */
    static List<Note> of(YearMonth period, Map<Partner, Reading> partners, Map<String, Reading> regions) {
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
        notes.addAll(nobodies(partners));
        List<Line> ofPartners = partners.entrySet().stream()
                .map(entry -> new Line(name(entry.getKey()), entry.getValue()))
                .toList();
        List<Line> ofRegions = regions.entrySet().stream()
                .map(entry -> new Line(
                        NoteText.text(English.region(entry.getKey()), Chinese.region(entry.getKey())),
                        entry.getValue()))
                .toList();
        notes.addAll(weightless(ofPartners));
        notes.addAll(zeroBases("partners", period, ofPartners));
        notes.addAll(zeroBases("regions", period, ofRegions));
        return notes;
    }

    /** Those that the concentration leaves out, each kind for itself. */
    private static List<Note> nobodies(Map<Partner, Reading> partners) {
        Map<Kind, List<LocalizedText>> byKind = new EnumMap<>(Kind.class);
        partners.forEach((partner, reading) -> {
            if (!partner.isSomebody() && reading.month().orElse(Totals.NONE).rows() > 0) {
                byKind.computeIfAbsent(partner.kind(), kind -> new ArrayList<>())
                        .add(partner.name());
            }
        });
        List<Note> notes = new ArrayList<>();
        byKind.forEach((kind, names) -> notes.add(
                switch (kind) {
                    case CONFIDENTIAL ->
                        new Note(Code.CONFIDENTIAL_PARTNER, "hhi", NoteText.confidentialPartners(names));
                    case STORES -> new Note(Code.STORES_PARTNER, "hhi", NoteText.storesPartners(names));
                    default -> new Note(Code.UNSPECIFIED_PARTNER, "hhi", NoteText.unspecifiedPartners(names));
                }));
        return notes;
    }

    private static LocalizedText name(Partner partner) {
        return NoteText.text(English.partner(partner), partner.name().in("zh"));
    }

    private static List<Note> weightless(List<Line> lines) {
        List<LocalizedText> weightless = lines.stream()
                .filter(line -> line.reading().month().stream()
                        .anyMatch(month -> month.netWeightGrams().isEmpty()))
                .map(Line::name)
                .toList();
        return weightless.isEmpty()
                ? List.of()
                : List.of(new Note(Code.NET_WEIGHT_MISSING, "partners", NoteText.netWeightMissing(weightless)));
    }

    private static List<Note> zeroBases(String subject, YearMonth period, List<Line> lines) {
        Span month = Span.of(period);
        List<Note> notes = new ArrayList<>();
        zeroBase(subject + ".momPct", lines, Reading::month, Reading::monthBefore, month.back(1))
                .ifPresent(notes::add);
        zeroBase(subject + ".yoyPct", lines, Reading::month, Reading::yearBefore, month.back(12))
                .ifPresent(notes::add);
        Span ytd = Span.yearToDate(period);
        zeroBase(subject + ".ytd.yoyPct", lines, Reading::ytd, Reading::ytdYearBefore, ytd.back(12))
                .ifPresent(notes::add);
        return notes;
    }

    private static Optional<Note> zeroBase(
            String subject,
            List<Line> lines,
            Function<Reading, Optional<Totals>> now,
            Function<Reading, Optional<Totals>> base,
            Span baseSpan) {
        List<Line> zero = lines.stream()
                .filter(line -> netWeight(now.apply(line.reading())).isPresent())
                .filter(line -> netWeight(base.apply(line.reading())).equals(OptionalLong.of(0)))
                .toList();
        if (zero.isEmpty()) {
            return Optional.empty();
        }
        boolean traded = zero.stream()
                .anyMatch(line -> base.apply(line.reading()).orElseThrow().rows() > 0);
        List<LocalizedText> names = zero.stream().map(Line::name).toList();
        return Optional.of(new Note(
                Code.BASE_ZERO, subject, NoteText.baseZero(subject, names, new NoteText.Base(baseSpan, traded))));
    }

    private static OptionalLong netWeight(Optional<Totals> totals) {
        return Amount.of(totals).netWeightGrams();
    }
}
