package dev.customsfeed.sources.codes;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A code list among the project's resources: CSV in UTF-8 with a header. */
public final class CodeTable {

    private CodeTable() {}

    /**
     * Reads some columns of a list.
     *
     * @param beside the class whose package the list lies in
     * @param resource its name
     * @param columns the headers of the columns to give, in this order
     * @throws IllegalStateException if the list is not there or lacks a column: it is part of the project
     */
    public static List<List<String>> read(Class<?> beside, String resource, String... columns) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("found no code list " + resource + " beside " + beside.getName()
                        + ", expected it among the resources");
            }
            List<List<String>> rows = new ArrayList<>();
            try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(in)) {
                records.forEach(row ->
                        rows.add(Arrays.stream(columns).map(row::getField).toList()));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("the code list " + resource + " cannot be read", e);
        }
    }
}
