package dev.customsfeed.sources.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What comes out of a gzip file (RFC 1952): of all its members one after the other. Whatever follows a member is another member or
 * damage, and a header is read in blocks and up to a limit, for a file name in it may be as long as whoever made it liked.
 */
final class GzipStream extends InputStream {

    /** Longer names, comments and extra fields are no gzip file that anybody made of customs figures. */
    static final int MAX_HEADER = 1 << 16;

    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final CRC32 headerChecksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int limit;
    private int headerLength;
    private boolean inMember;
    private boolean ended;

    /**
     * Reads no byte yet.
     *
     * @param in the compressed bytes; closed with this
     */
    GzipStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember) {
                beginMember();
                continue;
            }
            int read = inflate(bytes, from, length);
            if (read > 0) {
                checksum.update(bytes, from, read);
                return read;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw damaged(LimitedStream.NO_COMPRESSED_DATA);
            } else {
                fill();
                inflater.setInput(buffer, at, limit - at);
                at = limit;
            }
        }
        return -1;
    }

    private int inflate(byte[] bytes, int from, int length) throws FileProblemException {
        try {
            return inflater.inflate(bytes, from, length);
        } catch (DataFormatException e) {
            throw damaged(LimitedStream.NO_COMPRESSED_DATA);
        }
    }

    private void beginMember() throws IOException {
        headerLength = 0;
        headerChecksum.reset();
        int first = header();
        int second = header();
        if (first != MAGIC_1 || second != MAGIC_2) {
            throw damaged("bytes after the end of the compressed data");
        }
        int method = header();
        int flags = header();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw damaged("a header of a kind that gzip does not have");
        }
        skipHeader(6);
        if ((flags & EXTRA) != 0) {
            skipHeader(header() | header() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            long found = headerChecksum.getValue() & 0xFFFF;
            if ((next() | next() << 8) != found) {
                throw damaged("a header whose checksum does not fit");
            }
        }
        checksum.reset();
        inflater.reset();
        inflater.setInput(buffer, at, limit - at);
        at = limit;
        inMember = true;
    }

    private void endMember() throws IOException {
        at = limit - inflater.getRemaining();
        long length = inflater.getBytesWritten();
        if (number() != checksum.getValue() || number() != (length & 0xFFFF_FFFFL)) {
            throw damaged(LimitedStream.NO_COMPRESSED_DATA);
        }
        inMember = false;
        ended = at == limit && !refill();
    }

    private void skipText() throws IOException {
        while (header() != 0) {
            // Each byte is counted.
        }
    }

    private void skipHeader(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            header();
        }
    }

    private int header() throws IOException {
        if (++headerLength > MAX_HEADER) {
            throw damaged("a header of more than " + MAX_HEADER + " bytes");
        }
        int next = next();
        headerChecksum.update(next);
        return next;
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        if (at == limit) {
            fill();
        }
        return buffer[at++] & 0xFF;
    }

    private void fill() throws IOException {
        if (!refill()) {
            throw damaged("the data end too early");
        }
    }

    private boolean refill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        at = 0;
        limit = Math.max(0, read);
        return read > 0;
    }

    private static FileProblemException damaged(String how) {
        return LimitedStream.damaged("gzip", how);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
