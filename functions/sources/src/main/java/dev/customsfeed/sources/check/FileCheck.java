package dev.customsfeed.sources.check;

import dev.customsfeed.sources.file.CustomsFile;
import dev.customsfeed.sources.file.Encoding;
import dev.customsfeed.sources.file.FileProblemException;
import dev.customsfeed.sources.file.PackedFile;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.layout.Reading;
import dev.customsfeed.sources.layout.Rows;
import dev.customsfeed.sources.layout.Source;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;
import dev.customsfeed.sources.rejection.RejectedFileException;
import java.io.IOException;
import java.util.Optional;

/** The first reading of a file, the same for all sources: tells its layout, opens it, and lets {@link RowsCheck} check its rows. */
final class FileCheck {

    private FileCheck() {}

    /** Recognises the layout of a file and reads all of it. */
    static CheckedFile run(PackedFile packed, Source source, Reading reading)
            throws RejectedFileException, IOException {
        Layout layout = recognise(packed, source);
        CustomsFile file = packed.in(layout.encodings());
        boolean handedOver = false;
        try {
            CheckedFile checked = run(file, source, layout, reading);
            handedOver = true;
            return checked;
        } finally {
            if (!handedOver) {
                file.close();
            }
        }
    }

    private static Layout recognise(PackedFile packed, Source source) throws RejectedFileException, IOException {
        var start = packed.start();
        Optional<Layout> layout = source.layouts().stream()
                .filter(candidate -> candidate.recognises(start))
                .findFirst();
        if (layout.isPresent()) {
            return layout.get();
        }
        Problem unknown = Problem.ofLine(
                "layout-unknown",
                1,
                "a file that begins with " + Problem.quote(Encoding.UTF_8.text(start.firstLine())),
                "one of the layouts of " + source.names().get("en") + ": "
                        + String.join(
                                ", ",
                                source.layouts().stream().map(Layout::name).toList()),
                "Download the file again from " + source.download() + ", or upload it under the source that it is of.");
        throw new RejectedFileException(Problems.of(start.json(Encoding.UTF_8, source.fileKinds(), source.download())
                .orElse(unknown)));
    }

    private static CheckedFile run(CustomsFile file, Source source, Layout layout, Reading reading)
            throws RejectedFileException, IOException {
        Problems problems = reading.problems();
        Optional<String> layoutName = Optional.empty();
        try {
            LayoutDeclarations.check(reading.key(), layout, problems);
            Optional<Rows> opened = layout.open(file, reading);
            if (opened.isPresent()) {
                try (Rows rows = opened.get()) {
                    layoutName = Optional.of(rows.layout());
                    Optional<CheckedFile> checked = new RowsCheck(source, layout, file, reading, rows).run();
                    if (checked.isPresent()) {
                        return checked.get();
                    }
                }
            }
        } catch (FileProblemException e) {
            problems.add(e.problem());
        }
        throw new RejectedFileException(problems, layoutName, Optional.of(file.encodingLabel()));
    }
}
