package dev.customsfeed.publish.report;

import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.UploadLogEntry;
import dev.customsfeed.publish.report.Note.Code;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The uploads that were refused, told in the reports that they would have changed: those of the months that the version before
 * has, else of the month that the object's key declares, else the newest.
 */
final class RefusedUploads {

    private static final Pattern PERIOD = Pattern.compile("/period=(\\d{4}-(?:0[1-9]|1[0-2]))/");
    private static final Pattern ASKED_FOR = Pattern.compile("/hs=([0-9+]+)/");

    private final Map<YearMonth, List<Note>> notes = new TreeMap<>();

    /** Of a feed that has reports of {@code periods}. */
    RefusedUploads(FeedData data, NavigableSet<YearMonth> periods) {
        if (periods.isEmpty()) {
            return;
        }
        for (UploadLogEntry upload : data.uploads().refused()) {
            String key = upload.object().key();
            if (!mayHave(key, data.definition().commodities())) {
                continue;
            }
            Optional<FileContents> before =
                    data.uploads().standing(upload.object().object()).flatMap(UploadLogEntry::contents);
            Note note = new Note(
                    Code.UPLOAD_REFUSED,
                    "files",
                    NoteText.refused(key, upload.reason().orElse("no reason given"), before.isPresent()));
            for (YearMonth period : concerned(key, before, periods)) {
                notes.computeIfAbsent(period, any -> new ArrayList<>()).add(note);
            }
        }
    }

    private static boolean mayHave(String key, List<String> commodities) {
        Matcher askedFor = ASKED_FOR.matcher(key);
        if (!askedFor.find()) {
            return true;
        }
        List<String> prefixes = List.of(askedFor.group(1).split("\\+"));
        return commodities.stream().anyMatch(commodity -> prefixes.stream().anyMatch(commodity::startsWith));
    }

    private static Set<YearMonth> concerned(
            String key, Optional<FileContents> before, NavigableSet<YearMonth> periods) {
        if (before.isPresent()) {
            return before.get().periods();
        }
        Matcher declared = PERIOD.matcher(key);
        YearMonth period = declared.find() ? YearMonth.parse(declared.group(1)) : periods.last();
        return Set.of(periods.contains(period) ? period : periods.last());
    }

    /** What the report of {@code period} must tell. */
    List<Note> notes(YearMonth period) {
        return notes.getOrDefault(period, List.of());
    }
}
