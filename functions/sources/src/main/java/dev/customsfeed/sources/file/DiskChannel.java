package dev.customsfeed.sources.file;

import dev.customsfeed.sources.file.DiskStream.DiskFailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** What {@link DiskStream} is for whoever does not read a file from its beginning to its end. */
record DiskChannel(SeekableByteChannel channel) implements SeekableByteChannel {

    @Override
    public int read(ByteBuffer to) throws IOException {
        try {
            return channel.read(to);
        } catch (IOException e) {
            throw new DiskFailureException(e);
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        channel.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
