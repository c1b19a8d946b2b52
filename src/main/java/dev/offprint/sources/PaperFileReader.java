package dev.offprint.sources;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads papers from a file in any of the known formats, recognised by its content, gzipped or not.
 */
public final class PaperFileReader {
  /** The most bytes that are read of one file, unpacked. */
  static final long MOST_BYTES = 256_000_000;

  private static final Pattern DAY_IN_NAME = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");

  private final InstantSource clock;
  private final long mostBytes;

  public PaperFileReader(InstantSource clock) {
    this(clock, MOST_BYTES);
  }

  PaperFileReader(InstantSource clock, long mostBytes) {
    this.clock = clock;
    this.mostBytes = mostBytes;
  }

  /**
   * Reads one file.
   *
   * @param day the day on which its papers were announced; null takes the day that the file's name
   *     holds, as in {@code 2024-05-27.json}, and without one leaves it to each record
   */
  public HarvestOutcome read(Path file, @Nullable LocalDate day) {
    if (Files.isDirectory(file)) {
      return new HarvestOutcome.Broken("it is a folder; name the files in it");
    }
    try (InputStream input = Files.newInputStream(file)) {
      return read(input, day != null ? day : dayIn(file));
    } catch (NoSuchFileException e) {
      return new HarvestOutcome.Unreachable("there is no such file");
    } catch (AccessDeniedException e) {
      return new HarvestOutcome.Unreachable("it may not be read by this user");
    } catch (IOException e) {
      return new HarvestOutcome.Broken(CappedInput.explain(e));
    }
  }

  private HarvestOutcome read(InputStream packed, @Nullable LocalDate day) throws IOException {
    try (BufferedInputStream input = CappedInput.unpacked(packed, mostBytes)) {
      PaperJson json = new PaperJson(day, clock.instant());
      return switch (firstCharacter(input)) {
        case '[' -> json.array(input);
        case '{' -> json.lines(input);
        case -1 -> new HarvestOutcome.Broken("it is empty");
        default ->
            new HarvestOutcome.Broken(
                "it is neither a JSON array of papers nor JSON Lines with one paper a line");
      };
    }
  }

  /**
   * The first character that is not white space or a byte order mark; it is left to be read again.
   */
  private static int firstCharacter(BufferedInputStream input) throws IOException {
    int character;
    do {
      input.mark(1);
      character = input.read();
    } while (Character.isWhitespace(character)
        || character == 0xef
        || character == 0xbb
        || character == 0xbf);
    input.reset();
    return character;
  }

  private static @Nullable LocalDate dayIn(Path file) {
    Matcher matcher = DAY_IN_NAME.matcher(String.valueOf(file.getFileName()));
    try {
      return matcher.find() ? LocalDate.parse(matcher.group()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
