package dev.customsfeed.verify.comparison;

import dev.customsfeed.verify.model.Certificate;
import dev.customsfeed.verify.model.CertificateUse;
import dev.customsfeed.verify.model.DeclarationItem;
import dev.customsfeed.verify.model.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All rows about one certificate's number.
 *
 * @param contents what the newest file that has the number says of it: nothing if no file that stands has it, several contents if that
 *     file contradicts itself
 * @param uses of each import the newest that stands, by day and import
 * @param items the declaration items that any file says, whether it stands or stood once
 */
record CertificateGroup(List<Certificate> contents, List<CertificateUse> uses, SortedSet<DeclarationItem> items) {

    private record Ranked(int rank, CertificateUse use) {}

    static CertificateGroup of(List<StoredRows> stored, Standing standing) {
        List<Certificate> contents = new ArrayList<>();
        Map<DeclarationItem, Ranked> uses = new TreeMap<>();
        SortedSet<DeclarationItem> items = new TreeSet<>();
        int[] newest = {-1};
        for (StoredRows rows : stored) {
            int rank = standing.rank(rows.file());
            standing.known(rows.file())
                    .ifPresent(file -> RowCodec.read(rows.rows(), file, row -> {
                        if (row instanceof Certificate certificate) {
                            items.add(certificate.item());
                        }
                        if (rank >= 0) {
                            take(row, rank, newest, contents, uses);
                        }
                    }));
        }
        return new CertificateGroup(
                contents.stream()
                        .sorted(Comparator.comparingLong(one -> one.at().line()))
                        .toList(),
                uses.values().stream()
                        .map(Ranked::use)
                        .sorted(Comparator.comparing(CertificateUse::usedOn).thenComparing(CertificateUse::imported))
                        .toList(),
                items);
    }

    private static void take(
            Row row, int rank, int[] newest, List<Certificate> contents, Map<DeclarationItem, Ranked> uses) {
        if (row instanceof Certificate certificate) {
            if (rank > newest[0]) {
                newest[0] = rank;
                contents.clear();
            }
            if (rank == newest[0]) {
                contents.add(certificate);
            }
        } else if (row instanceof CertificateUse use) {
            uses.merge(use.imported(), new Ranked(rank, use), (one, other) -> one.rank() >= other.rank() ? one : other);
        }
    }
}
