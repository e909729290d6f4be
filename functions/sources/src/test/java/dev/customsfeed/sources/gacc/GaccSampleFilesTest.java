package dev.customsfeed.sources.gacc;

import dev.customsfeed.ledger.CustomsRecord;
import dev.customsfeed.ledger.FileContents;
import dev.customsfeed.ledger.Totals;
import dev.customsfeed.sources.SampleFiles;
import dev.customsfeed.sources.check.CheckedFile;
import dev.customsfeed.sources.rejection.Problem;
import java.util.ArrayList;
import java.util.List;

/** Its expectations say less of what all its files have alike, and more of partners and weights. */
class GaccSampleFilesTest extends SampleFiles {

    GaccSampleFilesTest() {
        super("gacc");
    }

    @Override
    protected String told(Problem problem) {
        return problem.toString();
    }

    @Override
    protected List<String> told(CheckedFile file) {
        List<String> told = new ArrayList<>();
        FileContents contents = file.contents("sha256");
        told.add(file.layout() + ", " + file.encoding() + ", FileContents[currency=" + contents.currency()
                + ", periods=" + contents.periods() + ", askedFor=" + contents.answersFor() + ", rows="
                + contents.rows() + ", sha256=" + contents.sha256() + "]");
        Totals totals = file.totals();
        told.add("Totals[rows=" + totals.rows() + ", reportedNetWeightKg=" + decimal(totals.reportedNetWeightGrams())
                + ", rowsWithoutNetWeight=" + totals.rowsWithoutNetWeight() + ", value="
                + decimal(totals.valueThousandths()) + "]");
        file.warnings().forEach(warning -> told.add("warning: " + warning));
        file.excluded().forEach((reason, rows) -> told.add("excluded: " + rows + " " + reason));
        contents.partnerNames().forEach((code, name) -> told.add("partner " + code + ": " + name));
        contents.unknownWeights().forEach(unknown -> told.add(unknown.toString()));
        return told;
    }

    @Override
    protected String told(CustomsRecord row) {
        return of(row) + " regime " + row.dimensions().getOrDefault(CustomsRecord.REGIME, "-") + " province "
                + row.dimensions().getOrDefault(CustomsRecord.PROVINCE, "-") + ", " + figures(row) + ", value "
                + decimal(row.valueThousandths());
    }
}
