package dev.customsfeed.verify.comparison;

import dev.customsfeed.verify.model.Certificate;
import dev.customsfeed.verify.model.CertificateUse;
import dev.customsfeed.verify.model.ControlledCode;
import dev.customsfeed.verify.model.Declaration;
import dev.customsfeed.verify.model.DeclarationItem;
import dev.customsfeed.verify.model.ListedParty;
import dev.customsfeed.verify.model.Refund;
import dev.customsfeed.verify.model.RefundRate;
import dev.customsfeed.verify.model.Row;
import dev.customsfeed.verify.rules.AsOf;
import dev.customsfeed.verify.rules.Balance;
import dev.customsfeed.verify.rules.CertificateCase;
import dev.customsfeed.verify.rules.Finding;
import dev.customsfeed.verify.rules.ItemCase;
import dev.customsfeed.verify.rules.ItemRules;
import dev.customsfeed.verify.rules.OtherRules;
import dev.customsfeed.verify.rules.Verdict;
import dev.customsfeed.verify.screening.Screening;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.NullUnmarked;

/**
 * Compares shard after shard. What has to be compared again because of it, since a file that changed says something about rows of other
 * shards, it tells by the way.
 */
public final class Comparison {

    private final RowStore store;
    private final Standing standing;
    private final Set<String> changed;
    private final AsOf asOf;
    private final ItemRules rules;
    private final Screening screening;
    private final BitSet touchedItems = new BitSet(Shards.COUNT);
    private final BitSet touchedLots = new BitSet(Shards.COUNT);

    /**
     * @param store has all rows
     * @param standing the files that stand
     * @param changed ids of the files that stand and did not before, or did and do not any more
     */
    public Comparison(RowStore store, Standing standing, Set<String> changed) {
        this.store = store;
        this.standing = standing;
        this.changed = Set.copyOf(changed);
        this.asOf = standing.asOf();
        List<RefundRate> rates = new ArrayList<>();
        List<ListedParty> parties = new ArrayList<>();
        List<ControlledCode> controls = new ArrayList<>();
        List<StoredRows> lists = store.read(Shards.LISTS).stream()
                .sorted(Comparator.comparingInt((StoredRows rows) -> -standing.rank(rows.file()))
                        .thenComparingInt(StoredRows::chunk))
                .toList();
        each(lists, (row, file) -> {
            if (row instanceof RefundRate rate) {
                rates.add(rate);
            } else if (row instanceof ListedParty party) {
                parties.add(party);
            } else if (row instanceof ControlledCode control) {
                controls.add(control);
            }
        });
        Map<String, String> days = new HashMap<>();
        standing.files().forEach(file -> days.put(file.key(), file.day().toString()));
        this.rules = new ItemRules(asOf, rates);
        this.screening = new Screening(parties, controls, days);
    }

    /** The shards of items that have to be compared again because of what was compared since. */
    public BitSet touchedItems() {
        return (BitSet) touchedItems.clone();
    }

    /** The shards of lots that have to be compared again because of what was compared since. */
    public BitSet touchedLots() {
        return (BitSet) touchedLots.clone();
    }

    /** Gives the rows of the files that stand. */
    private void each(List<StoredRows> stored, BiConsumer<Row, StoredRows> sink) {
        for (StoredRows rows : stored) {
            if (standing.rank(rows.file()) >= 0) {
                RowCodec.read(rows.rows(), standing.known(rows.file()).orElseThrow(), row -> sink.accept(row, rows));
            }
        }
    }

    /** Gives the rows of the files that changed, whether they stand or not. */
    private void eachChanged(List<StoredRows> stored, BiConsumer<Row, StoredRows> sink) {
        for (StoredRows rows : stored) {
            if (changed.contains(rows.file())) {
                standing.known(rows.file())
                        .ifPresent(file -> RowCodec.read(rows.rows(), file, row -> sink.accept(row, rows)));
            }
        }
    }

    private Map<String, CertificateGroup> groups(Set<String> numbers) {
        Map<String, CertificateGroup> groups = new HashMap<>();
        Map<String, List<StoredRows>> stored =
                store.readAll(numbers.stream().map(Shards::certificate).toList());
        for (String number : numbers) {
            groups.put(
                    number, CertificateGroup.of(stored.getOrDefault(Shards.certificate(number), List.of()), standing));
        }
        return groups;
    }

    /** What counts of one item while its rows are gathered. */
    @NullUnmarked // Gathered piece by piece: a piece is there where its line is.
    private static final class Gathered {
        private int declaredBy = -1;
        private Declaration declaration;
        private int refundedBy = -1;
        private final List<Refund> refunds = new ArrayList<>();
        private final List<CertificateCase> certificates = new ArrayList<>();

