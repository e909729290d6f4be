package dev.customsfeed.sources.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.sources.codes.Code;
import dev.customsfeed.sources.layout.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRowsTest {

    @TempDir
    private Path folder;

    /** Of which 64 have numbers; a row and its two units may take more than what is left of the memory that rows are written to. */
    @Test
    void units_are_given_as_they_were_however_many_and_long_they_are() throws Exception {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        Row row = new Row(1);
        try (KeptRows kept = KeptRows.beside(folder.resolve("f"), 1)) {
            for (int i = 0; i < 300; i++) {
                String unit = ("单位" + i % 150).repeat(1 + i % 7 * 300);
                String supplementary = ("unit " + i % 130).repeat(1 + i % 5 * 200);
                row.begin(2 + i)
                        .reporter(Code.of("CN"))
                        .flow(Flow.EXPORT)
                        .month(500)
                        .commodity(Code.of("81041100"))
                        .partner(Code.of("309"))
                        .value(i)
                        .quantity(i, unit)
                        .supplementaryQuantity(2L * i, supplementary);
                kept.add(row);
                expected.add(2 + i + " " + i + " " + unit + " " + 2 * i + " " + supplementary);
            }
            kept.finish();
            kept.forEach(again -> found.add(again.line() + " " + again.quantityThousandths() + " " + again.unit() + " "
                    + again.supplementaryThousandths() + " " + again.supplementaryUnit()));
        }

        assertThat(found).isEqualTo(expected);
    }
}
