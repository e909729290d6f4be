package dev.customsfeed.verify.rules;

import dev.customsfeed.verify.model.DeclarationItem;
import dev.customsfeed.verify.model.FileLine;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the files say and that does not fit.
 *
 * @param code the rule
 * @param level what it asks for
 * @param subject what it is about
 * @param others what else it is about: the second of two lots, certificates behind the one that is named
 * @param item the declaration item that it concerns, if it concerns one
 * @param details what was found and what was expected, by the names that reports use: texts, amounts to the cent
 * @param evidence the lines of files that contradict each other
 */
public record Finding(
        Code code,
        Level level,
        Subject subject,
        List<Subject> others,
        Optional<DeclarationItem> item,
        Map<String, String> details,
        List<FileLine> evidence)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::level)
            .thenComparing(Finding::code)
            .thenComparing(Finding::subject)
            .thenComparing(finding -> finding.details().toString());

    public Finding {
        others = List.copyOf(others);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        evidence = List.copyOf(new LinkedHashSet<>(evidence));
    }

    /** The same with one more detail. */
    public Finding with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Finding(code, level, subject, others, item, more, evidence);
    }

    /** The same about more. */
    public Finding alsoAbout(Collection<Subject> more) {
        return new Finding(code, level, subject, List.copyOf(more), item, details, evidence);
    }

    /** Whether it is about it, among others perhaps. */
    public boolean isAbout(Subject some) {
        return subject.equals(some) || others.contains(some);
    }

    /** By level, code and subject. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
