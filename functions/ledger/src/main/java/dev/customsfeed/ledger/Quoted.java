package dev.customsfeed.ledger;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file of quotations is about: a price or an exchange rate. */
public sealed interface Quoted {

    /** Its name, by which files of the same belong together: {@code price/mg-ingot}, {@code rate/USDCNY}. */
    String name();

    /**
     * A price of goods, as whoever uploaded it declares it.
     *
     * @param id its name in feed definitions
     * @param currency ISO 4217 code
     * @param unit by which it is quoted
     * @param taxPct the tax that it includes, in percent of the price without it; 0 where it includes none
     * @param basis the delivery that it includes, as a rule of Incoterms in small letters; empty where nobody says
     * @param license whether it may be published
     */
    record Price(
            String id, String currency, WeightUnit unit, BigDecimal taxPct, Optional<String> basis, License license)
            implements Quoted {

        @Override
        public String name() {
            return nameOf(id);
        }

        /** The name of the price that definitions call {@code id}, whatever it is quoted in. */
        public static String nameOf(String id) {
            return "price/" + id;
        }
    }

    /**
     * An exchange rate: how many units of one currency are paid for one of the other.
     *
     * @param base ISO 4217 code of the currency of which one is paid for
     * @param counter ISO 4217 code of the currency that is counted
     */
    record Rate(String base, String counter) implements Quoted {

        @Override
        public String name() {
            return "rate/" + pair();
        }

        /** Both codes, as in {@code USDCNY}: renminbi for a dollar. */
        public String pair() {
            return base + counter;
        }
    }

    /** Whether a price may be published. */
    enum License {
        /** It may not, nor anything from which it could be computed. */
        PRIVATE,
        /** It may. */
        OPEN;

        /** As keys spell it, e.g. {@code private}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The license of this id. */
        public static Optional<License> of(String id) {
            return Arrays.stream(values())
                    .filter(license -> license.id().equals(id))
                    .findFirst();
        }
    }
}
