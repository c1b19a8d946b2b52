package dev.offprint.setup;

import dev.offprint.cli.console.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Locale;

/**
 * Who the data belongs to: the daemon's user, who may be another than the one that sets it up.
 *
 * @param user as whom the daemon reads the password
 * @param isOther whether that is somebody else than who runs this
 */
record DataOwner(UserPrincipal user, boolean isOther) {
  static DataOwner of(Path data) {
    try {
      Path there = data.toAbsolutePath();
      UserPrincipal me =
          there
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(System.getProperty("user.name"));
      UserPrincipal owner = Files.isDirectory(there) ? Files.getOwner(there) : me;
      return new DataOwner(owner, !owner.equals(me));
    } catch (IOException e) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "whose %s is cannot be told: %s", data, e.getMessage()));
    }
  }
}
