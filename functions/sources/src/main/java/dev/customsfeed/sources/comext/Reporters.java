package dev.customsfeed.sources.comext;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.codes.Country;
import dev.customsfeed.sources.codes.ReporterGroups;
import dev.customsfeed.sources.key.Months;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who reports to Comext, and who of them has rows in a file. */
final class Reporters {

    /** What problems say is expected. */
    static final String EXPECTED = "the ISO code of a reporter, such as DE; GR for Greece";

    private static final SortedSet<String> MEMBERS = Objects.requireNonNull(ReporterGroups.ALL.get("EU27"));

    private static final Set<Long> MEMBER_CODES =
            MEMBERS.stream().map(Code::of).collect(Collectors.toUnmodifiableSet());

    private static final long UNITED_KINGDOM = Code.of("GB");

    /** The United Kingdom reported until the end of the transition period. */
    private static final int LAST_OF_UNITED_KINGDOM = Months.number(2020, 12);

    /** Northern Ireland reports to DS-059341 by itself. */
    private static final String NORTHERN_IRELAND = "XI";

    /** Of each month and flow, the reporters that have rows. */
    private final Map<Integer, Set<Long>> seen = new HashMap<>();

    private final BitSet months = new BitSet();
    private final long[] last = new long[Flow.values().length];
    private final int[] lastMonth = new int[Flow.values().length];

    /** Whether it is a member state, or was one in that month. */
    static boolean isMember(long reporter, int month) {
        return MEMBER_CODES.contains(reporter) || reporter == UNITED_KINGDOM && month <= LAST_OF_UNITED_KINGDOM;
    }

    /** Whether it is some country or territory, whose code is the one that Comext has for it. */
    static boolean isCountry(String reporter) {
        return Country.find(reporter).isPresent() || reporter.equals(NORTHERN_IRELAND);
    }

    /** Notes that a reporter has a row. */
    void see(long reporter, Flow flow, int month) {
        int of = flow.ordinal();
        if (last[of] != reporter || lastMonth[of] != month) {
            last[of] = reporter;
            lastMonth[of] = month;
            months.set(month);
            seen.computeIfAbsent(month * 2 + of, any -> new TreeSet<>()).add(reporter);
        }
    }

    /** Tells of each month and flow which reporters it lacks, as sentences. */
    List<String> missing() {
        List<String> sentences = new ArrayList<>();
        months.stream().forEach(month -> {
            for (Flow flow : Flow.values()) {
                missing(month, flow, sentences);
            }
        });
        return sentences;
    }

    private void missing(int month, Flow flow, List<String> sentences) {
        SortedSet<String> expected = new TreeSet<>(MEMBERS);
        if (month <= LAST_OF_UNITED_KINGDOM) {
            expected.add(Code.text(UNITED_KINGDOM));
        }
        SortedSet<String> present = new TreeSet<>();
        seen.getOrDefault(month * 2 + flow.ordinal(), Set.of()).forEach(code -> present.add(Code.text(code)));
        SortedSet<String> missing = new TreeSet<>(expected);
        missing.removeAll(present);
        if (missing.isEmpty()) {
            return;
        }
        String who = present.isEmpty()
                ? "None"
                : present.size() + (missing.size() > present.size() ? " (" + String.join(", ", present) + ")" : "");
        sentences.add(who + " of " + expected.size() + " reporters " + (present.size() > 1 ? "have" : "has")
                + " rows of "
                + flow.id() + "s in " + Months.of(month)
                + (missing.size() <= present.size() ? "; missing: " + String.join(", ", missing) : "")
                + (present.isEmpty() ? ". What they" : ". What the others") + " traded is unknown, which is not zero.");
    }
}
