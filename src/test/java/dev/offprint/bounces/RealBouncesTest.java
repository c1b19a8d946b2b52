package dev.offprint.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.bounces.Reading.ReportType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The reader on public bounces of many mail systems.
 *
 * <p>Whom a message names is found out without the reader: by searching its bytes for the fields
 * that name somebody; and where there are none, an address in the {@code To} of the returned mail,
 * which is the last header block of the file, counts if it also stands elsewhere.
 */
@Tag("real")
class RealBouncesTest {
  private static final Path DATA = Path.of(System.getProperty("offprint.data", "../shared/data"));
  private static final String ADDRESS = "[\\w.+=&#%!$*~-]+@[\\w-]+(?:\\.[\\w-]+)+";
  private static final Pattern FIELD =
      Pattern.compile(
          "(?im)^[ \\t]*(?:final-recipient|original-recipient|x-failed-recipients|original-rcpt-to)"
              + "[ \\t]*:[^\\n]*?("
              + ADDRESS
              + ")");
  private static final Pattern TO = Pattern.compile("(?im)^[ \\t>]*to:[^\\n]*?(" + ADDRESS + ")");
  private static final Pattern STATUS =
      Pattern.compile("(?im)^status\\s*:\\s*([45]\\.\\d{1,3}\\.\\d{1,3})");

  private static final Pattern BLAME =
      Pattern.compile("\\b5\\.7\\.\\d{1,2}\\b|spamhaus|black ?list|reverse dns|dmarc policy");
  private static final Pattern NOBODY_THERE =
      Pattern.compile("unknown|exist|not found|no longer|5\\.1\\.[1236]\\b");

  @Test
  void nineteenOfTwentyYieldWhoFailed() {
    Map<ReportType, Integer> kinds = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    int named = 0;
    int statuses = 0;
    int statusesRead = 0;
    for (Path file : files("bounces")) {
      byte[] bytes = read(file);
      Reading reading = BounceReader.read(bytes);
      kinds.merge(reading.kind(), 1, Integer::sum);
      String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
      Set<String> expected = named(text);
      if (!expected.isEmpty()) {
        named++;
        if (reading.recipients().stream().noneMatch(failed -> isOneOf(failed, expected))) {
          missed.add(file.getFileName() + " " + reading.kind() + " of " + expected);
        }
      }
      Matcher status = STATUS.matcher(text);
      if (status.find()) {
        statuses++;
        statusesRead +=
            reading.recipients().stream().anyMatch(failed -> failed.status() != null) ? 1 : 0;
      }
    }
    System.out.printf(
        "%d messages: %s%nrecipients: %d of %d that name one; status codes: %d of %d%nmissed: %s%n",
        files("bounces").size(),
        kinds,
        named - missed.size(),
        named,
        statusesRead,
        statuses,
        String.join("; ", missed));
    assertThat(named).as("messages that name who failed").isGreaterThan(250);
    assertThat(missed.size()).isLessThanOrEqualTo(named / 20);
    assertThat(statusesRead).isGreaterThanOrEqualTo(statuses * 95 / 100);
  }

  /** Judged by nothing but the status codes and the words in the bytes, and so less sharply. */
  @Test
  void nobodyIsSuppressedForWhatTheSenderIsBlamedFor() {
    Map<Severity, Integer> severities = new TreeMap<>();
    int blamed = 0;
    for (Path file : files("bounces")) {
      byte[] bytes = read(file);
      String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      List<FailedRecipient> recipients = BounceReader.read(bytes).recipients();
      recipients.forEach(failed -> severities.merge(failed.severity(), 1, Integer::sum));
      boolean blames = BLAME.matcher(text).find() && !NOBODY_THERE.matcher(text).find();
      blamed += blames ? 1 : 0;
      assertThat(recipients)
          .as(file.getFileName().toString())
          .noneMatch(failed -> blames && isBounce(failed) && failed.severity() == Severity.HARD);
    }
    System.out.println(
        "of " + blamed + " that blame the sender, nobody is suppressed: " + severities);
    assertThat(blamed).isGreaterThan(30);
    assertThat(severities.get(Severity.HARD)).isGreaterThan(90);
    assertThat(severities.get(Severity.REFUSED)).isGreaterThan(60);
  }

  /** Complaints have no diagnostic but their own. */
  private static boolean isBounce(FailedRecipient failed) {
    return !failed.diagnostic().startsWith("complaint");
  }

  @Test
  void whatLooksLikeABounceAndIsNoneYieldsNobody() {
    assertThat(files("bounces-not"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(BounceReader.read(read(file)).recipients()).isEmpty());
  }

  private static boolean isOneOf(FailedRecipient failed, Set<String> expected) {
    return expected.contains(failed.address().key())
        || (failed.forwardedTo() != null && expected.contains(failed.forwardedTo().key()));
  }

  private static Set<String> named(String text) {
    Set<String> named = new HashSet<>();
    Matcher field = FIELD.matcher(text);
    while (field.find()) {
      named.add(field.group(1).toLowerCase(Locale.ROOT));
    }
    int header = text.indexOf("\n\n");
    if (named.isEmpty() && header > 0) {
      String own = text.substring(0, header).toLowerCase(Locale.ROOT);
      String body = text.substring(header).toLowerCase(Locale.ROOT);
      Matcher to = TO.matcher(body);
      while (to.find()) {
        String address = to.group(1);
        boolean twice = body.indexOf(address) != body.lastIndexOf(address);
        if (twice && !own.contains(address)) {
          named.add(address);
        }
      }
    }
    return named;
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(DATA.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
