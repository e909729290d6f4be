package dev.customsfeed.verify.screening;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name without what its spellings differ in: width and case of letters, punctuation, legal forms.
 *
 * @param words in capitals, in their order; a name in Chinese is one word
 */
record PartyName(List<String> words) {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern CHINESE_FORM = Pattern.compile("(股份有限公司|有限责任公司|有限公司|株式会社|株式會社|公司|集团)$|^(株式会社|株式會社)");
    private static final Pattern DOTTED = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");

    private static final Set<String> LEGAL_FORMS = Set.of(
            "CO",
            "COMPANY",
            "CORP",
            "CORPORATION",
            "INC",
            "INCORPORATED",
            "LTD",
            "LIMITED",
            "LLC",
            "LLP",
            "LP",
            "PLC",
            "GMBH",
            "AG",
            "KG",
            "SA",
            "SAS",
            "SARL",
            "SPA",
            "SRL",
            "BV",
            "NV",
            "AB",
            "OY",
            "OYJ",
            "AS",
            "ASA",
            "KK",
            "PTE",
            "PTY",
            "PVT",
            "SDN",
            "BHD",
            "JSC",
            "OJSC",
            "PJSC",
            "OOO",
            "FZE",
            "FZCO",
            "GROUP",
            "HOLDINGS",
            "THE",
            "AND");

    PartyName {
        words = List.copyOf(words);
    }

    /** Reads a name. */
    static PartyName of(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String undotted = DOTTED.matcher(wide).replaceAll("");
        return new PartyName(Arrays.stream(NO_LETTER.split(undotted))
                .map(PartyName::withoutChineseForm)
                .filter(word -> !word.isEmpty() && !LEGAL_FORMS.contains(word))
                .toList());
    }

    private static String withoutChineseForm(String word) {
        String shorter = CHINESE_FORM.matcher(word).replaceAll("");
        return shorter.equals(word) ? word : withoutChineseForm(shorter);
    }

    /** Whether nothing but legal forms was in it. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
