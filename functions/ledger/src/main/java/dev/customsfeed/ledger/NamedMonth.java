package dev.customsfeed.ledger;

import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The month that the name of a file says, e.g. {@code export-202503.csv}. A name declares nothing: people write it, and so it is
 * right or wrong, and is told if it is not what the file has.
 */
public final class NamedMonth {

    /** What makes a name one of several months: 202501-03, 2025-01-to-03, 2025年1月至3月. */
    private static final String NO_RANGE = "(?!\\s*(?:[-_~–—至到]|[-_ ]?(?:to|bis)[-_ ]?)\\s*\\d{1,2}(?!\\d))";

    private static final List<Pattern> FORMS = List.of(
            // No commodity code is 202503, and none 2025-03: no chapter has headings from 1910, or from 2010, on. A day
            // may follow as
            // in 20250318, which is no month.
            Pattern.compile("(?<!\\d)(20[1-9]\\d)(0[1-9]|1[0-2])(?!\\d)" + NO_RANGE),
            Pattern.compile("(?<!\\d)((?:19|20)[1-9]\\d)-(0[1-9]|1[0-2])(?!\\d)" + NO_RANGE),
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})年(0?[1-9]|1[0-2])月(?!\\d)" + NO_RANGE));

    private NamedMonth() {}

    /**
     * The month that the name under which {@code file} was uploaded says, if that is not the one that the file has. Of a file of several
     * months, a name may well say one: the newest, or the one in which it was downloaded. No month is published before it ends: the one of
     * the upload is that of the download.
     */
    public static Optional<YearMonth> otherThanCounted(CustomsFile file) {
        SortedSet<YearMonth> has = file.contents().periods();
        String key = file.object().key();
        YearMonth uploaded = YearMonth.from(file.upload().order().lastModified().atZone(ZoneOffset.UTC));
        return has.size() == 1
                ? of(key.substring(key.lastIndexOf('/') + 1))
                        .filter(named -> !named.equals(has.first()) && named.isBefore(uploaded))
                : Optional.empty();
    }

    /** The only month that {@code name} says; empty where it says none, or several. */
    static Optional<YearMonth> of(String name) {
        SortedSet<YearMonth> named = new TreeSet<>();
        for (Pattern form : FORMS) {
            Matcher month = form.matcher(name);
            while (month.find()) {
                named.add(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
            }
        }
        return named.size() == 1 ? Optional.of(named.first()) : Optional.empty();
    }
}
