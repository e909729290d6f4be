package dev.customsfeed.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("any-jdk")
class LoopbackTest {

    /** As {@code /proc/net} writes 127.0.0.1, alone and mapped into IPv6: words in the byte order of the machine. */
    private static final Set<String> LOOPBACK = Set.of("0100007F", "0000000000000000FFFF00000100007F");

    private static final String LISTENING = "0A";

    private static final Emulators EMULATORS = SharedEmulators.get();

    @Test
    @EnabledOnOs(OS.LINUX)
    void emulators_listen_on_loopback_and_nowhere_else() throws Exception {
        Map<String, String> listening = listening();
        for (ProcessHandle emulator : EMULATORS.processes()) {
            List<String> addresses = sockets(emulator.pid()).stream()
                    .filter(listening::containsKey)
                    .map(listening::get)
                    .toList();
            assertThat(addresses).isNotEmpty().allSatisfy(address -> assertThat(LOOPBACK)
                    .contains(address));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: attacker.example",
                "Host: attacker.example:80",
                "Host: 127.0.0.1.attacker.example",
                "Host: 192.168.1.2",
                "Host: 127.0.0.1\r\nOrigin: https://attacker.example",
                "Host: 127.0.0.1\r\nOrigin: null",
                "Host: localhost\r\nOrigin: http://127.0.0.1:8080"
            })
    void requests_of_pages_in_a_browser_are_turned_away(String headers) throws Exception {
        assertThat(status(EMULATORS.s3Endpoint(), "GET / HTTP/1.1\r\n" + headers))
                .isEqualTo(403);
        assertThat(status(EMULATORS.dynamoDbEndpoint(), listTables(headers))).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: 127.0.0.1", "Host: localhost:8000", "Host: LOCALHOST", "Host: [::1]:8000"})
    void requests_of_programs_of_this_machine_are_answered(String headers) throws Exception {
        assertThat(status(EMULATORS.s3Endpoint(), "GET / HTTP/1.1\r\n" + headers))
                .isEqualTo(200);
        assertThat(status(EMULATORS.dynamoDbEndpoint(), listTables(headers))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "127.0.0.1:1, -, false",
                "localhost, -, false",
                "[::1], -, false",
                "[::1]:1, -, false",
                "-, -, true",
                "[::2]:1, -, true",
                "localhost.attacker.example, -, true",
                "localhost, http://localhost, true"
            })
    void host_and_origin_tell_a_foreign_request(String host, String origin, boolean foreign) {
        assertThat(LocalRequests.isForeign(host, origin)).isEqualTo(foreign);
    }

    private static String listTables(String headers) {
        return "POST / HTTP/1.1\r\n" + headers + "\r\nX-Amz-Target: DynamoDB_20120810.ListTables\r\n"
                + "Authorization: AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, "
                + "SignedHeaders=host, Signature=0\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 2";
    }

    private static int status(URI endpoint, String head) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
            String body = head.startsWith("POST") ? "{}" : "";
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    /** The addresses that are listened on, by the socket's inode. */
    private static Map<String, String> listening() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
        if (Files.exists(Path.of("/proc/net/tcp6"))) {
            lines.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
        }
        Map<String, String> addresses = new TreeMap<>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+");
            if (fields[3].equals(LISTENING)) {
                addresses.put(fields[9], fields[1].substring(0, fields[1].indexOf(':')));
            }
        }
        return addresses;
    }

    private static Set<String> sockets(long process) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process + "/fd"))) {
            return open.map(LoopbackTest::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
