package dev.customsfeed.sources.bench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** A CSV file of a source's layout in any length, genuine in all but its figures. */
interface GeneratedFile {

    /** What the benchmark's table calls it, e.g. {@code gacc, UTF-8}. */
    String label();

    /** The key that it is uploaded under. */
    String key();

    Charset charset();

    /** What stands between fields. */
    char separator();

    /** How many fields each row has. */
    int fields();

    /** How many fields the header has. */
    default int headerFields() {
        return fields();
    }

    /** Writes a header and {@code rows} rows. */
    void write(Path file, int rows) throws IOException;
}
