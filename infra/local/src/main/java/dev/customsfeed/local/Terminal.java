package dev.customsfeed.local;

import java.io.PrintStream;
import java.util.Collection;

/** Where the command says what it does: line by line, from any thread, and nothing but text. */
final class Terminal {

    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    /** Says one line; a line break in it is shown like everything else that is no text. */
    synchronized void say(String line) {
        out.println(Printable.of(line));
        out.flush();
    }

    /** Says several. */
    synchronized void say(Collection<String> lines) {
        lines.forEach(this::say);
    }
}
