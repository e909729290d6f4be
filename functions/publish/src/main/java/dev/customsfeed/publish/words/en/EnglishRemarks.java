package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Part.Dimension;
import dev.customsfeed.ledger.SuspectMonth;
import dev.customsfeed.ledger.SuspectMonth.CodesGone;
import dev.customsfeed.ledger.SuspectMonth.FewPartners;
import dev.customsfeed.ledger.SuspectMonth.Likely;
import dev.customsfeed.ledger.SuspectMonth.PartnersLost;
import dev.customsfeed.ledger.SuspectMonth.Sign;
import dev.customsfeed.ledger.SuspectMonth.UploadedTogether;
import dev.customsfeed.ledger.SuspectMonth.WeightLost;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.ledger.feed.PolicyEvent;
import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.revision.NetRevision;
import dev.customsfeed.publish.figures.revision.Suspicion;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.RemarkPhrases;
import dev.customsfeed.publish.words.language.Rounded;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;

/** What an article says in English on events, and what is missing, uncertain or revised. */
final class EnglishRemarks extends EnglishWording implements RemarkPhrases {

    EnglishRemarks(MonthReport report, ShortNames shortNames) {
        super(report, shortNames);
    }

    @Override
    public String event(PolicyEvent event, boolean later) {
        String name = event.name().in(LANGUAGE);
        return (later ? "Since then, on " : "") + English.day(event.date()) + ": " + name
                + (name.endsWith(".") ? "" : ".")
                + event.text().map(text -> " " + text.in(LANGUAGE)).orElse("");
    }

    @Override
    public String notListed(List<Product> products) {
        return "The customs files of " + English.month(period) + " do not list " + listed(products, this::shortName)
                + ", and nothing says whether there was no trade or it was left out.";
    }

    @Override
    public String weightless(List<Product> products, SortedSet<WeightReason> why) {
        String what = flows() + " of " + listed(products, this::shortName) + " in " + English.month(period);
        return why.equals(UNREPORTED)
                ? "Customs does not report a net weight for all " + what + "."
                : "The net weight of " + what + " is not known in full: " + English.weightReasons(why) + ".";
    }

    @Override
    public String mayBePart() {
        return "A file behind these figures looks like a part of the month: see the last section.";
    }

    @Override
    public String suspected(Suspicion suspicion, boolean only) {
        SuspectMonth suspect = suspicion.suspect();
        Product product = suspicion.product();
        String what = flows() + " of " + English.month(period)
                + (only && product.hs().size() == 1
                        ? ""
                        : " of " + shortName(product)
                                + (product.hs().size() == 1 ? "" : " (HS " + suspicion.commodity() + ")"))
                + suspicion
                        .reporter()
                        .map(reporter -> " by " + English.reporter(reporter))
                        .orElse("");
        List<String> noticed = new ArrayList<>();
        suspect.replaced()
                .ifPresent(was -> noticed.add("it replaced " + level(was.totals()) + " by "
                        + level(suspect.file().totals())));
        for (Sign sign : suspect.signs()) {
            if (sign instanceof CodesGone gone) {
                noticed.add(gone.gone().size() + " of " + gone.before() + " "
                        + (gone.dimension().equals(Dimension.PARTNER.id()) ? places() : English.codes(gone.dimension()))
                        + (gone.gone().size() == 1 ? " is" : " are") + " gone ("
                        + English.named(gone.dimension(), gone.gone(), codes) + ")");
            } else if (sign instanceof WeightLost) {
                noticed.add("the net weight is not known any more");
            } else if (sign instanceof PartnersLost) {
                noticed.add("it does not tell " + places() + ", which were known before");
            } else if (sign instanceof UploadedTogether) {
                noticed.add(
                        "files of the same month with other " + places() + " were uploaded within ten minutes of it");
            } else if (sign instanceof FewPartners few) {
                noticed.add("it has " + few.partners() + " " + (few.partners() == 1 ? place() : places())
                        + " where the months around it have " + few.median());
            } else {
                EnglishSuspicions.mistake(sign, codes).ifPresent(noticed::add);
            }
        }
        if (suspect.suggestsPart()) {
            return "The file with the " + what + " looks like a part of the month: " + English.listed(noticed)
                    + ". If it holds a part, its key should say so.";
        }
        return suspect.suggests(Likely.MISTAKE)
                ? "The file with the " + what + " may not be what its key says: " + English.listed(noticed) + "."
                : "The newest file with the " + what + " lacks what was known before: " + English.listed(noticed) + ".";
    }

