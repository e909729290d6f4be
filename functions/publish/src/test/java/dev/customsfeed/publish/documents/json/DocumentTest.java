package dev.customsfeed.publish.documents.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final String ZEROS = "0".repeat(16);

    private static String hash(String algorithm, byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    }

    @Property(tries = 100)
    void a_document_says_the_hash_of_itself_with_zeros_and_is_named_by_the_hash_of_what_it_says(
            @ForAll byte[] before, @ForAll byte[] behind) throws Exception {
        byte[] content = new byte[before.length + ZEROS.length() + behind.length];
        System.arraycopy(before, 0, content, 0, before.length);
        System.arraycopy(ZEROS.getBytes(US_ASCII), 0, content, before.length, ZEROS.length());
        System.arraycopy(behind, 0, content, before.length + ZEROS.length(), behind.length);
        String says = hash("SHA-256", content).substring(0, 16);

        Document document = Document.sayingItsHash("reports/a.json", content.clone(), before.length);

        System.arraycopy(says.getBytes(US_ASCII), 0, content, before.length, says.length());
        assertThat(document.content()).isEqualTo(content);
        assertThat(document.sha256()).isEqualTo(hash("SHA-256", content));
        assertThat(document.archivePath())
                .isEqualTo("archive/reports/a." + hash("SHA-256", content).substring(0, 16) + ".json");
    }

    @Test
    void a_path_that_names_the_content_does_so_by_what_s3_will_tell_of_it() throws Exception {
        byte[] content = "{}".getBytes(US_ASCII);
        Document document = Document.namedByContent("page/a.json", "application/json", content);
        assertThat(document.path()).isEqualTo("page/a." + hash("MD5", content).substring(0, 16) + ".json");
        assertThat(document.md5()).isEqualTo(hash("MD5", content));
        assertThat(document.sha256()).isEqualTo(hash("SHA-256", content));
    }
}
