package dev.customsfeed.verify.comparison;

import dev.customsfeed.verify.model.DeclarationItem;
import java.util.Base64;
import java.util.BitSet;
import java.util.Locale;

/** How rows are spread: over {@value #COUNT} shards by what they are about. */
public final class Shards {

    /** How many there are of each kind. */
    public static final int COUNT = 1024;

    /** The partition of the lists, controls and rates. */
    static final String LISTS = "lists";

    private Shards() {}

    private static int of(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 31;
        }
        return (int) (hash >>> 17 & COUNT - 1);
    }

    /** The name of the shard that has a declaration item, as in {@code 020220260000000001/01}. */
    public static String ofItem(String item) {
        return items(of(item));
    }

    static int ofItem(DeclarationItem item) {
        return of(item.toString());
    }

    static int ofCertificate(String number) {
        return of(number);
    }

    static int ofLot(String lot) {
        return of(lot);
    }

    static String items(int shard) {
        return name("item", shard);
    }

    static String uses(int shard) {
        return name("use", shard);
    }

    static String lots(int shard) {
        return name("lot", shard);
    }

    static String certificate(String number) {
        return "certificate#" + number;
    }

    private static String name(String kind, int shard) {
        return String.format(Locale.ROOT, "%s-%03x", kind, shard);
    }

    /** The number of the shard of that name. */
    public static int number(String name) {
        return Integer.parseInt(name.substring(name.indexOf('-') + 1), 16);
    }

    /** The kind of the shard of that name: {@code item}, {@code use} or {@code lot}. */
    public static String kind(String name) {
        return name.substring(0, name.indexOf('-'));
    }

    /** Some shards as text. */
    public static String text(BitSet shards) {
        return Base64.getEncoder().encodeToString(shards.toByteArray());
    }

    /** The shards that {@link #text} wrote. */
    public static BitSet parse(String text) {
        return BitSet.valueOf(Base64.getDecoder().decode(text));
    }
}
