package dev.makemore.model.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * A new file that gets another name when its content is complete, or else is removed.
 *
 * <p>It is locked from its creation until it is closed. Whoever can lock a temporary file knows
 * that the program that made it has ended, and may remove it. Three things can happen at the same
 * time, and are harmless:
 *
 * <ul>
 *   <li>A new file is taken for an abandoned one before it is locked. Its maker either can't lock
 *       it, or finds that it is gone, and makes another.
 *   <li>A file gets its other name after someone opened it to see whether it is abandoned. It is
 *       then removed by its temporary name, which it no longer has.
 *   <li>Two programs remove the same file. Its name is random and never comes again, so the second
 *       removes nothing.
 * </ul>
 *
 * <p>On Linux a program loses its locks of a file as soon as it closes the file, even if it had
 * opened it once more. So a program never looks at the temporary files that it is writing itself.
 */
final class TemporaryFile implements AutoCloseable {

  private static final Pattern NAME = Pattern.compile("\\.makemore-[0-9a-f]{16}\\.tmp");
  private static final int ATTEMPTS = 10;

  /** The names of the files that this program is writing. */
  private static final Set<String> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final String name;
  private final FileChannel channel;
  private boolean renamed;

  private TemporaryFile(Path path, String name, FileChannel channel) {
    this.path = path;
    this.name = name;
    this.channel = channel;
  }

  /**
   * Makes an empty file in {@code folder}.
   *
   * @param hidden whether nobody else may open the file, from its first moment on
   */
  static TemporaryFile create(Path folder, boolean hidden) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      TemporaryFile file = open(folder, hidden);
      if (file.lock()) {
        return file;
      }
      file.close();
    }
    throw new FileSystemException(
        folder.toString(), null, "other programs remove the temporary files that are made here");
  }

  private static TemporaryFile open(Path folder, boolean hidden) throws IOException {
    long number = ThreadLocalRandom.current().nextLong();
    String name = ".makemore-" + HexFormat.of().toHexDigits(number) + ".tmp";
    Path path = folder.resolve(name);
    OWN.add(name);
    try {
      FileChannel channel =
          FileChannel.open(
              path,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              hidden ? onlyForTheUser(folder) : new FileAttribute<?>[0]);
      return new TemporaryFile(path, name, channel);
    } catch (IOException | RuntimeException e) {
      OWN.remove(name);
      throw e;
    }
  }

  private static FileAttribute<?>[] onlyForTheUser(Path folder) {
    boolean posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Locks the file; returns whether it is still there, and not in the hands of another program. */
  private boolean lock() {
    try {
      return channel.tryLock() != null && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException | UnsupportedOperationException e) {
      return true; // there are no locks here, so nobody will take the file for an abandoned one
    }
  }

  Path path() {
    return path;
  }

  /** Writes all of {@code content}, and forces it to the disk. */
  void write(AtomicFile.Content content) throws IOException {
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
    content.writeTo(out);
    out.flush();
    channel.force(true);
  }

  /** Gives the file another name in the same folder, in place of any file that has it. */
  void renameTo(Path target) throws IOException {
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    renamed = true;
  }

  /** Removes the file, unless it has got another name. */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (!renamed) {
        Files.deleteIfExists(path);
      }
    } finally {
      OWN.remove(name);
    }
  }

  /** Removes the temporary files of programs that have ended, as far as it can. */
  static void removeAbandoned(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".makemore-*.tmp")) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (NAME.matcher(name).matches() && !OWN.contains(name)) {
          removeIfAbandoned(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Whatever is wrong with the folder, making a file in it will show it.
    }
  }

  private static void removeIfAbandoned(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | OverlappingFileLockException | UnsupportedOperationException e) {
      // It is in use, it belongs to someone else, or there are no locks here.
    }
  }
}
