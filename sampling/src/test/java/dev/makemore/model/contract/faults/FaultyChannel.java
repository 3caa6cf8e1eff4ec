package dev.makemore.model.contract.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file of a {@link FaultyFileSystem}. Closing it always lets go of it. */
final class FaultyChannel extends FileChannel {

  private final FileChannel real;
  private final FaultyFileSystem system;

  FaultyChannel(FileChannel real, FaultyFileSystem system) {
    this.real = real;
    this.system = system;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return system.call("read", () -> real.read(target));
  }

  @Override
  public long read(ByteBuffer[] targets, int start, int length) throws IOException {
    return system.call("read", () -> real.read(targets, start, length));
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return system.call("read", () -> real.read(target, position));
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return system.call(
        "write",
        () -> {
          if (system.isTorn()) {
            source.limit(source.position() + source.remaining() / 2);
          }
          return real.write(source);
        });
  }

  @Override
  public long write(ByteBuffer[] sources, int start, int length) throws IOException {
    return system.call("write", () -> real.write(sources, start, length));
  }

  @Override
  public int write(ByteBuffer source, long position) throws IOException {
    return system.call("write", () -> real.write(source, position));
  }

  @Override
  public long position() throws IOException {
    return system.call("position", real::position);
  }

  @Override
  public FileChannel position(long position) throws IOException {
    system.call("position", () -> real.position(position));
    return this;
  }

  @Override
  public long size() throws IOException {
    return system.call("size", real::size);
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    system.call("truncate", () -> real.truncate(size));
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    system.call(
        "force",
        () -> {
          real.force(metaData);
          return true;
        });
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return system.call("read", () -> real.transferTo(position, count, target));
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    return system.call("write", () -> real.transferFrom(source, position, count));
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return system.call("map", () -> real.map(mode, position, size));
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return system.call("lock", () -> real.lock(position, size, shared));
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return system.call("lock", () -> real.tryLock(position, size, shared));
  }

  @Override
  protected void implCloseChannel() throws IOException {
    try (real) {
      system.call("close", () -> true);
    }
  }
}
