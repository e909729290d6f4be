package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Totals;
import dev.customsfeed.publish.figures.report.Note.Code;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.Reading;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.sources.codes.PartnerList.Kind;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Says what readers of a product's partners and regions must know, in one note for each kind. */
final class PartnerNotes {

    private PartnerNotes() {}

    /** A partner, or a region by its id, and its figures. */
    private record Line<T>(T of, Reading reading) {}

    /**
     * The notes on the partners and regions that a report shows.
     *
     * @param partners in the order shown
     * @param regions by id
     * @param reasons why net weights of the month are not known
     */
    static List<Note> of(
            YearMonth period,
            Map<Partner, Reading> partners,
            Map<String, Reading> regions,
            SortedSet<WeightReason> reasons) {
        List<Note> notes = new ArrayList<>();
        List<Partner> unknown = partners.keySet().stream()
                .filter(partner -> !partner.listed())
                .sorted(Comparator.comparing(Partner::id))
                .toList();
        if (!unknown.isEmpty()) {
            notes.add(new Note(Code.UNKNOWN_PARTNER, "partners", new NoteDetail.UnknownPartners(unknown)));
        }
        notes.addAll(nobodies(partners));
        List<Line<Partner>> ofPartners = lines(partners);
        List<Line<String>> ofRegions = lines(regions);
        notes.addAll(weightless(ofPartners, reasons));
        notes.addAll(zeroBases("partners", period, ofPartners, NoteDetail.PartnersBaseZero::new));
        notes.addAll(zeroBases("regions", period, ofRegions, NoteDetail.RegionsBaseZero::new));
        return notes;
    }

    private static <T> List<Line<T>> lines(Map<T, Reading> readings) {
        return readings.entrySet().stream()
                .map(entry -> new Line<>(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Those that the concentration leaves out, each kind for itself. */
    private static List<Note> nobodies(Map<Partner, Reading> partners) {
        Map<Kind, List<Partner>> byKind = new EnumMap<>(Kind.class);
        partners.forEach((partner, reading) -> {
            if (!partner.isSomebody() && reading.month().orElse(Totals.NONE).rows() > 0) {
                byKind.computeIfAbsent(partner.kind(), kind -> new ArrayList<>())
                        .add(partner);
            }
        });
        List<Note> notes = new ArrayList<>();
        byKind.forEach((kind, some) -> notes.add(new Note(
                switch (kind) {
                    case CONFIDENTIAL -> Code.CONFIDENTIAL_PARTNER;
                    case STORES -> Code.STORES_PARTNER;
                    default -> Code.UNSPECIFIED_PARTNER;
                },
                "hhi",
                new NoteDetail.PartnersLeftOut(kind, some))));
        return notes;
    }

    private static List<Note> weightless(List<Line<Partner>> lines, SortedSet<WeightReason> reasons) {
        List<Partner> weightless = lines.stream()
                .filter(line -> line.reading().month().stream()
                        .anyMatch(month -> month.netWeightGrams().isEmpty()))
                .map(Line::of)
                .toList();
        return weightless.isEmpty()
                ? List.of()
                : List.of(new Note(
                        Code.NET_WEIGHT_MISSING, "partners", new NoteDetail.PartnersWeightless(weightless, reasons)));
    }

    private static <T> List<Note> zeroBases(
            String subject,
            YearMonth period,
            List<Line<T>> lines,
            BiFunction<List<T>, NoteDetail.Base, NoteDetail> detail) {
        Span month = Span.of(period);
        Span ytd = Span.yearToDate(period);
        List<Note> notes = new ArrayList<>();
        zeroBase(lines, Reading::month, Reading::monthBefore, month.back(1), detail)
                .ifPresent(found -> notes.add(new Note(Code.BASE_ZERO, subject + ".momPct", found)));
        zeroBase(lines, Reading::month, Reading::yearBefore, month.back(12), detail)
                .ifPresent(found -> notes.add(new Note(Code.BASE_ZERO, subject + ".yoyPct", found)));
        zeroBase(lines, Reading::ytd, Reading::ytdYearBefore, ytd.back(12), detail)
                .ifPresent(found -> notes.add(new Note(Code.BASE_ZERO, subject + ".ytd.yoyPct", found)));
        return notes;
    }

    private static <T> Optional<NoteDetail> zeroBase(
            List<Line<T>> lines,
            Function<Reading, Optional<Totals>> now,
            Function<Reading, Optional<Totals>> base,
            Span baseSpan,
            BiFunction<List<T>, NoteDetail.Base, NoteDetail> detail) {
        List<Line<T>> zero = lines.stream()
                .filter(line -> netWeight(now.apply(line.reading())).isPresent())
                .filter(line -> netWeight(base.apply(line.reading())).equals(OptionalLong.of(0)))
                .toList();
        if (zero.isEmpty()) {
            return Optional.empty();
        }
        boolean traded = zero.stream()
                .anyMatch(line -> base.apply(line.reading()).orElseThrow().rows() > 0);
        return Optional.of(detail.apply(zero.stream().map(Line::of).toList(), new NoteDetail.Base(baseSpan, traded)));
    }

    private static OptionalLong netWeight(Optional<Totals> totals) {
        return Amount.of(totals).netWeightGrams();
    }
}
