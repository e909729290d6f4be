package dev.customsfeed.publish.documents.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the clock out of a spreadsheet: out of its zip's entries, and out of what it says of itself. */
final class SameBytes {

    /** The first time that a zip can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";

    private SameBytes() {}

    /**
     * The same spreadsheet, always the same bytes.
     *
     * @param created when it is to say that it was made
     */
    static byte[] of(Path workbook, Instant created) throws IOException {
        ByteArrayOutputStream same = new ByteArrayOutputStream(1 << 18);
        // By its directory: the JDK's stream takes the sizes behind entries, which the library writes in 64 bits, for
        // those of 32.
        try (ZipFile from = new ZipFile(workbook.toFile());
                ZipOutputStream to = new ZipOutputStream(same)) {
            // A file a third longer takes a third of the time.
            to.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry : Collections.list(from.entries())) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(NO_TIME);
                to.putNextEntry(timeless);
                try (InputStream content = from.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        to.write(saying(created, content.readAllBytes()));
                    } else {
                        content.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        }
        return same.toByteArray();
    }

    private static byte[] saying(Instant created, byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*<", "$1" + created + "<")
                .getBytes(StandardCharsets.UTF_8);
    }
}
