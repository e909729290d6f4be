package dev.customsfeed.sources.check;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.ledger.Reported;
import dev.customsfeed.ledger.Residual;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.codes.CodeTexts;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.key.Months;
import dev.customsfeed.sources.layout.Row;
import dev.customsfeed.sources.layout.Source;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a file is about: which reporters, flows and months it has rows of, and which residuals may hide others. */
final class Coverage {

    private final Map<Long, BitSet> reportedMonths = new HashMap<>();
    private final long[] lastReporter = new long[Flow.values().length];
    private final BitSet[] lastReportedMonths = new BitSet[Flow.values().length];
    private final Set<Residual> residuals = new LinkedHashSet<>();
    private final CodeTexts texts = new CodeTexts();

    /** Notes who reported the row, for which month. */
    void note(Row row) {
        int flow = row.flow().ordinal();
        if (lastReportedMonths[flow] == null || lastReporter[flow] != row.reporter()) {
            // One long for reporter and flow: no code of eleven signs uses the highest bit.
            long who = row.reporter() * 2 + flow;
            lastReporter[flow] = row.reporter();
            lastReportedMonths[flow] = reportedMonths.computeIfAbsent(who, any -> new BitSet());
        }
        lastReportedMonths[flow].set(row.month());
    }

    /** Notes the row's residual, if it is one. */
    void noteResidual(Row row) {
        if (row.isResidual()) {
            residuals.add(
                    new Residual(texts.text(row.reporter()), row.flow(), Months.of(row.month()), row.residualPrefix()));
        }
    }

    /**
     * Who reported for which months: by the rows, and by the key even without a row.
     *
     * @param flow of all rows, where header or key say it
     */
    List<Reported> reported(Source source, KeyDeclarations key, Optional<Flow> flow) {
        SortedMap<String, Reported> grouped = new TreeMap<>();
        Map<Flow, Map<SortedSet<YearMonth>, SortedSet<String>>> byMonths = new TreeMap<>();
        reportedMonths.forEach((who, months) -> {
            Flow ofRows = Flow.values()[(int) (who % 2)];
            SortedSet<YearMonth> periods = new TreeSet<>();
            months.stream().mapToObj(Months::of).forEach(periods::add);
            key.period().ifPresent(periods::add);
            byMonths.computeIfAbsent(ofRows, any -> new HashMap<>())
                    .computeIfAbsent(periods, any -> new TreeSet<>())
                    .add(Code.text(who / 2));
        });
        SortedSet<String> declared = new TreeSet<>(key.reporters());
        if (reportedMonths.isEmpty()) {
            source.soleReporter().ifPresent(declared::add);
        }
        SortedSet<YearMonth> months = new TreeSet<>();
        reportedMonths
                .values()
                .forEach(some -> some.stream().mapToObj(Months::of).forEach(months::add));
        key.period().ifPresent(months::add);
        if (!declared.isEmpty() && !months.isEmpty()) {
            Set<Flow> flows = new TreeSet<>(byMonths.keySet());
            flow.ifPresent(flows::add);
            flows.forEach(one -> byMonths.computeIfAbsent(one, any -> new HashMap<>())
                    .computeIfAbsent(months, any -> new TreeSet<>())
                    .addAll(declared));
        }
        byMonths.forEach((one, some) -> some.forEach((periods, reporters) -> grouped.put(
                one.id() + periods + reporters,
                new Reported(
                        one,
                        Collections.unmodifiableSortedSet(reporters),
                        Collections.unmodifiableSortedSet(periods)))));
        return List.copyOf(grouped.values());
    }

    /** The residuals, in the order in which they came. */
    List<Residual> residuals() {
        return List.copyOf(residuals);
    }
}
