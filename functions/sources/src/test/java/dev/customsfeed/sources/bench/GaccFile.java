package dev.customsfeed.sources.bench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** {@link LargeFile} in an encoding. */
record GaccFile(Charset charset) implements GeneratedFile {

    private static final int FIELDS = 15;

    @Override
    public String label() {
        return "gacc-en, " + charset;
    }

    @Override
    public String key() {
        return "incoming/gacc/flow=export/f.csv";
    }

    @Override
    public char separator() {
        return ',';
    }

    @Override
    public int fields() {
        return FIELDS;
    }

    @Override
    public void write(Path file, int rows) throws IOException {
        LargeFile.write(file, charset, rows);
    }
}
