package dev.customsfeed.sources.gacc;

import dev.customsfeed.sources.codes.PartnerGroup;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.csv.CsvLines;
import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.rejection.Problems;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/** What few rows need to know of all others: the file is read once more for it. */
record Cells(CustomsFile file, char separator, Header header, Reading reading) {

    /** The years that dates of the file have beyond doubt. */
    Set<Integer> years() throws IOException {
        Set<Integer> years = new TreeSet<>();
        int date = header.index(Column.DATE);
        forEach(line -> {
            if (date < line.fieldCount()) {
                Dates.yearWithoutDoubt(line.text(date)).ifPresent(years::add);
            }
        });
        return years;
    }

    /**
     * What the file calls partners that the code list does not have, by code.
     *
     * @param choice of two spellings
     */
    SortedMap<String, String> namesOfUnlistedPartners(BinaryOperator<String> choice) throws IOException {
        SortedMap<String, String> names = new TreeMap<>();
        int code = header.index(Column.PARTNER);
        int name = header.index(Column.PARTNER_NAME);
        if (name < 0) {
            return names;
        }
        forEach(line -> {
            boolean whole = Math.max(code, name) < line.fieldCount();
            if (whole && line.code(code, GaccRows.PARTNER_DIGITS) >= 0 && !line.isEmpty(name)) {
                String text = line.text(code);
                if (Gacc.SOURCE.partners().find(text).isEmpty()) {
                    names.merge(text, line.text(name), choice);
                }
            }
        });
        return names;
    }

    /**
     * A partner who may be a member of a group and has a row of the same commodity and month as the group: the first by code.
     *
     * @param code that the group stands under
     */
    Optional<String> memberBeside(String code, PartnerGroup group) throws IOException {
        int commodity = header.index(Column.COMMODITY);
        int date = header.index(Column.DATE);
        int partner = header.index(Column.PARTNER);
        int partnerName = header.index(Column.PARTNER_NAME);
        int last = Math.max(Math.max(commodity, date), Math.max(partner, partnerName));
        Set<String> ofGroup = new HashSet<>();
        SortedMap<String, Set<String>> ofMembers = new TreeMap<>();
        forEach(line -> {
            if (last >= line.fieldCount()) {
                return;
            }
            String of = line.text(commodity) + (date < 0 ? "" : " " + line.text(date));
            String text = line.text(partner);
            if (text.equals(code) && PartnerGroup.of(line.text(partnerName)).equals(Optional.of(group))) {
                ofGroup.add(of);
            } else if (Gacc.SOURCE.partners().find(text).filter(group::mayHave).isPresent()) {
                ofMembers.computeIfAbsent(text, any -> new HashSet<>()).add(of);
            }
        });
        return ofMembers.entrySet().stream()
                .filter(member -> !Collections.disjoint(member.getValue(), ofGroup))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void forEach(Consumer<CsvLine> sink) throws IOException {
        try (CsvLines lines = CsvLines.of(file, separator, reading.limits(), new Problems())) {
            while (lines.next()) {
                sink.accept(lines.line());
            }
        }
    }
}
