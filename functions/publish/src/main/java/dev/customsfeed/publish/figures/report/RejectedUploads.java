package dev.customsfeed.publish.figures.report;

import dev.customsfeed.ledger.Declared;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Rejected;
import dev.customsfeed.publish.figures.feed.FeedData;
import dev.customsfeed.publish.figures.report.Note.Code;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The uploads that were rejected, told in the reports that they would have changed: those of the months that the version before
 * has, else of the month that the object's key declares, else the newest.
 */
final class RejectedUploads {

    private final Map<YearMonth, List<Note>> notes = new TreeMap<>();

    /** Of a feed that has reports of {@code periods}. */
    RejectedUploads(FeedData data, NavigableSet<YearMonth> periods) {
        if (periods.isEmpty()) {
            return;
        }
        for (Rejected upload : data.uploads().rejected()) {
            Optional<FileContents> before = data.uploads()
                    .standing(upload.object().object())
                    .filter(CustomsFile.class::isInstance)
                    .map(version -> ((CustomsFile) version).contents());
            if (!mayHave(upload.declared(), data.definition().commodities())
                    || before.isPresent() && !data.concerns(before.get())) {
                continue;
            }
            Note note = new Note(
                    Code.UPLOAD_REJECTED,
                    "files",
                    new NoteDetail.UploadRejected(upload.object().key(), upload.reason(), before.isPresent()));
            for (YearMonth period : concerned(upload.declared(), before, periods)) {
                notes.computeIfAbsent(period, any -> new ArrayList<>()).add(note);
            }
        }
    }

    private static boolean mayHave(Declared declared, List<String> commodities) {
        return declared.commodities().isEmpty()
                || commodities.stream()
                        .anyMatch(commodity -> declared.commodities().stream().anyMatch(commodity::startsWith));
    }

    private static Set<YearMonth> concerned(
            Declared declared, Optional<FileContents> before, NavigableSet<YearMonth> periods) {
        if (before.isPresent()) {
            return before.get().periods();
        }
        return Set.of(declared.period().filter(periods::contains).orElse(periods.last()));
    }

    /** What the report of {@code period} must tell. */
    List<Note> notes(YearMonth period) {
        return notes.getOrDefault(period, List.of());
    }
}
