package dev.customsfeed.sources.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataLinesTest {

    private static final List<String> HEADER = List.of("Flöde", "Värde");

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"UTF_8", "UTF_8_WITH_MARK", "WINDOWS_1252"})
    void the_header_is_told_once_more_in_whatever_signs_it_is_written(Encoding encoding) throws Exception {
        Problems problems = new Problems();
        try (DataLines lines = new DataLines(
                new Given(encoding, List.of(List.of("Export", "12"), HEADER)), HEADER, "As it is.", problems)) {
            lines.next();
            assertThat(lines.isHeaderAgain(0)).isFalse();
            lines.next();
            assertThat(lines.isHeaderAgain(0)).isTrue();
        }
        assertThat(problems.first()).extracting(Problem::code).containsExactly("header-again");
    }

    /** Lines of a file in an encoding. */
    private static final class Given implements Lines {

        private final Queue<List<String>> left;
        private final Encoding encoding;
        private final CsvLine line;

        Given(Encoding encoding, List<List<String>> lines) {
            this.encoding = encoding;
            this.left = new ArrayDeque<>(lines);
            this.line = new CsvLine(encoding, 100, 10);
        }

        @Override
        public boolean next() {
            List<String> fields = left.poll();
            if (fields == null) {
                return false;
            }
            line.begin(line.line() + 1);
            for (String field : fields) {
                char[] raw = encoding.raw(field).toCharArray();
                line.add(raw, 0, raw.length);
            }
            return true;
        }

        @Override
        public CsvLine line() {
            return line;
        }

        @Override
        public boolean endsWithLineEnd() {
            return true;
        }

        @Override
        public String adviceOnMoreFields() {
            return "Take them out.";
        }

        @Override
        public void close() {
            // It holds nothing open.
        }
    }
}
