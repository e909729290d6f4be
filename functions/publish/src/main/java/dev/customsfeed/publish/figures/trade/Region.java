package dev.customsfeed.publish.figures.trade;

import java.util.Locale;

/**
 * The regions of the UN's M49 standard.
 *
 * @see <a href="https://unstats.un.org/unsd/methodology/m49/">M49</a>
 */
public enum Region {
    AFRICA,
    AMERICAS,
    ASIA,
    EUROPE,
    OCEANIA;

    /** The name in reports, e.g. {@code europe}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
