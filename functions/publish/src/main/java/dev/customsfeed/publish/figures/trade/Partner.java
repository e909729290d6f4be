package dev.customsfeed.publish.figures.trade;

import dev.customsfeed.ledger.feed.LocalizedText;
import dev.customsfeed.sources.codes.PartnerList.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A trading partner. The customs office's codes of one country are one partner.
 *
 * @param iso2 its ISO 3166-1 alpha-2 code; empty where it is no country of today, or one that the code list does not know
 * @param codes the customs office's codes, ascending, at least one
 * @param name what it is called
 * @param region its UN M49 region; empty where it has none
 * @param eu27 whether it is a member of the European Union of 27
 * @param kind what it stands for; {@link Kind#OTHER} where the code list does not know it
 * @param namedBy who names it
 */
public record Partner(
        Optional<String> iso2,
        List<String> codes,
        LocalizedText name,
        Optional<Region> region,
        boolean eu27,
        Kind kind,
        NamedBy namedBy) {

    /** Who says what a partner is called. */
    public enum NamedBy {
        /** The statistical office's code list. */
        CODE_LIST,
        /** Customs files: the code list does not have the code. */
        FILES,
        /** Nobody: it is called by its code. */
        NOBODY
    }

    /** Whether the code list knows it. */
    public boolean listed() {
        return namedBy == NamedBy.CODE_LIST;
    }

    /** What tells it from others: the ISO code, or the customs office's where there is none. */
    public String id() {
        return iso2.isPresent() ? iso2.get() : codes.get(0);
    }

    /**
     * Whether it is somebody: neither partners that nobody named, such as {@code 701} "unknown" or {@code 199} "other Asia", nor those
     * kept secret, nor stores of ships, nor several together.
     */
    public boolean isSomebody() {
        return switch (kind) {
            case COUNTRY, FORMER, OTHER -> true;
            case UNSPECIFIED, CONFIDENTIAL, STORES, AGGREGATE, TOTAL -> false;
        };
    }

    /** By what tells it from others: partners are looked up by the hundred for every month. */
    @Override
    public int hashCode() {
        return id().hashCode();
    }
}
