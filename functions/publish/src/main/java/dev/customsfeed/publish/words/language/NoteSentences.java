package dev.customsfeed.publish.words.language;

import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.figures.report.NoteDetail;
import dev.customsfeed.publish.figures.report.NoteDetail.AbsenceUndeclared;
import dev.customsfeed.publish.figures.report.NoteDetail.BaseZero;
import dev.customsfeed.publish.figures.report.NoteDetail.CommodityMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.ConcentrationUnknown;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesOfOtherScope;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesOfZero;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesOnZero;
import dev.customsfeed.publish.figures.report.NoteDetail.CyclesWeightless;
import dev.customsfeed.publish.figures.report.NoteDetail.ExtremeZero;
import dev.customsfeed.publish.figures.report.NoteDetail.GroupWithoutPartners;
import dev.customsfeed.publish.figures.report.NoteDetail.MonthsMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.MonthsOfOtherScope;
import dev.customsfeed.publish.figures.report.NoteDetail.NetWeightMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.NetWeightZero;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersBaseZero;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersLeftOut;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersMissing;
import dev.customsfeed.publish.figures.report.NoteDetail.PartnersWeightless;
import dev.customsfeed.publish.figures.report.NoteDetail.ProductsUnknown;
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
import java.util.SortedSet;

/** The sentences of one language on notes: each names the figure that it is about. A language that lacks one does not compile. */
public abstract class NoteSentences {

    /** What {@code note} says, as one or more whole sentences. */
    public final String of(Note note) {
        NoteDetail detail = note.detail();
        if (detail instanceof CommodityMissing found) {
            return commodityMissing(found);
        }
        if (detail instanceof AbsenceUndeclared found) {
            return absenceUndeclared(found);
        }
        if (detail instanceof MonthsMissing found) {
            return monthsMissing(note, found);
        }
        if (detail instanceof CyclesMissing found) {
            return cyclesMissing(note, found);
        }
        if (detail instanceof MonthsOfOtherScope found) {
            return monthsOfOtherScope(note, found);
        }
        if (detail instanceof CyclesOfOtherScope found) {
            return cyclesOfOtherScope(note, found);
        }
        if (detail instanceof ScopesDiffer) {
            return scopesDiffer(note);
        }
        if (detail instanceof GroupWithoutPartners) {
            return groupWithoutPartners(note);
        }
        if (detail instanceof ScopePartial found) {
            return scopePartial(note, found);
        }
        if (detail instanceof ReportersMissing found) {
            return reportersMissing(found);
        }
        if (detail instanceof WeightEstimated found) {
            return weightEstimated(note, found);
        }
        if (detail instanceof ValuesInclude found) {
            return valuesInclude(found);
        }
        if (detail instanceof PartnersMissing found) {
            return partnersMissing(found);
        }
        if (detail instanceof ConcentrationUnknown) {
            return concentrationUnknown();
        }
        if (detail instanceof ProductsUnknown found) {
            return productsUnknown(found);
        }
        if (detail instanceof TotalUnknown) {
            return totalUnknown();
        }
        if (detail instanceof BaseZero found) {
            return baseZero(note, found);
        }
        if (detail instanceof ValueBaseZero found) {
            return valueBaseZero(note, found);
        }
        if (detail instanceof PartnersBaseZero found) {
            return partnersBaseZero(note, found);
        }
        if (detail instanceof RegionsBaseZero found) {
            return regionsBaseZero(note, found);
        }
        if (detail instanceof CyclesOnZero found) {
            return cyclesOnZero(found);
        }
        if (detail instanceof ExtremeZero found) {
            return extremeZero(note, found);
        }
        if (detail instanceof NetWeightMissing found) {
            return netWeightMissing(note, found);
        }
        if (detail instanceof PartnersWeightless found) {
            return partnersWeightless(found);
        }
        if (detail instanceof CyclesWeightless found) {
            return cyclesWeightless(note, found);
        }
        if (detail instanceof NetWeightZero found) {
            return netWeightZero(found);
        }
        if (detail instanceof CyclesOfZero found) {
            return cyclesOfZero(found);
        }
        if (detail instanceof UnknownPartners found) {
            return unknownPartners(found);
        }
        if (detail instanceof PartnersLeftOut found) {
            return partnersLeftOut(found);
        }
        if (detail instanceof Revised found) {
            return revised(found);
        }
        if (detail instanceof RevisedBefore found) {
            return revisedBefore(found);
        }
        if (detail instanceof Suspected found) {
            return suspected(found);
        }
        if (detail instanceof UploadRejected found) {
            return uploadRejected(found);
        }
        if (detail instanceof Sample) {
            return sample();
        }
        throw new IllegalStateException("found a note without a sentence: " + detail.getClass());
    }

