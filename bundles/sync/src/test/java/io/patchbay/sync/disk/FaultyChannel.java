package io.patchbay.sync.disk;

import io.patchbay.sync.disk.FaultyDisk.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file of a disk that fails. */
final class FaultyChannel extends FileChannel {
    private final FileChannel real;
    private final FaultyDisk disk;
    private final Path path;

    FaultyChannel(FileChannel real, FaultyDisk disk, Path path) {
        this.real = real;
        this.disk = disk;
        this.path = path;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        disk.check(Operation.READ, path);
        return real.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        disk.check(Operation.READ, path);
        return real.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        disk.check(Operation.READ, path);
        return real.read(target, position);
    }

    /** A write that fails has written the half. */
    @Override
    public int write(ByteBuffer source) throws IOException {
        if (disk.fails(Operation.WRITE)) {
            real.write(source.slice(source.position(), source.remaining() / 2));
            throw disk.failure(path);
        }
        return real.write(source);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        disk.check(Operation.WRITE, path);
        return real.write(sources, offset, length);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        disk.check(Operation.WRITE, path);
        return real.write(source, position);
    }

    /** Waits for no disk: nobody cuts its power. */
    @Override
    public void force(boolean metadata) throws IOException {
        disk.check(Operation.FORCE, path);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        disk.check(Operation.READ, path);
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        disk.check(Operation.WRITE, path);
        return real.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        real.truncate(size);
        return this;
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
