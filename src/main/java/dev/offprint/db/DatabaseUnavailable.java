package dev.offprint.db;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;

/** The database cannot be used; the message is one line that says what to do. */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseUnavailable(String url, Exception cause) {
    super("cannot open the database " + shown(url) + ": " + rootMessage(url, cause), cause);
  }

  DatabaseUnavailable(Path data, IOException cause) {
    super(
        "cannot use the data folder "
            + data
            + ": "
            + why(cause)
            + ". Give a folder that this user can write to with --data.",
        cause);
  }

  DatabaseUnavailable(Path data, String owner, String user) {
    super(
        String.format(
            Locale.ROOT,
            "the data folder %s belongs to %s, and files that %s leaves there could not be opened"
                + " any more. %s",
            data,
            owner,
            user,
            remedy(data, owner, user)));
  }

  private static String remedy(Path data, String owner, String user) {
    // Root's are those that somebody made or copied as root by accident.
    return owner.equals("root")
        ? "Give it to that user, as root: chown -R " + user + ": " + data
        : "Run it as its owner: " + asOwner(owner, user);
  }

  private static String asOwner(String owner, String user) {
    String who = owner.matches("\\d+") ? "'#" + owner + "'" : owner;
    return (user.equals("root") ? "runuser -u " : "sudo -u ") + who + " -- offprint …";
  }

  private DatabaseUnavailable(String message) {
    super(message);
  }

  /** A place where no installation was begun. */
  static DatabaseUnavailable missing(DatabaseAddress address) {
    return new DatabaseUnavailable(
        "there is no installation in "
            + address.shown()
            + (address.folder() == null
                ? ": its database has no tables. Look at database.url"
                : ". Name its folder with --data")
            + ", or begin one there with 'offprint init'");
  }

  /** A database without anything in it, in a folder where there was one. */
  static DatabaseUnavailable emptied(String url) {
    return new DatabaseUnavailable(
        "the database "
            + shown(url)
            + " is empty, but this folder was in use before: its file was emptied or lost. Nothing"
            + " was changed. Put the file back from a backup; to begin anew, move the folder"
            + " away.");
  }

  /** Tables that would be changed under nodes that know them as they are. */
  static DatabaseUnavailable inUse(List<Node> alive) {
    return new DatabaseUnavailable(
        "the database is of an older version and in use by "
            + alive.stream()
                .map(node -> node.host() + " (version " + node.version() + ")")
                .collect(Collectors.joining(", "))
            + ". Nothing was changed. Stop all nodes, then start them with the new version.");
  }

  /** A file that is there and has nothing in it that can be read. */
  static DatabaseUnavailable damaged(String url) {
    return new DatabaseUnavailable("cannot open the database " + shown(url) + ": " + Damage.REMEDY);
  }

  /** A file that may be read alone, or that is on a disk of that kind. */
  static DatabaseUnavailable readOnly(Path file) {
    return new DatabaseUnavailable(
        "cannot open the database "
            + file
            + ": this user cannot write to it, or its disk can only be read");
  }

  /** A database that is being copied into, or was when that broke off. */
  static DatabaseUnavailable unfinished(String url) {
    return new DatabaseUnavailable(
        "the database "
            + shown(url)
            + " holds an unfinished copy of another one: 'offprint db copy' is still at work or was"
            + " broken off. Nothing was changed. Run it again to the end, or give an empty"
            + " database.");
  }

  /** No copy could be made of a database whose tables would have been changed next. */
  static DatabaseUnavailable withoutBackup(Path file, Exception cause) {
    return new DatabaseUnavailable(
        "the database is of an older version, and no copy of it could be made at "
            + file
            + " before it is brought up to date: "
            + (cause instanceof IOException io ? why(io) : cause.getMessage())
            + ". Nothing was changed. Make room in the data folder, and start again.");
  }

  private static String why(IOException cause) {
    return switch (cause) {
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException file -> "it is a file";
      case NoSuchFileException missing -> "no file can be made here";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(cause.getMessage());
    };
  }

  /** The address without its options and user, among which a password may be. */
  static String shown(String url) {
    return withoutUser(url.replaceFirst("[;?].*", ""));
  }

  private static String withoutUser(String text) {
    return text.replaceAll("[^\\s/@]*@", "");
  }

  private static String rootMessage(String url, Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof UnknownHostException) {
      return "there is no host " + withoutUser(String.valueOf(root.getMessage()));
    }
    if (isOpenElsewhere(failure)) {
      return "another process has it open and lets nobody else, as 'offprint db copy' does; wait"
          + " until that has ended";
    }
    if (root instanceof FlywayValidateException) {
      return "its tables are of a version of Offprint that this one cannot read";
    }
    if (root instanceof EOFException) {
      return "its file ends too early: the disk is full, or it is no database of Offprint";
    }
    if (root instanceof FileSystemException file) {
      // Its message may be no more than the name of the file.
      return why(file) + ": " + file.getFile();
    }
    if (Damage.isIn(failure) || (url.startsWith("jdbc:h2:") && Damage.isNonsense(root))) {
      return Damage.REMEDY;
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    // Drivers quote the whole address, password and all, when they do not understand it.
    return withoutUser(message.replace(url, shown(url))).lines().findFirst().orElse("");
  }

  /** Whether H2's file is locked. */
  private static boolean isOpenElsewhere(Throwable failure) {
    return failure instanceof SQLException sql
        && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
  }
}
