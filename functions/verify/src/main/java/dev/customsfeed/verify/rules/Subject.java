package dev.customsfeed.verify.rules;

import dev.customsfeed.verify.model.DeclarationItem;
import java.util.Locale;

/**
 * What a finding is about.
 *
 * @param kind of thing
 * @param id its number; of a declaration's item and its refund, {@code <declaration>/<item>}
 */
public record Subject(Kind kind, String id) implements Comparable<Subject> {

    /** What a finding can be about. */
    public enum Kind {
        /** An item of a declaration. */
        DECLARATION,
        /** The refund of a declaration's item. */
        REFUND,
        /** A certificate. */
        CERTIFICATE;

        /** As reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A certificate. */
    public static Subject certificate(String number) {
        return new Subject(Kind.CERTIFICATE, number);
    }

    /** An item of a declaration. */
    public static Subject declaration(DeclarationItem item) {
        return new Subject(Kind.DECLARATION, item.toString());
    }

    /** The refund of an item. */
    public static Subject refund(DeclarationItem item) {
        return new Subject(Kind.REFUND, item.toString());
    }

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }

    /** E.g. {@code certificate C5}. */
    @Override
    public String toString() {
        return kind.id() + " " + id;
    }
}
