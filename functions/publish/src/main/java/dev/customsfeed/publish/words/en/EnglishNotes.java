package dev.customsfeed.publish.words.en;

import dev.customsfeed.ledger.Flow;
import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.figures.report.NoteDetail.AbsenceUndeclared;
import dev.customsfeed.publish.figures.report.NoteDetail.Base;
import dev.customsfeed.publish.figures.report.NoteDetail.BaseZero;
import dev.customsfeed.publish.figures.report.NoteDetail.CommodityMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.ConcentrationUnknown;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesOfOtherScope;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesOfZero;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesOnZero;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesWeightless;
import dev.customsfeed.publish.figures.report.NoteDetail.EventInBasis;
import dev.customsfeed.publish.figures.report.NoteDetail.ExtremeZero;
import dev.customsfeed.publish.figures.report.NoteDetail.FewQuotations;
import dev.customsfeed.publish.figures.report.NoteDetail.GroupWithoutPartners;
import dev.customsfeed.publish.figures.report.NoteDetail.MonthsMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.MonthsOfOtherScope;
import dev.customsfeed.publish.figures.report.NoteDetail.NetWeightMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.NetWeightZero;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersBaseZero;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersLeftOut;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersWeightless;
import dev.customsfeed.publish.figures.report.NoteDetail.PriceMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.PriceNotComparable;
import dev.customsfeed.publish.figures.report.NoteDetail.ProductsUnknown;
import dev.customsfeed.publish.figures.report.NoteDetail.QuantityImputed;
import dev.customsfeed.publish.figures.report.NoteDetail.RateMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.RegionsBaseZero;
import dev.customsfeed.publish.figures.report.NoteDetail.ReportersMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.Revised;
import dev.customsfeed.publish.figures.report.NoteDetail.RevisedBefore;
import dev.customsfeed.publish.figures.report.NoteDetail.Sample;
import dev.customsfeed.publish.figures.report.NoteDetail.ScopePartial;
import dev.customsfeed.publish.figures.report.NoteDetail.ScopesDiffer;
import dev.customsfeed.publish.figures.report.NoteDetail.Suspected;
import dev.customsfeed.publish.figures.report.NoteDetail.TotalUnknown;
import dev.customsfeed.publish.figures.report.NoteDetail.UnknownPartners;
import dev.customsfeed.publish.figures.report.NoteDetail.UploadRejected;
import dev.customsfeed.publish.figures.report.NoteDetail.ValueBaseZero;
import dev.customsfeed.publish.figures.report.NoteDetail.ValuesInclude;
import dev.customsfeed.publish.figures.report.NoteDetail.WeightEstimated;
import dev.customsfeed.publish.figures.revision.Revision;
import dev.customsfeed.publish.figures.trade.Amount;
import dev.customsfeed.publish.figures.trade.Cycle;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.Span;
import dev.customsfeed.publish.words.language.NoteSentences;
import dev.customsfeed.publish.words.language.Subjects;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What notes say in English. */
final class EnglishNotes extends NoteSentences {

