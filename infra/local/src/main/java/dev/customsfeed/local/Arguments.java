package dev.customsfeed.local;

import dev.customsfeed.local.Options.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A command's arguments, one after the other: options with {@code =value} or the value behind them, options alone, and others. */
final class Arguments {

    private final Deque<String> left;
    private String text = "";
    private String option = "";
    private boolean given;

    Arguments(List<String> arguments) {
        left = new ArrayDeque<>(arguments);
    }

    /** Goes on to the next; false where there is none. */
    boolean next() {
        if (left.isEmpty()) {
            return false;
        }
        text = left.pop();
        int equals = text.startsWith("--") ? text.indexOf('=') : -1;
        given = equals >= 0;
        option = given ? text.substring(0, equals) : text;
        if (given) {
            left.push(text.substring(equals + 1));
        }
        return true;
    }

    /** The argument as it was typed. */
    String text() {
        return text;
    }

    /** The option's name with its dashes, or the argument where it is none. */
    String option() {
        return option;
    }

    /** The option's value. */
    String value() throws UsageException {
        boolean none =
                left.isEmpty() || left.peek().isEmpty() || !given && left.peek().startsWith("--");
        if (none) {
            throw new UsageException("found nothing after " + option + ", expected its value");
        }
        return left.pop();
    }

    /** True, of an option that has no value. */
    boolean flag() throws UsageException {
        if (given) {
            throw new UsageException(
                    "found '" + left.peek() + "' after " + option + "=, expected " + option + " alone");
        }
        return true;
    }

    /** The folder that {@code text} names. */
    static Path path(String text) throws UsageException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("found '" + text + "', expected the name of a folder: " + e.getReason());
        }
    }
}
