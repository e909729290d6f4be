package dev.customsfeed.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said of many uploads that were taken, short enough to be read: of those that need no attention the first, of those that
 * need it all, and what is said of many of them alike, a few times and then with their number.
 */
final class TakenLines {

    /** Uploads that need no attention are named up to so many. */
    static final int NAMED = 20;

    /** What is remarked of several is said of so many one by one. */
    static final int ALIKE = 3;

    /** So many remarks on one upload are said; the answer has all. */
    static final int REMARKS = 10;

    private static final String WITHIN = "    ";

    private final Path answers;
    private final Collection<Taken> now;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> said = new LinkedHashMap<>();
    private final Map<String, Integer> unsaid = new LinkedHashMap<>();
    private int named;
    private int unnamed;

    private TakenLines(Path answers, Collection<Taken> now) {
        this.answers = answers;
        this.now = now;
    }

    /**
     * The lines on some uploads.
     *
     * @param some in the order in which they were uploaded
     * @param now all that are taken now
     * @param answers the folder that the answers are mirrored into
     */
    static List<String> of(List<Taken> some, Collection<Taken> now, Path answers) {
        TakenLines all = new TakenLines(answers, now);
        some.forEach(all::add);
        all.end();
        return List.copyOf(all.lines);
    }

    private void add(Taken upload) {
        List<String> remarks = upload.remarks(now);
        List<String> first = remarks.stream()
                .filter(remark -> said.getOrDefault(remark, 0) < ALIKE)
                .toList();
        remarks.stream()
                .filter(remark -> !first.contains(remark))
                .forEach(remark -> unsaid.merge(remark, 1, Integer::sum));
        if (first.isEmpty() && named == NAMED) {
            unnamed++;
            return;
        }
        named += first.isEmpty() ? 1 : 0;
        lines.add(upload.line());
        upload.replaced().forEach(line -> lines.add(WITHIN + line));
        List<String> told = first.subList(0, Math.min(REMARKS, first.size()));
        told.forEach(remark -> {
            said.merge(remark, 1, Integer::sum);
            lines.add(WITHIN + remark);
        });
        if (told.size() < first.size()) {
            lines.add(WITHIN + "and " + (first.size() - told.size()) + " more; the answer: "
                    + answers.resolve(upload.file()));
        }
    }

    private void end() {
        if (unnamed > 0) {
            lines.add("... and " + unnamed + " more taken");
        }
        unsaid.forEach((remark, times) ->
                lines.add(WITHIN + "of " + times + " more " + (times == 1 ? "file" : "files") + ": " + remark));
        if (!lines.isEmpty()) {
            lines.add("the answers: " + answers);
        }
    }
}
