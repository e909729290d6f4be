package dev.customsfeed.verify.rules;

import java.util.Locale;

/** The rules, and who has to act on what each finds. */
public enum Code {
    DECLARATION_UNKNOWN(Actor.EXPORTER),
    DECLARATION_PENDING(Actor.NOBODY),
    ENTERPRISE_DIFFERS(Actor.EXPORTER),
    COMMODITY_DIFFERS(Actor.EXPORTER),
    UNIT_DIFFERS(Actor.EXPORTER),
    CERTIFICATES_EXCEED_DECLARED(Actor.EXPORTER),
    CERTIFICATE_REPEATED(Actor.UPLOADER),
    NOT_REFUNDED_BUT_PAID(Actor.EXPORTER),
    REPAID_TOO_LITTLE(Actor.EXPORTER),
    REFUND_EXCEEDS_BALANCE(Actor.EXPORTER),
    REFUND_OF_UNREFUNDABLE(Actor.EXPORTER),
    DECLARATION_CANCELLED(Actor.EXPORTER),
    USE_WITHOUT_CERTIFICATE(Actor.CUSTOMS),
    USE_PENDING(Actor.NOBODY),
    USED_BEFORE_ISSUED(Actor.CUSTOMS),
    VOIDED_AFTER_USE(Actor.TAX_AUTHORITY),
    REISSUED_AFTER_USE(Actor.TAX_AUTHORITY),
    USES_EXCEED_CERTIFICATE(Actor.CUSTOMS),
    RETURNED_LATE(Actor.EXPORTER),
    DECLARED_TWICE(Actor.EXPORTER),
    CERTIFICATE_UNUSED(Actor.EXPORTER),
    LISTED_PARTY(Actor.EXPORTER),
    POSSIBLE_PARTY(Actor.EXPORTER),
    CONTROLLED_CODE(Actor.EXPORTER),
    DESTINATION_DIFFERS(Actor.EXPORTER);

    /** Who has to act. */
    public enum Actor {
        /** The exporter, or who declares for it. */
        EXPORTER,
        /** The tax authority that issued the certificate. */
        TAX_AUTHORITY,
        /** The customs office of the import. */
        CUSTOMS,
        /** Whoever made or uploaded the file. */
        UPLOADER,
        /** Nobody yet. */
        NOBODY;

        /** As reports write it. */
        public String id() {
            return hyphenated(name());
        }
    }

    private final Actor actor;

    Code(Actor actor) {
        this.actor = actor;
    }

    /** Who has to act. */
    public Actor whoActs() {
        return actor;
    }

    /** As reports write it, e.g. {@code not-refunded-but-paid}. */
    public String id() {
        return hyphenated(name());
    }

    private static String hyphenated(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