        private void declared(Declaration row, int rank) {
            if (rank > declaredBy) {
                declaredBy = rank;
                declaration = row;
            }
        }

        private void refunded(Refund row, int rank) {
            if (rank > refundedBy) {
                refundedBy = rank;
                refunds.clear();
            }
            if (rank == refundedBy) {
                refunds.add(row);
            }
        }

        private ItemCase build(DeclarationItem item) {
            return new ItemCase(
                    item,
                    Optional.ofNullable(declaration),
                    refunds.stream()
                            .sorted(Comparator.comparing(Refund::on)
                                    .thenComparing(refund -> refund.at().line()))
                            .toList(),
                    certificates.stream()
                            .sorted(Comparator.comparing((CertificateCase one) ->
                                            one.certificate().issuedOn())
                                    .thenComparing(one -> one.certificate().number()))
                            .toList());
        }
    }

    /** Compares the declaration items of a shard. */
    public Part items(int shard) {
        List<StoredRows> stored = store.read(Shards.items(shard));
        SortedMap<DeclarationItem, Gathered> items = new TreeMap<>();
        Set<String> numbers = new HashSet<>();
        each(stored, (row, rows) -> {
            int rank = standing.rank(rows.file());
            if (row instanceof Declaration declaration) {
                items.computeIfAbsent(declaration.item(), item -> new Gathered())
                        .declared(declaration, rank);
            } else if (row instanceof Refund refund) {
                items.computeIfAbsent(refund.item(), item -> new Gathered()).refunded(refund, rank);
            } else if (row instanceof Certificate certificate) {
                numbers.add(certificate.number());
            }
        });
        Set<String> changedNumbers = new HashSet<>();
        touchLots(stored, changedNumbers);
        Set<String> all = new HashSet<>(numbers);
        all.addAll(changedNumbers);
        Map<String, CertificateGroup> groups = groups(all);
        changedNumbers.forEach(number -> touchItems(Objects.requireNonNull(groups.get(number))));
        return compare(shard, items, numbers, groups);
    }

    /** An item that a changed file has may count otherwise, so that all lots that any file puts it in may. */
    private void touchLots(List<StoredRows> stored, Set<String> changedNumbers) {
        Set<DeclarationItem> changedItems = new HashSet<>();
        eachChanged(stored, (row, rows) -> {
            if (row instanceof Declaration declaration) {
                changedItems.add(declaration.item());
                touchedLots.set(Shards.ofLot(declaration.lot()));
            } else if (row instanceof Certificate certificate) {
                changedNumbers.add(certificate.number());
            }
        });
        if (!changedItems.isEmpty()) {
            each(stored, (row, rows) -> {
                if (row instanceof Declaration declaration && changedItems.contains(declaration.item())) {
                    touchedLots.set(Shards.ofLot(declaration.lot()));
                }
            });
        }
    }

    private void touchItems(CertificateGroup group) {
        group.items().forEach(item -> touchedItems.set(Shards.ofItem(item)));
    }

    private Part compare(
            int shard,
            SortedMap<DeclarationItem, Gathered> items,
            Set<String> numbers,
            Map<String, CertificateGroup> groups) {
        List<Finding> findings = new ArrayList<>();
        List<Balance> balances = new ArrayList<>();
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        SortedMap<String, DeclarationItem> certificateItems = new TreeMap<>();
        Map<Clock, SortedSet<LocalDate>> days = new EnumMap<>(Clock.class);
        for (String number : numbers) {
            CertificateGroup group = Objects.requireNonNull(groups.get(number));
            Certificate first = group.contents().get(0);
            if (Shards.ofItem(first.item()) != shard) {
                continue;
            }
            certificateItems.put(number, first.item());
            if (group.contents().size() > 1) {
                findings.add(OtherRules.repeated(group.contents()));
                verdicts.put(number, Verdict.DIFFERENT);
            } else {
                items.computeIfAbsent(first.item(), item -> new Gathered())
                        .certificates
                        .add(new CertificateCase(first, group.uses()));
            }
        }
        items.forEach((item, gathered) -> {
            ItemCase each = gathered.build(item);
            ItemRules.Outcome outcome = rules.of(each);
            findings.addAll(outcome.findings());
            outcome.balance().ifPresent(balances::add);
            verdicts.putAll(outcome.verdicts());
            each.declaration().ifPresent(declaration -> findings.addAll(screening.of(declaration)));
            changesOn(each, days);
        });
        return new Part(Shards.items(shard), findings, balances, verdicts, certificateItems, days);
    }

