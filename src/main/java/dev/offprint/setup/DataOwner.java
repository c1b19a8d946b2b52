package dev.offprint.setup;

import dev.offprint.cli.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Locale;

/**
 * Who the data belongs to: the daemon's user, who may be another than the one that sets it up.
 *
 * @param user as whom the daemon reads the password
 * @param group of the data, by its name
 * @param isOther whether that is somebody else than who runs this
 */
record DataOwner(UserPrincipal user, String group, boolean isOther) {
  static DataOwner of(Path data) {
    try {
      Path there = data.toAbsolutePath();
      UserPrincipal me =
          there
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(System.getProperty("user.name"));
      if (!Files.isDirectory(there)) {
        return new DataOwner(me, "", false);
      }
      PosixFileAttributes folder = Files.readAttributes(there, PosixFileAttributes.class);
      return new DataOwner(folder.owner(), folder.group().getName(), !folder.owner().equals(me));
    } catch (IOException e) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "whose %s is cannot be told: %s", data, e.getMessage()));
    }
  }

  /**
   * Lets somebody else who owns the data read a file that is this user's, and nobody beside them.
   */
  void share(Path file) throws IOException {
    Files.setAttribute(
        file,
        "posix:group",
        file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
  }
}
