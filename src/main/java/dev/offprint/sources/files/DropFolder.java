package dev.offprint.sources.files;

import dev.offprint.sources.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder into which files are dropped, and the folders {@code done} and {@code failed} in it.
 * Nothing in them is ever overwritten.
 *
 * <p>A file that is being copied is not taken: one whose name is hidden or ends in {@code .part},
 * {@code .tmp} or {@code ~}, and one that was written to within the last seconds.
 */
record DropFolder(Path path) {
  /** How long nothing has to be written to a file before it counts as complete. */
  static final Duration SETTLED = Duration.ofSeconds(5);

  private static final Pattern UNFINISHED = Pattern.compile("\\..*|.*(?:\\.part|\\.tmp|~)");
  private static final Pattern EXTENSIONS = Pattern.compile("(.+?)((?:\\.[A-Za-z]\\w{0,7}){0,2})");

  /** A file as it was when it was looked at. */
  record Dropped(Path path, long size, Instant modified) {
    static Dropped of(Path path) throws IOException {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return new Dropped(path, attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    /** Its name, fit to stand in a message of one line. */
    String name() {
      return SourceText.line(String.valueOf(path.getFileName()), 255);
    }

    /** Whether nobody has written to it, moved it or replaced it since. */
    boolean isUnchanged() {
      try {
        return equals(of(path));
      } catch (IOException e) {
        return false;
      }
    }
  }

  /**
   * Makes the folders that are missing.
   *
   * @throws UnusableFolder when files could not be moved into them
   */
  void prepare() {
    for (Path folder : List.of(path, done(), failed())) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UnusableFolder("the folder " + folder + " cannot be made: " + explain(e));
      }
      if (!Files.isWritable(folder)) {
        throw new UnusableFolder("the folder " + folder + " cannot be written to by this user");
      }
    }
  }

  /**
   * The regular files in it that are complete, in the order of their names.
   *
   * @throws UnusableFolder when it cannot be read
   */
  List<Dropped> complete(Instant now) {
    return present().stream()
        .filter(file -> Duration.between(file.modified(), now).abs().compareTo(SETTLED) >= 0)
        .toList();
  }

  private List<Dropped> present() {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.sorted().flatMap(DropFolder::dropped).toList();
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Stream<Dropped> dropped(Path file) {
    boolean unfinished = UNFINISHED.matcher(String.valueOf(file.getFileName())).matches();
    if (unfinished || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Stream.of();
    }
    try {
      return Stream.of(Dropped.of(file));
    } catch (IOException e) {
      // Somebody took it away meanwhile.
      return Stream.of();
    }
  }

  private UnusableFolder unreadable(@Nullable IOException failure) {
    String why = failure == null ? "it breaks off" : explain(failure);
    return new UnusableFolder("the folder " + path + " cannot be read: " + why);
  }

  /** Moves a file to {@code done}. */
  void done(Path file) throws IOException {
    move(file, done());
  }

  /** Moves a file to {@code failed}, with the reason beside it. */
  void failed(Path file, String why) throws IOException {
    Path moved = move(file, failed());
    Files.writeString(beside(moved), why + "\n");
  }

  private Path done() {
    return path.resolve("done");
  }

  private Path failed() {
    return path.resolve("failed");
  }

  private static Path move(Path file, Path folder) throws IOException {
    String name = String.valueOf(file.getFileName());
    for (int number = 1; ; number++) {
      Path target = folder.resolve(numbered(name, number));
      if (Files.notExists(beside(target), LinkOption.NOFOLLOW_LINKS)) {
        try {
          return Files.move(file, target);
        } catch (FileAlreadyExistsException e) {
          // The next number may be free.
        }
      }
    }
  }

  /** {@code papers.json.gz} as {@code papers-2.json.gz}. */
  private static String numbered(String name, int number) {
    Matcher matcher = EXTENSIONS.matcher(name);
    return number == 1 || !matcher.matches()
        ? name
        : matcher.group(1) + "-" + number + matcher.group(2);
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".why.txt");
  }

  /** Says in words what a file system objects to. */
  static String explain(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException exists -> "a file of that name is in the way";
      case NoSuchFileException missing -> "it is not there";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