    private String level(Totals totals) {
        return size(Amount.of(Optional.of(totals)));
    }

    @Override
    public String revised(List<NetRevision> revisions, boolean more, boolean only) {
        return "Revised since first published: "
                + listed(
                        revisions,
                        revision -> (only ? "" : commodity(revision) + " ") + by(revision) + changed(revision))
                + (more ? ", among others" : "") + ".";
    }

    @Override
    public String revision(NetRevision revision, boolean only) {
        String what = English.monthName(period) + " " + flows()
                + (only && revision.product().hs().size() == 1 ? "" : " of " + commodity(revision))
                + revision.reporter()
                        .map(reporter -> " by " + English.reporter(reporter))
                        .orElse("");
        String day = English.day(revision.day());
        if (revision.isWithdrawn()) {
            return what + " (" + level(revision.from()) + ") were withdrawn on " + day + ".";
        }
        String how =
                switch (revision.cause()) {
                    case FILE -> " by the file of " + day;
                    case WITHDRAWAL -> " on " + day + ", when a newer file was withdrawn";
                    case RESTORATION -> " on " + day + ", when a withdrawn file was restored";
                };
        if (revision.isHidden()) {
            return what + " were revised by less than is shown" + how + ".";
        }
        return revision.isBesideAmount()
                ? what + " stayed at " + level(revision.from()) + ", but " + beside(revision) + " was revised" + how
                        + "."
                : what + " were revised " + changed(revision) + how + ".";
    }

    private String beside(NetRevision revision) {
        return switch (revision.change()) {
            case SCOPE -> "which part of them is known";
            case ESTIMATE -> "how much of that is estimated";
            case AMOUNT, SPLIT -> "their split by " + place();
        };
    }

    private static String by(NetRevision revision) {
        return revision.reporter()
                .map(reporter -> "by " + English.reporter(reporter) + " ")
                .orElse("");
    }

    /** The product; with the code of the commodity where it has several. */
    private String commodity(NetRevision revision) {
        return shortName(revision.product())
                + (revision.product().hs().size() == 1 ? "" : " (HS " + revision.commodity() + ")");
    }

    /** From what to what an amount changed; by how much where the rounded figures would not show it. */
    private String changed(NetRevision revision) {
        Amount from = revision.from();
        Amount to = revision.to().orElseThrow();
        String percent = revision.changePct()
                .filter(change -> change.signum() != 0)
                .map(change -> " (" + Rounded.signedAndGrouped(change, 2) + "%)")
                .orElse("");
        if (from.netWeightKg().equals(to.netWeightKg())) {
            String before = worth(from);
            String after = worth(to);
            return before.equals(after) ? "slightly in value" : "in value from " + before + " to " + after;
        }
        String before = level(from);
        String after = level(to);
        return before.equals(after)
                ? "by "
                        + Rounded.signedTonnes(to.netWeightGrams().orElseThrow()
                                - from.netWeightGrams().orElseThrow()) + " mt to " + after
                : "from " + before + " to " + after + percent;
    }

    private static String level(Amount amount) {
        return amount.netWeightKg().isPresent() ? tonnes(amount) : "a net weight not known in full";
    }

    @Override
    public String revisedBefore(NavigableSet<YearMonth> months) {
        return "The figures of " + English.months(months)
                + " were revised after they were first published, and the cumulative figures with them.";
    }

    @Override
    public String rejected() {
        return "A customs file that concerns this month was rejected and does not count.";
    }

    @Override
    public String sample() {
        return "These figures are not customs data.";
    }

    @Override
    public String sampleHeading() {
        return "Sample data";
    }

    @Override
    public String eventsHeading() {
        return "Policy";
    }

    @Override
    public String notesHeading() {
        return "Missing and revised";
    }
}
