package dev.customsfeed.sources.check;

import dev.customsfeed.sources.key.Declaration;
import dev.customsfeed.sources.key.KeyDeclarations;
import dev.customsfeed.sources.layout.Layout;
import dev.customsfeed.sources.rejection.Problem;
import dev.customsfeed.sources.rejection.Problems;

/** What keys of files in a layout must and may not declare. */
final class LayoutDeclarations {

    private LayoutDeclarations() {}

    /** Holds what a key declares against what files of the layout are read by. */
    static void check(KeyDeclarations key, Layout layout, Problems problems) {
        if (layout.mustKeep() && !key.declares(Declaration.KEEP)) {
            problems.add(KeyDeclarations.keepMissing());
        }
        for (Declaration declaration : Declaration.values()) {
            if (layout.mayNotDeclare().contains(declaration) && key.declares(declaration)) {
                problems.add(Problem.ofFile(
                        "key-" + declaration.id(),
                        declaration.id() + "= in the path of a file in the layout " + layout.name(),
                        "no " + declaration.id() + "= for files of this layout",
                        layout.mustKeep() && declaration == Declaration.HS
                                ? "Write keep= in place of hs=: the file has everything, and keep= says what to store of it."
                                : "Take " + declaration.id() + "= out of the path."));
            }
        }
    }
}
