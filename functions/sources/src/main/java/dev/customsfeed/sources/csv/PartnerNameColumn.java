package dev.customsfeed.sources.csv;

import dev.customsfeed.sources.codes.PartnerList;
import dev.customsfeed.sources.codes.PartnerList.Listed;
import dev.customsfeed.sources.codes.PartnerNames;
import dev.customsfeed.sources.rejection.Problem;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The column that names the partners of rows beside their codes: a code that stands beside the name of another partner is noted. Rows
 * count by their codes, for names change; one of the two is wrong all the same.
 */
public final class PartnerNameColumn {

    private static final int CODES = 10_000;

    private final CsvLine line;
    private final PartnerList list;
    private final PartnerNames names;
    private final String[] last = new String[CODES];
    private final SortedMap<String, String> others = new TreeMap<>();

    /**
     * @param line holds the row that is read next
     * @param list of the source
     * @param names of the list
     */
    public PartnerNameColumn(CsvLine line, PartnerList list, PartnerNames names) {
        this.line = line;
        this.list = list;
        this.names = names;
    }

    /**
     * Looks at the name in the line; whether it is another than in the row of the same code before.
     *
     * @param code of its partner, below {@value #CODES}
     * @param index where the column stands; -1 if there is none
     */
    public boolean isNew(int code, int index) {
        if (index < 0 || last[code] != null && line.is(index, last[code])) {
            return false;
        }
        last[code] = line.raw(index);
        return true;
    }

    /** Notes {@code name} if it is that of another partner than {@code code}. */
    public void note(String code, String name) {
        if (names.otherThan(code, name).isPresent()) {
            // Of several the first in the alphabet, whatever the order of rows.
            others.merge(code, name, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    /** What was noted, as sentences. */
    public List<String> warnings() {
        return others.entrySet().stream()
                .map(noted -> {
                    Listed other =
                            names.otherThan(noted.getKey(), noted.getValue()).orElseThrow();
                    String own = list.find(noted.getKey()).orElseThrow().nameEn();
                    return "Partner code " + noted.getKey() + " (" + own + ") stands beside the name "
                            + Problem.quote(noted.getValue()) + ", which is that of " + other.code() + " ("
                            + other.nameEn() + "): its rows count for " + own
                            + ", by the code. If the name is right, correct the code.";
                })
                .toList();
    }
}
