package dev.customsfeed.sources.bench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@link ComtradeFile} as a table.
 *
 * @param bulk whether in the layout of the bulk files, rather than the CSV of the web site
 */
record ComtradeTable(boolean bulk) implements GeneratedFile {

    @Override
    public String label() {
        return bulk ? "comtrade-bulk" : "comtrade-csv";
    }

    @Override
    public String key() {
        return bulk ? "incoming/comtrade/f.txt" : "incoming/comtrade/f.csv";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public char separator() {
        return bulk ? '\t' : ',';
    }

    /** Rows of the web site end with a comma, and its header does not. */
    @Override
    public int fields() {
        return bulk ? headerFields() : headerFields() + 1;
    }

    @Override
    public int headerFields() {
        return ComtradeFile.columns(bulk).size();
    }

    @Override
    public void write(Path file, int rows) throws IOException {
        ComtradeFile.writeTable(file, rows, bulk);
    }
}
