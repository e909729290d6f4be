package dev.customsfeed.publish.documents.article;

import dev.customsfeed.ledger.feed.Product;
import dev.customsfeed.publish.figures.report.MonthReport;
import dev.customsfeed.publish.figures.report.Note;
import dev.customsfeed.publish.figures.report.PartnerFigure;
import dev.customsfeed.publish.figures.report.ProductReport;
import dev.customsfeed.publish.figures.revision.NetRevision;
import dev.customsfeed.publish.figures.trade.Partner;
import dev.customsfeed.publish.figures.trade.WeightReason;
import dev.customsfeed.publish.words.language.Phrases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is missing or revised. */
final class NoteParagraphs {

    private final Told told;
    private final MonthReport report;
    private final Phrases phrases;
    private final List<NetRevision> revisions;

    /** @param revisions of the month, as readers see them */
    NoteParagraphs(Told told, List<NetRevision> revisions) {
        this.told = told;
        this.report = told.report();
        this.phrases = told.phrases();
        this.revisions = revisions;
    }

    /** What is missing or revised, for readers of articles; single figures of the report are explained by its notes. */
    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        List<Product> undeclared = productsWith(Note.Code.ABSENCE_UNDECLARED);
        if (!undeclared.isEmpty()) {
            paragraphs.add(phrases.remarks().notListed(undeclared));
        }
        // In the order of the products: those that lack weights for the same reasons are told together.
        Map<SortedSet<WeightReason>, List<Product>> weightless = new LinkedHashMap<>();
        (told.byValue() ? List.<ProductReport>of() : told.weightless()).forEach(product -> weightless
                .computeIfAbsent(product.unknownWeights(), any -> new ArrayList<>())
                .add(product.product()));
        weightless.forEach((why, products) -> paragraphs.add(phrases.remarks().weightless(products, why)));
        Set<String> named = new HashSet<>();
        report.products().stream()
                .flatMap(product -> product.suspicions().stream())
                .filter(suspicion -> !suspicion.suspect().isOfNameAlone()
                        || named.add(suspicion.suspect().file().object().key()))
                .map(suspicion -> phrases.remarks().suspected(suspicion, told.isOfOneProduct()))
                .forEach(paragraphs::add);
        SortedMap<String, Partner> unknown = new TreeMap<>();
        Stream.concat(
                        report.partners().stream(),
                        report.products().stream().flatMap(product -> product.partners().stream()))
                .map(PartnerFigure::partner)
                .filter(partner -> !partner.listed())
                .forEach(partner -> unknown.put(partner.id(), partner));
        if (!unknown.isEmpty()) {
            paragraphs.add(phrases.partners().unknownPartners(List.copyOf(unknown.values())));
        }
        report.notes().stream()
                .filter(note -> note.code() == Note.Code.PARTNERS_MISSING)
                .map(note -> phrases.partners().partnersMissing(note.months()))
                .forEach(paragraphs::add);
        revisions.forEach(revision -> paragraphs.add(phrases.remarks().revision(revision, told.isOfOneProduct())));
        report.notes().stream()
                .filter(note -> note.code() == Note.Code.REVISED)
                .map(note -> phrases.remarks().revisedBefore(note.months()))
                .forEach(paragraphs::add);
        if (report.notes().stream().anyMatch(note -> note.code() == Note.Code.UPLOAD_REJECTED)) {
            paragraphs.add(phrases.remarks().rejected());
        }
        return paragraphs;
    }

    private List<Product> productsWith(Note.Code code) {
        return report.products().stream()
                .filter(product -> product.notes().stream().anyMatch(note -> note.code() == code))
                .map(ProductReport::product)
                .toList();
    }
}
