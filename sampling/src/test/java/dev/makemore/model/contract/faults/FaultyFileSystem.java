package dev.makemore.model.contract.faults;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/**
 * The default file system, but a call fails: the one with a given number. A test tries number after
 * number, until a run ends before its call has come. Then every call has failed once.
 */
public final class FaultyFileSystem extends FileSystem {

  /** How a call fails. */
  public enum Fault {
    /** Nothing is done. */
    REFUSED,
    /** A write is done by half, and any other call is done; but an error is reported. */
    TORN,
    /** Nothing is done, nor is it by any later call. */
    REFUSED_FROM_THEN_ON
  }

  /** Does a call in the default file system. */
  interface Call<T> {
    T run() throws IOException;
  }

  static final FileSystem REAL = FileSystems.getDefault();

  private final FaultyProvider provider = new FaultyProvider(this);
  private final Fault fault;
  private final int failing; // the number of the call that fails, from 1
  private final Runnable afterEachCall;
  private int calls;
  private String failed = "";

  /**
   * A file system in which a call fails.
   *
   * @param failing the number of the call; the first is 1
   * @param afterEachCall looks at the default file system after each call, also a failed one
   */
  public FaultyFileSystem(Fault fault, int failing, Runnable afterEachCall) {
    this.fault = fault;
    this.failing = failing;
    this.afterEachCall = afterEachCall;
  }

  /** The same file in this file system. */
  public Path path(Path real) {
    return FaultyPath.of(real, this);
  }

  /** What the first call that failed should have done; empty if none has failed. */
  public String failed() {
    return failed;
  }

  /** Whether the call that was just counted fails. */
  private boolean fails() {
    return fault == Fault.REFUSED_FROM_THEN_ON ? calls >= failing : calls == failing;
  }

  /** Whether the call that was just counted fails, but does something before. */
  boolean isTorn() {
    return fault == Fault.TORN && calls == failing;
  }

  /** Does a call, or lets it fail. */
  <T> T call(String name, Call<T> call) throws IOException {
    calls++;
    if (!fails()) {
      T result = call.run();
      afterEachCall.run();
      return result;
    }
    if (failed.isEmpty()) {
      failed = name;
    }
    if (isTorn() && call.run() instanceof Closeable opened) {
      opened.close();
    }
    afterEachCall.run();
    throw new FileSystemException(null, null, "fault " + calls + " in " + name);
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return REAL.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of();
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return REAL.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return REAL.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return path(REAL.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher matcher = REAL.getPathMatcher(pattern);
    return path -> matcher.matches(FaultyPath.real(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return REAL.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
