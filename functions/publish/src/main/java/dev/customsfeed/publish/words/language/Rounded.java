package dev.customsfeed.publish.words.language;

import dev.customsfeed.publish.figures.Fraction;
import dev.customsfeed.publish.figures.LargestRemainder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Numbers as the trade rounds them: three or four digits that count. */
public final class Rounded {

    private static final long GRAMS_PER_KG = 1000;
    private static final long GRAMS_PER_TONNE = 1000 * GRAMS_PER_KG;

    private Rounded() {}

    /**
     * A net weight in tonnes: to the hundred from 10,000 on, to ten from 1,000, to one from 100, with one decimal from 1 on, and
     * in decimals of a kilogram below.
     */
    public static BigDecimal tonnes(long grams) {
        long step = grams >= 10_000 * GRAMS_PER_TONNE
                ? 100 * GRAMS_PER_TONNE
                : grams >= 1_000 * GRAMS_PER_TONNE
                        ? 10 * GRAMS_PER_TONNE
                        : grams >= 100 * GRAMS_PER_TONNE
                                ? GRAMS_PER_TONNE
                                : grams >= GRAMS_PER_TONNE ? GRAMS_PER_TONNE / 10 : GRAMS_PER_KG;
        if (grams >= 0 && grams <= Long.MAX_VALUE - step) {
            return byTonne((grams + step / 2) / step * step);
        }
        BigDecimal rounded = BigDecimal.valueOf(grams)
                .divide(BigDecimal.valueOf(step), 0, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(step));
        return rounded.divide(BigDecimal.valueOf(GRAMS_PER_TONNE));
    }

    /** Exactly, of whole kilograms, with as few decimals as that takes. */
    private static BigDecimal byTonne(long grams) {
        long kilograms = grams / GRAMS_PER_KG;
        int decimals = 3;
        while (decimals > 0 && kilograms % 10 == 0) {
            kilograms /= 10;
            decimals--;
        }
        return BigDecimal.valueOf(kilograms, decimals);
    }

    /** A number in millions or the like: shifted left and rounded half up. */
    public static BigDecimal shifted(long number, int digits, int decimals) {
        return BigDecimal.valueOf(number).movePointLeft(digits).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** A number without trailing zeros, e.g. {@code 5.54} or {@code 0.5}. */
    public static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The same with its thousands separated by commas, e.g. {@code 38,700}. */
    public static String grouped(BigDecimal number) {
        return grouped(plain(number));
    }

    private static String grouped(String digits) {
        int point = digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits);
        for (int i = (point < 0 ? digits.length() : point) - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /** A number of no less than zero with as many decimals as all of its kind have and its thousands separated, e.g. {@code 1,079.60}. */
    public static String fixed(BigDecimal number, int decimals) {
        return grouped(number.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
    }

    /** Parts in millions or the like that still add up: shifted left and rounded by largest remainder. */
    public static List<BigDecimal> together(List<BigDecimal> parts, int digits, int decimals) {
        return LargestRemainder.round(
                parts.stream()
                        .map(part -> Fraction.of(part.movePointLeft(digits)))
                        .toList(),
                decimals);
    }

    /** A difference in tonnes, rounded as {@link #tonnes} does, with its sign. */
    public static String signedTonnes(long grams) {
        return (grams < 0 ? "−" : "+") + grouped(tonnes(Math.abs(grams)));
    }

    /** A percentage or percentage points with sign, two decimals, e.g. {@code +2.40}; the minus sign is that of typesetters. */
    public static String signed(BigDecimal number) {
        return signed(number, 2);
    }

    /** A number with its sign and so many decimals. What is rounded to zero has no sign. */
    public static String signed(BigDecimal number, int decimals) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        return sign(rounded) + rounded.abs().toPlainString();
    }

    /** The same with its thousands separated by commas, e.g. {@code +1,079.60}. */
    public static String signedAndGrouped(BigDecimal number, int decimals) {
        BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        return sign(rounded) + fixed(rounded.abs(), decimals);
    }

    private static String sign(BigDecimal number) {
        return number.signum() < 0 ? "−" : number.signum() > 0 ? "+" : "";
    }
}
