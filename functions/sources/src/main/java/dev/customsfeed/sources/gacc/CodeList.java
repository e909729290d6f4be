package dev.customsfeed.sources.gacc;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.stream.IntStream;

/** The codes that China Customs uses for its partners, regimes and provinces. */
enum CodeList {
    PARTNERS("Partner", 3, "partners.csv"),
    REGIMES("Regime", 2, "regimes.csv"),
    PROVINCES("Province", 2, "provinces.csv");

    private final String what;
    private final int digits;
    private final BitSet codes = new BitSet();
    private final String[] texts;

    CodeList(String what, int digits, String resource) {
        this.what = what;
        this.digits = digits;
        texts = IntStream.range(0, (int) Math.pow(10, digits))
                .mapToObj(code -> ("%0" + digits + "d").formatted(code))
                .toArray(String[]::new);
        try (InputStream in = CodeList.class.getResourceAsStream(resource);
                CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(in)) {
            records.stream().skip(1).forEach(code -> codes.set(Integer.parseInt(code.getField(0))));
        } catch (IOException e) {
            throw new UncheckedIOException("the code list " + resource + " cannot be read", e);
        }
    }

    boolean has(int code) {
        return codes.get(code);
    }

    /** How many digits its codes have. */
    int digits() {
        return digits;
    }

    /** The code as text, with its leading zeros; always the same object, for records hold millions of them. */
    String text(int code) {
        return texts[code];
    }

    /** What an analyst should know of a code that is not in the list. */
    String unknown(int code) {
        return what + " code " + text(code) + " is not in the code list; its rows are kept under the code.";
    }
}
