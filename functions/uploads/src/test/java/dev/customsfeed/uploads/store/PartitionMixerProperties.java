package dev.customsfeed.uploads.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PartitionMixerProperties {

    @Property
    void everything_comes_out_once(
            @ForAll @Size(max = 300) List<@IntRange(max = 40) Integer> partitions,
            @ForAll @IntRange(min = 1, max = 30) int batch) {
        PartitionMixer<Integer> mixer = new PartitionMixer<>();
        for (int item = 0; item < partitions.size(); item++) {
            mixer.add(partitions.get(item).toString(), item);
        }
        List<Integer> out = new ArrayList<>();
        while (mixer.size() > 0) {
            List<Integer> taken = mixer.take(batch);
            assertThat(taken).hasSize(Math.min(batch, partitions.size() - out.size()));
            out.addAll(taken);
        }
        assertThat(out).hasSameSizeAs(partitions).doesNotHaveDuplicates();
        assertThat(mixer.take(batch)).isEmpty();
    }

    @Example
    void a_batch_takes_from_as_many_partitions_as_there_are() {
        PartitionMixer<String> mixer = new PartitionMixer<>();
        for (int partition = 0; partition < 10; partition++) {
            for (int row = 0; row < 50; row++) {
                mixer.add("p" + partition, "p" + partition);
            }
        }
        for (int batch = 0; batch < 20; batch++) {
            List<String> taken = mixer.take(25);
            assertThat(new HashSet<>(taken)).hasSize(10);
            assertThat(taken).allSatisfy(partition -> assertThat(taken.stream().filter(partition::equals))
                    .hasSizeBetween(2, 3));
        }
    }
}
