package dev.makemore.model.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Gives a file the group and the permissions of another, where files have any. */
final class Permissions {

  private Permissions() {}

  /**
   * Lets the same people do the same with {@code copy} as with {@code original}. If {@code copy}
   * can't have the same group, its group is another one, which may then do what everybody may do.
   */
  static void copy(Path original, Path copy) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(copy, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    PosixFileAttributes wanted = Files.readAttributes(original, PosixFileAttributes.class);
    boolean sameGroup = wanted.group().equals(view.readAttributes().group());
    view.setPermissions(
        sameGroup || gets(view, wanted)
            ? wanted.permissions()
            : withoutGroup(wanted.permissions()));
  }

  private static boolean gets(PosixFileAttributeView view, PosixFileAttributes wanted) {
    try {
      view.setGroup(wanted.group());
      return true;
    } catch (IOException e) { // the user is not in that group
      return false;
    }
  }

  /** The permissions without those that the group has and others don't have. */
  static Set<PosixFilePermission> withoutGroup(Set<PosixFilePermission> permissions) {
    Set<PosixFilePermission> fewer = EnumSet.noneOf(PosixFilePermission.class);
    fewer.addAll(permissions);
    removeUnless(fewer, PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_READ);
    removeUnless(fewer, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);
    removeUnless(fewer, PosixFilePermission.OTHERS_EXECUTE, PosixFilePermission.GROUP_EXECUTE);
    return fewer;
  }

  private static void removeUnless(
      Set<PosixFilePermission> permissions, PosixFilePermission others, PosixFilePermission group) {
    if (!permissions.contains(others)) {
      permissions.remove(group);
    }
  }
}
