package dev.customsfeed.sources.file;

/**
 * How large a file may be. What is larger is rejected before it fills memory or disk.
 *
 * @param maxBytes bytes after decompression; at most 2 GiB, for lines are numbered in 32 bits
 * @param maxGzipRatio how many times larger than its compressed bytes a file may be; files of up to 10 MiB may be any times
 *     larger
 * @param maxFieldLength characters of one field
 * @param maxColumns columns of the table
 * @param maxRows data rows, those outside {@code keep=} and those that are passed over not counted
 * @param maxMemory bytes that keys and sums of the rows may take while the file is checked: 16 to 32 for each row, some 80 for each sum
 *     of a commodity's month with a partner, or of another dimension, and as many for each commodity's month
 */
public record FileLimits(
        long maxBytes, int maxGzipRatio, int maxFieldLength, int maxColumns, long maxRows, long maxMemory) {

    /**
     * 2 GiB, ratio 200, 4,096 characters, 64 columns, 5,000,000 rows, 900 MB. With all else that a function needs, that fits into a heap of
     * 1.4 GB, four fifths of the 1,769 MB that a function has.
     */
    public static final FileLimits DEFAULTS = new FileLimits(1L << 31, 200, 4096, 64, 5_000_000, 900_000_000);

    /** @throws IllegalArgumentException if a limit is below 1, or {@code maxBytes} above 2 GiB */
    public FileLimits {
        if (maxBytes < 1
                || maxBytes > 1L << 31
                || maxGzipRatio < 1
                || maxFieldLength < 1
                || maxColumns < 1
                || maxRows < 1
                || maxMemory < 1) {
            throw new IllegalArgumentException("each limit must be at least 1, and maxBytes at most 2 GiB");
        }
    }

    /** How many bytes may come out of a compressed file of {@code compressedBytes}. */
    long maxBytesOutOf(long compressedBytes) {
        long byRatio = Math.max(10L << 20, compressedBytes * maxGzipRatio);
        return Math.min(maxBytes, byRatio);
    }
}
