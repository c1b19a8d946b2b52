package dev.offprint.sources.files;

import dev.offprint.fetch.CappedInput;
import dev.offprint.fetch.FetchLimits;
import dev.offprint.sources.BiorxivParser;
import dev.offprint.sources.FeedParser;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.JsonFeed;
import dev.offprint.sources.PaperJson;
import dev.offprint.sources.PaperRecord;
import dev.offprint.sources.dates.FeedDates;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads papers from a file in any of the known formats, recognised by its content, gzipped or not.
 */
public final class PaperFileReader {
  /** The most bytes of a file, unpacked, all of whose papers are wanted at once. */
  static final long MOST_BYTES = 256_000_000;

  private static final Pattern DAY_IN_NAME = Pattern.compile("(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");

  private static final int HEAD = 4_000;
  private static final Pattern BIORXIV =
      Pattern.compile("^\\s*\\{\\s*\"(?:messages|collection)\"\\s*:\\s*\\[");

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
    return read(file, day, null);
  }

  /**
   * Reads one file, however long it is.
   *
   * @param day as above
   * @param parts takes the papers of a long file of JSON part by part, on this thread; those that
   *     the outcome holds come after them. Null leaves all papers to the outcome, which a file that
   *     is too long does not have
   */
  public HarvestOutcome read(
      Path file, @Nullable LocalDate day, @Nullable Consumer<HarvestOutcome.Harvested> parts) {
    if (Files.isDirectory(file)) {
      return new HarvestOutcome.Broken("it is a folder; name the files in it");
    }
    try (InputStream input = Files.newInputStream(file)) {
      return recognised(input, day != null ? day : dayIn(file), parts);
    } catch (NoSuchFileException e) {
      return new HarvestOutcome.Unreachable("there is no such file");
    } catch (AccessDeniedException e) {
      return new HarvestOutcome.Unreachable(
          String.format(
              Locale.ROOT,
              "the user %s may not read it; change its mode, or import it as standard input: - <"
                  + " %s",
              System.getProperty("user.name"),
              file));
    } catch (IOException e) {
      return new HarvestOutcome.Broken(CappedInput.explain(e));
    }
  }

  /**
   * Reads what comes from a pipe, to its end.
   *
   * @param day as for a file; null leaves it to each record
   * @param parts as for a file
   */
  public HarvestOutcome read(
      InputStream input,
      @Nullable LocalDate day,
      @Nullable Consumer<HarvestOutcome.Harvested> parts) {
    try {
      return recognised(input, day, parts);
    } catch (IOException e) {
      return new HarvestOutcome.Broken(CappedInput.explain(e));
    }
  }

  private HarvestOutcome recognised(
      InputStream packed,
      @Nullable LocalDate day,
      @Nullable Consumer<HarvestOutcome.Harvested> parts)
      throws IOException {
    long most = parts == null ? mostBytes : Long.MAX_VALUE;
    try (BufferedInputStream input = CappedInput.unpacked(packed, most)) {
      Instant seen = seen(day);
      PaperJson json = new PaperJson(day, seen, parts);
      return switch (firstCharacter(input)) {
        case '[' -> json.array(input);
        case '{' -> object(input, json, day, seen);
        // The first bytes of UTF-16 are 0xfe and 0xff, in either order.
        case '<', 0xfe, 0xff -> new PaperXml(day, seen).parse(page(input)).outcome();
        case -1 -> new HarvestOutcome.Broken("it is empty");
        default ->
            new HarvestOutcome.Broken(
                "it is neither a JSON array of papers nor JSON Lines with one paper a line,"
                    + " and no feed");
      };
    }
  }

  private static HarvestOutcome object(
      BufferedInputStream input, PaperJson json, @Nullable LocalDate day, Instant seen)
      throws IOException {
    input.mark(HEAD);
    String head = new String(input.readNBytes(HEAD), StandardCharsets.UTF_8);
    input.reset();
    if (BIORXIV.matcher(head).find()) {
      return new BiorxivParser("biorxiv", day, seen).parse(page(input)).outcome();
    }
    return JsonFeed.isBegunBy(head)
        ? new FeedParser(PaperRecord.SOURCE, null, day, seen).parseFile(page(input)).outcome()
        : json.lines(input);
  }

  /**
   * When the papers were seen as the file shows them: at the end of its day, so that an old file
   * does not count for more than a newer one that was read before it; without a day, now.
   */
  private Instant seen(@Nullable LocalDate day) {
    Instant now = clock.instant();
    Instant end =
        day == null
            ? now
            : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusSeconds(1);
    return end.isBefore(now) ? end : now;
  }

  /** One byte more than is taken, so that the parser sees that it is too much. */
  private static byte[] page(InputStream input) throws IOException {
    return input.readNBytes(FetchLimits.MOST_BYTES + 1);
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
        || character == 0x1e // RFC 7464
        || character == 0xef
        || character == 0xbb
        || character == 0xbf);
    input.reset();
    return character;
  }

  private static @Nullable LocalDate dayIn(Path file) {
    Matcher matcher = DAY_IN_NAME.matcher(String.valueOf(file.getFileName()));
    return matcher.find() ? FeedDates.day(matcher.group()) : null;
  }
}
