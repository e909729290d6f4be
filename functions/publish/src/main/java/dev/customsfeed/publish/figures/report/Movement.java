package dev.customsfeed.publish.figures.report;

import java.math.BigDecimal;

/**
 * How something moved from one period to the next, judged once for all languages.
 *
 * @param changePct in percent
 */
public record Movement(BigDecimal changePct) {

    private static final BigDecimal STEEP_FROM = BigDecimal.TEN;
    private static final BigDecimal SLIGHT_BELOW = BigDecimal.ONE;

    /** How much it moved. */
    public enum Size {
        /** Not at all. */
        NONE,
        /** By less than 1%. */
        SLIGHT,
        /** By something between. */
        ORDINARY,
        /** By 10% or more. */
        STEEP
    }

    /** How it goes on from the movement before. */
    public enum Turn {
        /** One of the two is none. */
        AFRESH,
        /** In the same direction. */
        FURTHER,
        /** In the other direction: it recovered, or fell back. */
        BACK
    }

    /** How much it moved. */
    public Size size() {
        if (changePct.signum() == 0) {
            return Size.NONE;
        }
        if (changePct.abs().compareTo(STEEP_FROM) >= 0) {
            return Size.STEEP;
        }
        return changePct.abs().compareTo(SLIGHT_BELOW) < 0 ? Size.SLIGHT : Size.ORDINARY;
    }

    /** Whether it moved up. */
    public boolean isUp() {
        return changePct.signum() > 0;
    }

    /** How it goes on from {@code before}. */
    public Turn after(Movement before) {
        int product = changePct.signum() * before.changePct.signum();
        return product == 0 ? Turn.AFRESH : product > 0 ? Turn.FURTHER : Turn.BACK;
    }
}