    private void changesOn(ItemCase item, Map<Clock, SortedSet<LocalDate>> days) {
        for (CertificateCase each : item.certificates()) {
            if (each.uses().isEmpty() && each.certificate().valid()) {
                add(days, Clock.NEWEST, each.certificate().issuedOn().plusDays(ItemRules.UNUSED_DAYS));
            }
        }
        boolean named = !item.certificates().isEmpty() || !item.refunds().isEmpty();
        if (item.declaration().isEmpty() && named) {
            add(days, Clock.NEWEST, asOf.expires(item.item().declaration()));
            item.certificates()
                    .forEach(each ->
                            add(days, Clock.DECLARATIONS, each.certificate().issuedOn()));
            item.refunds().stream()
                    .map(Refund::on)
                    .min(Comparator.naturalOrder())
                    .ifPresent(day -> add(days, Clock.DECLARATIONS, day));
        }
    }

    private static void add(Map<Clock, SortedSet<LocalDate>> days, Clock clock, LocalDate day) {
        days.computeIfAbsent(clock, key -> new TreeSet<>()).add(day);
    }

    /** Compares the uses of a shard's certificates with those certificates. */
    public Part uses(int shard) {
        List<StoredRows> stored = store.read(Shards.uses(shard));
        Set<String> numbers = new TreeSet<>();
        each(stored, (row, rows) -> numbers.add(((CertificateUse) row).certificate()));
        Set<String> changedNumbers = new HashSet<>();
        eachChanged(stored, (row, rows) -> changedNumbers.add(((CertificateUse) row).certificate()));
        Set<String> all = new HashSet<>(numbers);
        all.addAll(changedNumbers);
        Map<String, CertificateGroup> groups = groups(all);
        changedNumbers.forEach(number -> touchItems(Objects.requireNonNull(groups.get(number))));
        List<Finding> findings = new ArrayList<>();
        Map<Clock, SortedSet<LocalDate>> days = new EnumMap<>(Clock.class);
        for (String number : numbers) {
            CertificateGroup group = Objects.requireNonNull(groups.get(number));
            if (group.contents().isEmpty()) {
                findings.addAll(OtherRules.withoutCertificate(group.uses(), asOf));
                group.uses().forEach(use -> add(days, Clock.CERTIFICATES, use.usedOn()));
            }
        }
        return new Part(Shards.uses(shard), findings, List.of(), new TreeMap<>(), new TreeMap<>(), days);
    }

    /** Compares the lots of a shard with each other. */
    public Part lots(int shard) {
        Map<String, Map<DeclarationItem, Declaration>> lots = new LinkedHashMap<>();
        each(store.read(Shards.lots(shard)), (row, rows) -> {
            Declaration declaration = (Declaration) row;
            lots.computeIfAbsent(declaration.lot(), lot -> new TreeMap<>()).put(declaration.item(), declaration);
        });
        lots.values().removeIf(lot -> OtherRules.declaredTwice(List.copyOf(lot.values()))
                .isEmpty());
        List<Finding> findings = new ArrayList<>();
        Map<DeclarationItem, Declaration> standingNow = declared(lots.values().stream()
                .flatMap(lot -> lot.keySet().stream())
                .collect(TreeSet::new, Set::add, Set::addAll));
        lots.forEach((lot, members) -> {
            List<Declaration> counting = members.keySet().stream()
                    .map(standingNow::get)
                    .filter(declaration ->
                            !declaration.cancelled() && declaration.lot().equals(lot))
                    .toList();
            OtherRules.declaredTwice(counting).ifPresent(findings::add);
        });
        return new Part(Shards.lots(shard), findings, List.of(), new TreeMap<>(), new TreeMap<>(), Map.of());
    }

    /** The declarations of items as the newest files that have them say them. */
    private Map<DeclarationItem, Declaration> declared(Set<DeclarationItem> items) {
        Set<String> partitions = new TreeSet<>();
        items.forEach(item -> partitions.add(Shards.items(Shards.ofItem(item))));
        Map<DeclarationItem, Gathered> gathered = new HashMap<>();
        // One at a time: a shard is what fits in memory.
        for (String partition : partitions) {
            each(store.read(partition), (row, rows) -> {
                if (row instanceof Declaration declaration && items.contains(declaration.item())) {
                    gathered.computeIfAbsent(declaration.item(), item -> new Gathered())
                            .declared(declaration, standing.rank(rows.file()));
                }
            });
        }
        Map<DeclarationItem, Declaration> declared = new HashMap<>();
        gathered.forEach((item, one) -> declared.put(item, one.declaration));
        return declared;
    }
}
