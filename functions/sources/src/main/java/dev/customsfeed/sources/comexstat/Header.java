package dev.customsfeed.sources.comexstat;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.csv.CsvHeader;
import dev.customsfeed.sources.csv.CsvLine;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which column stands where, and which flow the file is of. Columns are numbered from 0. */
final class Header {

    private static final String DOWNLOAD_AGAIN =
            "Download EXP_YYYY.csv or IMP_YYYY.csv again and upload it as it comes.";

    private final CsvHeader header;
    private final int[] indexes;

    private Header(CsvHeader header) {
        this.header = header;
        this.indexes = Arrays.stream(Column.values())
                .mapToInt(column -> header.index(column.name()))
                .toArray();
    }

    /**
     * Reads the header.
     *
     * @param reading its problems take all that is wrong with it
     * @return empty if something is
     */
    static Optional<Header> of(CsvLine line, Reading reading) {
        List<String> names =
                IntStream.range(0, line.fieldCount()).mapToObj(line::text).toList();
        Optional<Problem> other = otherFile(line.line(), names);
        if (other.isPresent()) {
            reading.problems().add(other.get());
            return Optional.empty();
        }
        return CsvHeader.of(
                        line,
                        Column.names(Column.OF_BOTH),
                        Column.names(Column.OF_IMPORTS),
                        ComexStat.DOWNLOAD,
                        reading)
                .filter(header -> isOfOneFlow(line.line(), header, reading.problems()))
                .map(Header::new);
    }

    /** Files that lie beside those that are read, and have headers like them. */
    private static Optional<Problem> otherFile(long line, List<String> names) {
        if (names.contains("NUMERO_LINHAS") || names.contains("ARQUIVO")) {
            return Optional.of(Problem.ofLine(
                    "check-file",
                    line,
                    "the totals of whole years (EXP_TOTAIS_CONFERENCIA.csv or IMP_TOTAIS_CONFERENCIA.csv), by which downloads are"
                            + " checked",
                    "the trade itself",
                    "Upload EXP_YYYY.csv or IMP_YYYY.csv, and compare its figures with these by hand if you like."));
        }
        if (names.contains("SH4") || names.contains("CO_MUN")) {
            return Optional.of(Problem.ofLine(
                    "municipal-file",
                    line,
                    "trade by municipality (EXP_YYYY_MUN.csv or IMP_YYYY_MUN.csv), which has 4 digits of the commodity",
                    "trade by commodities of 8 digits, with a column CO_NCM",
                    "Upload EXP_YYYY.csv or IMP_YYYY.csv from the folder ncm."));
        }
        return Optional.empty();
    }

    private static boolean isOfOneFlow(long line, CsvHeader header, Problems problems) {
        List<String> missing = Column.names(Column.OF_IMPORTS).stream()
                .filter(name -> header.index(name) < 0)
                .toList();
        if (missing.isEmpty() || missing.size() == Column.OF_IMPORTS.size()) {
            return true;
        }
        problems.add(Problem.ofLine(
                "header-missing-column",
                line,
                "no column " + String.join(", ", missing),
                "both of VL_FRETE and VL_SEGURO, as files of imports have, or none of them, as those of exports",
                DOWNLOAD_AGAIN));
        return false;
    }

    /** Where the column stands; -1 for what files of the flow do not have. */
    int index(Column column) {
        return indexes[column.ordinal()];
    }

    /** The names of all columns, as they stand. */
    List<String> names() {
        return header.names();
    }

    /** How many columns without a name stand behind the last that has one. */
    int nothingAtEnd() {
        return header.nothingAtEnd();
    }

    /** How many fields of nothing a line may have behind its columns; none of them is ever empty. */
    int mostAtEnd() {
        return header.mostAtEnd(header.names());
    }

    /** Imports where the columns of freight and insurance are there. */
    Flow flow() {
        return index(Column.VL_FRETE) < 0 ? Flow.EXPORT : Flow.IMPORT;
    }
}