    /** See {@link CommodityMissing}. */
    protected abstract String commodityMissing(CommodityMissing detail);

    /** See {@link AbsenceUndeclared}. */
    protected abstract String absenceUndeclared(AbsenceUndeclared detail);

    /** See {@link MonthsMissing}. */
    protected abstract String monthsMissing(Note note, MonthsMissing detail);

    /** See {@link CyclesMissing}. */
    protected abstract String cyclesMissing(Note note, CyclesMissing detail);

    /** See {@link MonthsOfOtherScope}. */
    protected abstract String monthsOfOtherScope(Note note, MonthsOfOtherScope detail);

    /** See {@link CyclesOfOtherScope}. */
    protected abstract String cyclesOfOtherScope(Note note, CyclesOfOtherScope detail);

    /** See {@link ScopesDiffer}. */
    protected abstract String scopesDiffer(Note note);

    /** See {@link GroupWithoutPartners}. */
    protected abstract String groupWithoutPartners(Note note);

    /** See {@link ScopePartial}. */
    protected abstract String scopePartial(Note note, ScopePartial detail);

    /** See {@link ReportersMissing}. */
    protected abstract String reportersMissing(ReportersMissing detail);

    /** See {@link WeightEstimated}. */
    protected abstract String weightEstimated(Note note, WeightEstimated detail);

    /** See {@link ValuesInclude}. */
    protected abstract String valuesInclude(ValuesInclude detail);

    /** See {@link PartnersMissing}. */
    protected abstract String partnersMissing(PartnersMissing detail);

    /** See {@link ConcentrationUnknown}. */
    protected abstract String concentrationUnknown();

    /** See {@link ProductsUnknown}. */
    protected abstract String productsUnknown(ProductsUnknown detail);

    /** See {@link TotalUnknown}. */
    protected abstract String totalUnknown();

    /** See {@link BaseZero}. */
    protected abstract String baseZero(Note note, BaseZero detail);

    /** See {@link ValueBaseZero}. */
    protected abstract String valueBaseZero(Note note, ValueBaseZero detail);

    /** See {@link PartnersBaseZero}. */
    protected abstract String partnersBaseZero(Note note, PartnersBaseZero detail);

    /** See {@link RegionsBaseZero}. */
    protected abstract String regionsBaseZero(Note note, RegionsBaseZero detail);

    /** See {@link CyclesOnZero}. */
    protected abstract String cyclesOnZero(CyclesOnZero detail);

    /** See {@link ExtremeZero}. */
    protected abstract String extremeZero(Note note, ExtremeZero detail);

    /** See {@link NetWeightMissing}. */
    protected abstract String netWeightMissing(Note note, NetWeightMissing detail);

    /** See {@link PartnersWeightless}. */
    protected abstract String partnersWeightless(PartnersWeightless detail);

    /** See {@link CyclesWeightless}. */
    protected abstract String cyclesWeightless(Note note, CyclesWeightless detail);

    /** See {@link NetWeightZero}. */
    protected abstract String netWeightZero(NetWeightZero detail);

    /** See {@link CyclesOfZero}. */
    protected abstract String cyclesOfZero(CyclesOfZero detail);

    /** See {@link UnknownPartners}. */
    protected abstract String unknownPartners(UnknownPartners detail);

    /** See {@link PartnersLeftOut}. */
    protected abstract String partnersLeftOut(PartnersLeftOut detail);

    /** See {@link Revised}. */
    protected abstract String revised(Revised detail);

    /** See {@link RevisedBefore}. */
    protected abstract String revisedBefore(RevisedBefore detail);

    /** See {@link Suspected}. */
    protected abstract String suspected(Suspected detail);

    /** See {@link UploadRejected}. */
    protected abstract String uploadRejected(UploadRejected detail);

    /** See {@link Sample}. */
    protected abstract String sample();

    /** What the path of a file would declare to have been asked for {@code commodity}, by its heading. */
    protected static String declaration(String commodity) {
        return "hs=" + commodity.substring(0, Math.min(4, commodity.length())) + "/";
    }

    /** What the path of a file would declare to hold the trade of {@code reporters}, without any. */
    protected static String declaration(SortedSet<String> reporters) {
        return "reporters=" + String.join("+", reporters) + "/";
    }
}
