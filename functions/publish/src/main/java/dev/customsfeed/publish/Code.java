package dev.customsfeed.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.ledger.Series;
import dev.customsfeed.sources.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** Tells one version of the function from another: by the checksums of all that documents are written with. */
final class Code {

    /** One class of each jar. */
    private static final List<Class<?>> OF_EACH_JAR =
            List.of(Code.class, Series.class, Sources.class, JsonFactory.class, JsonMapper.class);

    private static final String VERSION = compute();

    private Code() {}

    /** 16 hexadecimal digits: others for every other code. */
    static String version() {
        return VERSION;
    }

    private static String compute() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> one : OF_EACH_JAR) {
                CodeSource source = one.getProtectionDomain().getCodeSource();
                if (source == null) {
                    throw new IllegalStateException(
                            "found no place that " + one + " comes from, expected a jar or a folder");
                }
                checksums(Path.of(source.getLocation().toURI()))
                        .forEach((name, checksum) ->
                                digest.update((name + " " + checksum + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a jar they stand in its directory: nothing of it is unpacked. Its times do not matter. */
    private static SortedMap<String, Long> checksums(Path place) throws IOException {
        SortedMap<String, Long> checksums = new TreeMap<>();
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    CRC32 crc = new CRC32();
                    crc.update(Files.readAllBytes(file));
                    checksums.put(place.relativize(file).toString(), crc.getValue());
                }
            }
        } else {
            try (ZipFile jar = new ZipFile(place.toFile())) {
                jar.stream()
                        // Names the build's time in some jars.
                        .filter(entry ->
                                !entry.isDirectory() && !entry.getName().equals("META-INF/MANIFEST.MF"))
                        .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
            }
        }
        return checksums;
    }
}
