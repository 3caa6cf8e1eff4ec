package dev.makemore.model.contract.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calls of a {@link FaultyFileSystem}. */
final class FaultyProvider extends FileSystemProvider {

  private static final FileSystemProvider REAL = FaultyFileSystem.REAL.provider();

  private final FaultyFileSystem system;

  FaultyProvider(FaultyFileSystem system) {
    this.system = system;
  }

  private static Path real(Path path) {
    return FaultyPath.real(path);
  }

  private void run(String name, FaultyFileSystem.Call<?> call) throws IOException {
    system.call(name, call);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    FileChannel channel =
        system.call("open", () -> REAL.newFileChannel(real(path), options, attributes));
    return new FaultyChannel(channel, system);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    List<Path> files = new ArrayList<>();
    run(
        "list",
        () -> {
          try (DirectoryStream<Path> all = Files.newDirectoryStream(real(folder))) {
            for (Path file : all) {
              if (filter.accept(system.path(file))) {
                files.add(system.path(file));
              }
            }
          }
          return true;
        });
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return files.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    run("createDirectory", () -> Files.createDirectory(real(folder), attributes));
  }

  @Override
  public void delete(Path path) throws IOException {
    run(
        "delete",
        () -> {
          REAL.delete(real(path));
          return true;
        });
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    run("copy", () -> Files.copy(real(source), real(target), options));
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    run("move", () -> Files.move(real(source), real(target), options));
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return system.call("isSameFile", () -> Files.isSameFile(real(path), real(other)));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return system.call("isHidden", () -> Files.isHidden(real(path)));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return system.call("getFileStore", () -> Files.getFileStore(real(path)));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    run(
        "checkAccess",
        () -> {
          REAL.checkAccess(real(path), modes);
          return true;
        });
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    V view = Files.getFileAttributeView(real(path), type, options);
    return view == null ? null : FaultyPath.calls(type, view, system);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return system.call("readAttributes", () -> Files.readAttributes(real(path), type, options));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return system.call("readAttributes", () -> Files.readAttributes(real(path), names, options));
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    run("setAttribute", () -> Files.setAttribute(real(path), name, value, options));
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return system.path(system.call("readSymbolicLink", () -> Files.readSymbolicLink(real(link))));
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }
}
