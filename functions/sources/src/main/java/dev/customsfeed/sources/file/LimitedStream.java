package dev.customsfeed.sources.file;

import dev.customsfeed.sources.file.DiskStream.DiskFailureException;
import dev.customsfeed.sources.rejection.Problem;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.function.Supplier;

/** Unpacked bytes up to a limit. What unpacking finds wrong is told as a problem of the file. */
final class LimitedStream extends FilterInputStream {

    /** In place of the words of whatever unpacks, which speak of its insides. */
    static final String NO_COMPRESSED_DATA = "bytes that are no compressed data, or a checksum that does not fit";

    private final long limit;
    private final Supplier<Problem> beyond;
    private final String packing;
    private long count;

    /**
     * @param packing how the bytes were packed, for problems; empty text where they were not
     * @param beyond what is wrong with more bytes than {@code limit}
     */
    LimitedStream(InputStream in, String packing, long limit, Supplier<Problem> beyond) {
        super(in);
        this.limit = limit;
        this.beyond = beyond;
        this.packing = packing;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read;
        try {
            read = in.read(bytes, from, length);
        } catch (EOFException e) {
            throw damaged("the data end too early");
        } catch (FileProblemException | DiskFailureException | FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw damaged(NO_COMPRESSED_DATA);
        }
        count += Math.max(0, read);
        if (count > limit) {
            throw new FileProblemException(beyond.get());
        }
        return read;
    }

    private FileProblemException damaged(String how) {
        return damaged(packing, how);
    }

    static FileProblemException damaged(String packing, String how) {
        return new FileProblemException(Problem.ofFile(
                packing + "-damaged",
                "compressed data that are cut or damaged (" + how + ")",
                packing.equals("gzip") ? "a whole gzip file" : "a whole 7z archive",
                packing.equals("gzip") ? "Compress the file and upload it again." : "Download the archive again."));
    }
}
