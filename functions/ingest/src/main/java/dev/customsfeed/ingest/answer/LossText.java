package dev.customsfeed.ingest.answer;

import dev.customsfeed.ingest.answer.UploadEffect.Change;
import dev.customsfeed.ingest.answer.UploadEffect.Hidden;
import dev.customsfeed.ledger.CommodityMonth.Counted;
import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.Scope;
import dev.customsfeed.ledger.SuspectMonth.Shrunk;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what counted before an upload and does not count any more, though nothing newer says otherwise of it. */
final class LossText {

    /** A day as {@code YYYY-MM-DD}, which a time may follow. */
    private static final int DAY = 10;

    private LossText() {}

    /**
     * The sentences, months in their order.
     *
     * @param severalReporters whether the file has several, so that they are named
     * @param most as many of one kind are written out
     */
    static List<String> of(CustomsFile file, UploadEffect effect, boolean severalReporters, int most) {
        List<Change> changes = effect.changes().stream()
                .sorted(Comparator.comparing(Change::month)
                        .thenComparing(change -> change.series().key()))
                .toList();
        List<String> sentences = new ArrayList<>();
        add(
                changes.stream().flatMap(change -> lost(change, file.object(), severalReporters).stream()),
                most,
                sentences);
        add(
                effect.hidden().stream()
                        .sorted(Comparator.comparing(Hidden::month)
                                .thenComparing(one -> one.series().key()))
                        .map(one -> hidden(one, severalReporters)),
                most,
                sentences);
        olderVintage(file, changes).ifPresent(sentences::add);
        return sentences;
    }

    private static void add(Stream<String> some, int most, List<String> sentences) {
        List<String> all = some.toList();
        sentences.addAll(all.subList(0, Math.min(most, all.size())));
        if (all.size() > most) {
            sentences.add("The same holds for " + (all.size() - most) + " more months of commodities.");
        }
    }

    private static Optional<String> lost(Change change, ObjectVersion uploaded, boolean severalReporters) {
        String currency = change.series().currency();
        String begin = Words.month(change.series(), change.month(), severalReporters);
        String was = Words.amount(change.from().totals(), currency);
        if (change.to().isEmpty()) {
            return Optional.of(
                    begin + was + " counted until now, and no file that counts says the month any more: it is missing,"
                            + " which is not zero. Upload a file that has it if this was not intended.");
        }
        Counted now = change.to().get();
        if (!(now.scope() instanceof Scope.PartOf after)) {
            return Optional.empty();
        }
        String is = Words.amount(now.totals(), currency);
        if (!now.newest().object().equals(uploaded)) {
            return Optional.of(begin + was
                    + " do not count any more, for this version of the file does not have the month; older parts by "
                    + after.dimension().id() + " (" + Words.list(after.values()) + ": " + is
                    + ") count in their place. Upload a file that has the month if this was not intended.");
        }
        if (!(change.from().scope() instanceof Scope.PartOf before)) {
            return Optional.of(begin + "the whole month (" + was + ") does not count any more, for a part of it by "
                    + after.dimension().id() + " (" + Words.list(after.values()) + ": " + is
                    + ") is newer than the parts that made it whole. Delete that part to let them count again.");
        }
        if (before.dimension() != after.dimension()) {
            return Optional.of(
                    begin + "parts by " + before.dimension().id() + " (" + Words.list(before.values()) + ": " + was
                            + ") do not count any more, for parts by "
                            + after.dimension().id() + " (" + Words.list(after.values())
                            + ": " + is
                            + ") are newer, and parts of two dimensions are never added. Delete those that shall not count.");
        }
        return Shrunk.of(change.from().totals(), now.totals())
                .map(any -> begin + "of parts by " + after.dimension().id() + ", " + was + " were replaced by " + is
                        + ". Upload the part that is meant if this was not intended.");
    }

    private static String hidden(Hidden one, boolean severalReporters) {
        return Words.month(one.series(), one.month(), severalReporters)
                + "secret trade of the file may hold it, so that the file says nothing of it; "
                + Words.amount(one.counts().totals(), one.series().currency()) + " of "
                + Words.list(one.counts().files().stream()
                        .map(file -> file.object().key())
                        .distinct()
                        .toList())
                + " go on counting. Delete that file if the office has withdrawn them.";
    }

    /** The newest upload counts whenever the source made it; that a newer making was replaced should be known. */
    private static Optional<String> olderVintage(CustomsFile file, List<Change> changes) {
        Optional<LocalDate> ours = day(file);
        return ours.flatMap(made -> changes.stream()
                .filter(change -> change.to()
                        .filter(now -> now.newest().object().equals(file.object()))
                        .isPresent())
                .flatMap(change -> change.from().files().stream()
                        .filter(was -> !change.to().orElseThrow().files().contains(was)))
                .filter(replaced -> day(replaced).filter(made::isBefore).isPresent())
                .max(Comparator.comparing(
                                (CustomsFile replaced) -> day(replaced).orElseThrow())
                        .thenComparing(CustomsFile::upload))
                .map(newer -> "The source made the file on " + made + ", and "
                        + newer.object().key() + ", which it replaces, on "
                        + day(newer).orElseThrow()
                        + ": what is uploaded last counts. Upload the newer one again if that is meant."));
    }

    private static Optional<LocalDate> day(CustomsFile file) {
        return file.contents().vintage().filter(text -> text.length() >= DAY).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text.substring(0, DAY)));
            } catch (DateTimeException e) {
                // Sources write it in their own ways; only days can be compared.
                return Optional.empty();
            }
        });
    }
}
