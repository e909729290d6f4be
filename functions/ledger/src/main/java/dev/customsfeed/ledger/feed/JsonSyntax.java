package dev.customsfeed.ledger.feed;

import dev.customsfeed.ledger.VisibleText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the first place where a text is no JSON, in words that its author understands: a parser's own words are about the parser.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonSyntax {

    /** A definition has four. */
    private static final int DEEPEST = 32;

    private static final int LONGEST_NUMBER = 100;
    private static final int SHOWN = 40;

    private static final String VALUE = "a value: a text in double quotes, a number, true, false, null, '[' or '{'";
    private static final String ESCAPES = "one of \" \\ / b f n r t u after a backslash";

    private final String text;
    private final Deque<String> path = new ArrayDeque<>();
    private int at;

    private static final class Fault extends Exception {
        private final transient FeedProblem problem;

        private Fault(FeedProblem problem) {
            super(problem.toString(), null, false, false);
            this.problem = problem;
        }
    }

    private JsonSyntax(String text) {
        this.text = text;
    }

    /** The first fault of {@code text}; empty if it is one JSON value, without a name that comes twice in an object. */
    static Optional<FeedProblem> firstFault(String text) {
        JsonSyntax syntax = new JsonSyntax(text);
        try {
            syntax.skipSpace();
            if (syntax.at == text.length()) {
                throw syntax.fault(0, "nothing", "a JSON object");
            }
            syntax.value();
            syntax.skipSpace();
            if (syntax.at < text.length()) {
                throw syntax.fault(syntax.at, syntax.found(), "nothing after the end of the JSON value");
            }
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(fault.problem);
        }
    }

    /** A name as it stands in a JSON pointer (RFC 6901), with characters that cannot be seen named. */
    static String pointerToken(String name) {
        return VisibleText.ofFirst(SHOWN, name.replace("~", "~0").replace("/", "~1"));
    }

    private void value() throws Fault {
        if (path.size() > DEEPEST) {
            throw fault(at, "a value more than " + DEEPEST + " levels deep", "a feed definition, which has few levels");
        }
        char next = peek();
        if (next == '{') {
            object();
        } else if (next == '[') {
            array();
        } else if (next == '"') {
            string("a text");
        } else if (next == '-' || isDigit(next)) {
            number();
        } else {
            word();
        }
    }

    private void object() throws Fault {
        Set<String> names = new HashSet<>();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return;
        }
        while (true) {
            int begin = at;
            if (peek() != '"') {
                String before = names.isEmpty() ? "" : " behind a comma";
                throw fault(at, found() + before, "a name in double quotes" + (names.isEmpty() ? " or '}'" : ""));
            }
            String name = string("a name");
            if (!names.add(name)) {
                throw fault(begin, "the name \"" + pointerToken(name) + "\" twice", "each name once in an object");
            }
            path.addLast(pointerToken(name));
            expect(':', "':' between a name and its value");
            skipSpace();
            value();
            path.removeLast();
            skipSpace();
            if (peek() == '}') {
                at++;
                return;
            }
            expect(',', "',' before the next name, or '}'");
            skipSpace();
        }
    }

    private void array() throws Fault {
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return;
        }
        for (int index = 0; true; index++) {
            path.addLast(Integer.toString(index));
            if (index > 0 && peek() == ']') {
                throw fault(at, found() + " behind a comma", VALUE);
            }
            value();
            path.removeLast();
            skipSpace();
            if (peek() == ']') {
                at++;
                return;
            }
            expect(',', "',' before the next value, or ']'");
            skipSpace();
        }
    }

    /** Reads a text in quotes; of escapes, what they stand for. */
    private String string(String what) throws Fault {
        int begin = at++;
        StringBuilder read = new StringBuilder();
        while (true) {
            if (at == text.length()) {
                throw fault(begin, what + " that does not end", "'\"' at its end");
            }
            char next = text.charAt(at);
            if (next == '"') {
                at++;
                return read.toString();
            }
            if (next < ' ') {
                throw fault(at, found() + " within " + what, "'\"' at its end, or an escape such as \\n");
            }
            if (next == '\\') {
                read.append(escape());
            } else {
                read.append(next);
                at++;
            }
        }
    }

    private char escape() throws Fault {
        int begin = at++;
        char next = peek();
        int known = "\"\\/bfnrt".indexOf(next);
        if (known >= 0) {
            at++;
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (next != 'u') {
            throw fault(begin, "a backslash before " + found(), ESCAPES);
        }
        at++;
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw fault(begin, "\\u before " + found(), "four hexadecimal digits after \\u");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private void number() throws Fault {
        int begin = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
            if (isDigit(peek())) {
                throw fault(begin, "a number that begins with 0", "a number without it, or a code in double quotes");
            }
        } else {
            digits();
        }
        if (peek() == '.') {
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        if (at - begin > LONGEST_NUMBER) {
            throw fault(begin, "a number of " + (at - begin) + " characters", "no more than " + LONGEST_NUMBER);
        }
    }

    private void digits() throws Fault {
        if (!isDigit(peek())) {
            throw fault(at, found(), "a digit");
        }
        while (isDigit(peek())) {
            at++;
        }
    }

    private void word() throws Fault {
        int begin = at;
        while (Character.isLetterOrDigit(peek()) || peek() == '_') {
            at++;
        }
        String word = text.substring(begin, at);
        if (!Set.of("true", "false", "null").contains(word)) {
            at = begin;
            throw fault(begin, word.isEmpty() ? found() : "'" + VisibleText.ofFirst(SHOWN, word) + "'", VALUE);
        }
    }

    private void expect(char sign, String expected) throws Fault {
        skipSpace();
        if (peek() != sign) {
            throw fault(at, found(), expected);
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The next character; zero, which is none of JSON's, at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private String found() {
        if (at >= text.length()) {
            return "the end of the text";
        }
        char next = text.charAt(at);
        if (next == '\n' || next == '\r') {
            return "the end of a line";
        }
        if (next == '\t') {
            return "a tab";
        }
        return "'" + VisibleText.of(Character.toString(text.codePointAt(at))) + "'";
    }

    private Fault fault(int index, String found, String expected) {
        int line = 1;
        int begin = 0;
        for (int i = 0; i < index; i++) {
            char sign = text.charAt(i);
            if (sign == '\n' || (sign == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
                begin = i + 1;
            }
        }
        int column = 1 + text.codePointCount(begin, index);
        StringBuilder pointer = new StringBuilder();
        for (Iterator<String> names = path.iterator(); names.hasNext(); ) {
            pointer.append('/').append(names.next());
        }
        return new Fault(new FeedProblem(pointer.toString(), line, column, found, expected));
    }
}
