package dev.customsfeed.sources.comtrade;

import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileStart;
import dev.customsfeed.sources.key.Declaration;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Rows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An answer of UN Comtrade's API: an object with the number of rows as {@code count} and the rows in {@code data}. */
final class JsonLayout extends ComtradeLayout {

    JsonLayout() {
        super("comtrade-json");
    }

    @Override
    public String fileKind() {
        return "an answer of the API in JSON (an object with count and data)";
    }

    /** All JSON: what is an error of the API, or another document, is told by name. */
    @Override
    public boolean recognises(FileStart start) {
        return start.firstSign() == '{' || start.firstSign() == '[';
    }

    @Override
    public List<Encoding> encodings() {
        return List.of(Encoding.UTF_8_WITH_MARK, Encoding.UTF_8);
    }

    @Override
    public Set<Declaration> mayNotDeclare() {
        return Set.of(Declaration.KEEP);
    }

    @Override
    public Optional<Rows> open(CustomsFile file, Reading reading) throws IOException {
        JsonRows rows = JsonRows.of(file, reading, name());
        try {
            if (rows.begin()) {
                return Optional.of(rows);
            }
            rows.close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }
}