    /** What figures are called, by how a subject ends. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("month", "Net weight of the month"),
            Map.entry("momPct", "MoM"),
            Map.entry("yoyPct", "YoY"),
            Map.entry("valueMomPct", "MoM of the value"),
            Map.entry("valueYoyPct", "YoY of the value"),
            Map.entry("ytd.valueYoyPct", "Cumulative YoY of the value"),
            Map.entry("ytd", "Cumulative figures"),
            Map.entry("ytd.yoyPct", "Cumulative YoY"),
            Map.entry("halfYears", "Half-year figures and changes"),
            Map.entry("quarters", "Quarterly figures and changes"),
            Map.entry("peak", "Twelve-month peak and trough"),
            Map.entry("trough", "Twelve-month peak and trough"),
            Map.entry("peak.changeSincePct", "Change since the peak"),
            Map.entry("trough.changeSincePct", "Change since the trough"));

    @Override
    public String commodityMissing(Note note, CommodityMissing detail) {
        return "No file has " + English.month(detail.month()) + ": the figures of " + detail.commodity()
                + " are not known. Upload the customs file of that month.";
    }

    @Override
    public String absenceUndeclared(Note note, AbsenceUndeclared detail) {
        return "The files of " + English.month(detail.month())
                + (detail.reporters().isEmpty()
                        ? " do not list " + detail.commodity() + " and do not declare"
                        : " have other trade of " + English.reporters(detail.reporters()) + ", but neither list "
                                + detail.commodity() + " nor declare")
                + " that they were asked for it, so its figures are not known. If there was no trade, "
                + "upload the file under a path that declares what it was asked for, e.g. "
                + declaration(detail.commodity());
    }

    @Override
    public String monthsMissing(Note note, MonthsMissing detail) {
        return unavailable(note, "figures for " + English.months(detail.months()) + " are missing");
    }

    @Override
    public String cyclesMissing(Note note, CyclesMissing detail) {
        return label(note) + " not available where they need " + English.months(detail.months())
                + ": these figures are missing.";
    }

    @Override
    public String monthsOfOtherScope(Note note, MonthsOfOtherScope detail) {
        return unavailable(note, "the figures for " + English.months(detail.months()) + " are of another scope");
    }

    @Override
    public String cyclesOfOtherScope(Note note, CyclesOfOtherScope detail) {
        return label(note) + " not available where they need " + English.months(detail.months())
                + ": these figures are of another scope.";
    }

    @Override
    public String scopesDiffer(Note note, ScopesDiffer detail) {
        return (note.isOfTotal()
                        ? "The total is not available: its products are not of one scope, for "
                        : "The product is not available: its commodities are not of one scope, for ")
                + "files of some of them were limited to a part of the trade.";
    }

    @Override
    public String groupWithoutPartners(Note note, GroupWithoutPartners detail) {
        return (note.isOfTotal() ? "The total" : "The product")
                + " is not available: files of some members do not tell partners or are of another scope, so that"
                + " trade among members cannot be told apart.";
    }

    @Override
    public String scopePartial(Note note, ScopePartial detail) {
        Flow flow = detail.flow().flow();
        return (note.isOfTotal() ? "The total is that of " : "The figures are those of ") + English.flows(flow) + " "
                + English.limited(detail.part(), flow, detail.codes()) + " alone: no file has the whole of "
                + English.month(detail.month())
                + ". Shares of partners, regions and concentration are not available.";
    }

    @Override
    public String reportersMissing(Note note, ReportersMissing detail) {
        return English.capital(English.reporters(detail.missing()))
                + (detail.missing().size() == 1 ? " has" : " have")
                + " not reported " + English.month(detail.month()) + ": the figures are the sum of the "
                + detail.reported() + (detail.reported() == 1 ? " member that has." : " members that have.")
                + " If there was nothing to report, say so in the path of the file: "
                + declaration(detail.missing());
    }

    @Override
    public String weightEstimated(Note note, WeightEstimated detail) {
        return "The source estimated " + detail.percent().stripTrailingZeros().toPlainString()
                + "% of the net weight of the month" + (note.isOfTotal() ? " in the total." : ".");
    }

    @Override
    public String valuesInclude(Note note, ValuesInclude detail) {
        return English.valuation(detail.valuations()) + ".";
    }

    @Override
    public String partnersMissing(Note note, PartnersMissing detail) {
        return "Figures by partner and region are not available where they need " + English.months(detail.months())
                + ": the files of those months do not tell partners.";
    }

    @Override
    public String concentrationUnknown(Note note, ConcentrationUnknown detail) {
        return "Concentration not available: the files do not tell partners.";
    }

    @Override
    public String productsUnknown(Note note, ProductsUnknown detail) {
        return "The total is not available: no figures for "
                + English.listed(detail.products().stream()
                        .map(product -> product.name().in("en"))
                        .toList())
                + ".";
    }

    @Override
    public String totalUnknown(Note note, TotalUnknown detail) {
        return "Share not available: the total is not known.";
    }

    @Override
    public String baseZero(Note note, BaseZero detail) {
        return unavailable(note, zero(detail.base()));
    }

    @Override
    public String valueBaseZero(Note note, ValueBaseZero detail) {
        Base base = detail.base();
        return unavailable(
                note, (base.traded() ? "the value was zero in " : "no trade in ") + English.months(base.months()));
    }

    @Override
    public String partnersBaseZero(Note note, PartnersBaseZero detail) {
        return label(note) + " not available for " + partners(detail.partners()) + ": " + zero(detail.base()) + ".";
    }

    @Override
    public String regionsBaseZero(Note note, RegionsBaseZero detail) {
        return label(note) + " not available for "
                + English.listed(detail.regions().stream().map(English::region).toList()) + ": "
                + zero(detail.base()) + ".";
    }

    @Override
    public String cyclesOnZero(Note note, CyclesOnZero detail) {
        return English.capital(English.unit(detail.cycle())) + " changes not available on "
                + cycles(detail.cycle(), detail.bases()) + ": the net weight was zero.";
    }

    @Override
    public String extremeZero(Note note, ExtremeZero detail) {
        return unavailable(note, English.month(detail.extreme()) + " was zero");
    }

    @Override
    public String netWeightMissing(Note note, NetWeightMissing detail) {
        return unavailable(note, English.weightReasons(detail.weightReasons()));
    }

    @Override
    public String partnersWeightless(Note note, PartnersWeightless detail) {
        return "Net weight not available for " + partners(detail.partners()) + ": "
                + English.weightReasons(detail.weightReasons()) + ".";
    }

    @Override
    public String cyclesWeightless(Note note, CyclesWeightless detail) {
        return label(note) + " not available where they need " + cycles(detail.cycle(), detail.spans()) + ": "
                + English.weightReasons(detail.weightReasons()) + ".";
    }

    @Override
    public String netWeightZero(Note note, NetWeightZero detail) {
        return "Unit value, shares and concentration not available: the net weight of " + English.month(detail.month())
                + " is zero.";
    }

    @Override
    public String cyclesOfZero(Note note, CyclesOfZero detail) {
        return "Unit value not available for " + cycles(detail.cycle(), detail.spans()) + ": the net weight is zero.";
    }

    @Override
    public String quantityImputed(Note note, QuantityImputed detail) {
        return "Unit values that need " + English.months(detail.months())
                + " are not available: the source made up quantities from values, for partners have one and the same unit value.";
    }

    @Override
    public String unknownPartners(Note note, UnknownPartners detail) {
        return "The code list does not name these partner codes, whose trade counts in the total and in no region: "
                + English.listed(detail.partners().stream().map(English::code).toList()) + ".";
    }

    @Override
    public String partnersLeftOut(Note note, PartnersLeftOut detail) {
        String who =
                switch (detail.kind()) {
                    case CONFIDENTIAL -> "partners that customs keeps secret";
                    case STORES -> "what went to no country, such as stores of ships and aircraft";
                    default -> "partners that customs does not name";
                };
        return "The concentration leaves out " + who + ": "
                + English.listed(detail.partners().stream()
                        .map(partner -> partner.name().in("en"))
                        .toList())
                + ".";
    }

    @Override
    public String revised(Note note, Revised detail) {
        Revision revision = detail.revision();
        String what = revision.commodity()
                + revision.reporter()
                        .map(reporter -> " of " + English.reporter(reporter))
                        .orElse("");
        String key = revision.by().object().key();
        String day = English.day(revision.at().atZone(ZoneOffset.UTC).toLocalDate());
        String happened =
                switch (revision.kind()) {
                    case REVISED -> " was revised by " + key + " on " + day + ": ";
                    case RESTORED -> " came again on " + day + " with " + key + ": ";
                    case WITHDRAWN -> " was withdrawn on " + day + " with the file in " + key + ": ";
                };
        return what + happened + change(revision, detail.currency());
    }

    @Override
    public String revisedBefore(Note note, RevisedBefore detail) {
        return "Earlier months of the year were revised after they first arrived, and the cumulative figures with them: "
                + English.months(detail.months()) + ".";
    }

    @Override
    public String suspected(Note note, Suspected detail) {
        return EnglishSuspicions.of(detail);
    }

    @Override
    public String uploadRejected(Note note, UploadRejected detail) {
        return detail.key() + " was rejected (" + detail.reason() + "). "
                + (detail.another() ? "The version before it goes on counting." : "Nothing of it counts.");
    }

    @Override
    public String priceMissing(Note note, PriceMissing detail) {
        return "No file has the price " + detail.id() + " of " + English.month(detail.month())
                + ". It is uploaded under incoming/price/id=" + detail.id()
                + "/, with currency=, unit= and tax= in the path.";
    }

    @Override
    public String rateMissing(Note note, RateMissing detail) {
        return "No file has an exchange rate of " + English.month(detail.month())
                + " for the price. It is uploaded under incoming/rate/pair=" + detail.pair() + "/.";
    }

    @Override
    public String fewQuotations(Note note, FewQuotations detail) {
        return "The files with " + detail.declaration() + " in their path have " + detail.there() + " quotation"
                + (detail.there() == 1 ? "" : "s") + " of " + English.month(detail.month()) + "; a mean takes "
                + detail.needed() + ", as often as they are quoted.";
    }

    @Override
    public String priceNotComparable(Note note, PriceNotComparable detail) {
        return "The unit value of " + English.month(detail.month()) + " is not compared with the price " + detail.id()
                + ": "
                + switch (detail.cause()) {
                    case WITHOUT_WEIGHT -> "there is none.";
                    case QUANTITY_IMPUTED -> "the source made up quantities of the month.";
                    case OTHER_MAGNITUDE ->
                        "one is ten times the other or more, so that the unit or the currency in the path of the price,"
                                + " or the exchange rate, must be wrong.";
                };
    }

    @Override
    public String eventInBasis(Note note, EventInBasis detail) {
        String name = detail.event().name().in("en").strip();
        return "The outlook is the mean of three months that lie around an event: "
                + (name.endsWith(".") ? name : name + ".");
    }

    @Override
    public String sample(Note note, Sample detail) {
        return "The figures are made of sample data; they are not customs data.";
    }

    private static String change(Revision revision, String currency) {
        if (revision.from().isEmpty()) {
            return amount(revision.to().orElseThrow(), currency) + ".";
        }
        Amount from = revision.from().get();
        if (revision.to().isEmpty()) {
            return amount(from, currency) + " no longer counts.";
        }
        Amount to = revision.to().get();
        if (from.isShownAs(to) && !from.equals(to)) {
            return "the change is smaller than what is shown.";
        }
        return from.equals(to)
                ? switch (revision.change()) {
                    case SCOPE -> "the total stayed, which part of the trade it is of changed.";
                    case ESTIMATE -> "the total stayed, how much of it is estimated changed.";
                    case AMOUNT, SPLIT -> "the total stayed, its split over partners changed.";
                }
                : "from " + amount(from, currency) + " to " + amount(to, currency) + ".";
    }

    /** An amount to the kilogram and the unit of the currency. */
    static String amount(Amount amount, String currency) {
        String weight = amount.netWeightKg().isPresent()
                ? String.format(Locale.ROOT, "%,d kg", amount.netWeightKg().getAsLong())
                : "a net weight not known";
        return weight + String.format(Locale.ROOT, " / %,d %s", amount.value().orElseThrow(), currency);
    }

    private static String unavailable(Note note, String why) {
        return label(note) + " not available: " + why + ".";
    }

    /** What the figure is called that {@code note} is about. */
    private static String label(Note note) {
        String figure = Subjects.label(note, LABELS);
        return note.isOfTotal() ? figure + " of the total" : figure;
    }

    private static String partners(List<Partner> partners) {
        return English.listed(partners.stream().map(English::partner).toList());
    }

    private static String cycles(Cycle cycle, List<Span> spans) {
        return English.listed(
                spans.stream().map(span -> English.cycle(cycle, span)).toList());
    }

    private static String zero(Base base) {
        return (base.traded() ? "the net weight was zero in " : "no trade in ") + English.months(base.months());
    }
}
