package dev.customsfeed.ingest.answer;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.SourceRules;
import dev.customsfeed.ledger.UploadLogEntry.CustomsFile;
import dev.customsfeed.ledger.UploadLogEntry.Definition;
import dev.customsfeed.ledger.UploadLogEntry.Quotations;
import dev.customsfeed.ledger.feed.FeedDefinition;
import dev.customsfeed.ledger.tables.MonthsTable;
import dev.customsfeed.sources.quotation.QuotationFile;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Answers to uploads that are taken, written after they are committed: they say what is so then. */
public final class Answers {

    private final MonthsTable months;
    private final DefinitionsLog definitions;
    private final Map<String, SourceRules> sources;
    private final Function<ObjectVersion, Optional<byte[]>> before;

    /**
     * @param months where figures and upload logs are
     * @param sources the rules of all sources, by id
     * @param before gives the answer to a version that was taken before; empty if there is none
     */
    public Answers(
            MonthsTable months, Map<String, SourceRules> sources, Function<ObjectVersion, Optional<byte[]>> before) {
        this.months = months;
        this.definitions = new DefinitionsLog(months);
        this.sources = sources;
        this.before = before;
    }

    /** The answer to a customs file, as JSON in UTF-8. */
    public byte[] of(CustomsFile file, FileSummary summary) {
        SourceRules rules = Objects.requireNonNull(sources.get(summary.source()));
        UploadEffect effect = new UploadEffect(file, rules, months.uploads(file.log()), months);
        return FileAnswer.json(
                file,
                summary,
                Feeds.of(definitions.entries(), sources),
                effect,
                rules.flowInKey() ? SameOfOtherFlow.of(file, summary, months) : Optional.empty());
    }

    /**
     * The answer to a file of prices or rates, as JSON in UTF-8.
     *
     * @param said what {@code file} says
     */
    public byte[] of(Quotations file, QuotationFile said) {
        return new QuotationAnswer(file, said, Feeds.of(definitions.entries(), sources), months.uploads(file.log()))
                .json();
    }

    /**
     * The answer to a feed definition, as JSON in UTF-8.
     *
     * @param feed what {@code definition} says
     */
    public byte[] of(Definition definition, FeedDefinition feed) {
        return new DefinitionAnswer(definition, feed, months, sources, before).json();
    }
}
