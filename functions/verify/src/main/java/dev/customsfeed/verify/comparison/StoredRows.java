package dev.customsfeed.verify.comparison;

/**
 * Rows of one file in one partition, or as many of them as were written at a time.
 *
 * @param partition the shard, certificate or list that they are about
 * @param file the {@linkplain KnownFile#id file} that they are of
 * @param chunk counts those of one file and partition
 * @param rows compressed, as {@link RowCodec} writes them
 */
public record StoredRows(String partition, String file, int chunk, byte[] rows) {}
