package dev.offprint.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;

/** Whatever arrives, reading it ends with an answer. */
class BounceReaderProperties {
  @Property(tries = 500)
  void aReportThatIsCutShortIsRead(
      @ForAll("reports") String report, @ForAll @IntRange(max = 3_000) int length) {
    byte[] bytes = Reports.bytes(report);
    assertRead(Arrays.copyOf(bytes, Math.min(length, bytes.length)));
  }

  @Property(tries = 1_000)
  void aReportWithWrongBytesIsRead(
      @ForAll("reports") String report,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 60) int changes) {
    byte[] bytes = Reports.bytes(report);
    Random random = new Random(seed);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : (byte) "\n:;<>@=\"-? ".charAt(random.nextInt(11));
    }
    assertRead(bytes);
  }

  @Property(tries = 300)
  void linesInAnyOrderAreRead(@ForAll("reports") String report, @ForAll long seed) {
    List<String> lines = Arrays.asList(report.split("\n", -1));
    java.util.Collections.shuffle(lines, new Random(seed));
    assertRead(Reports.bytes(String.join("\n", lines)));
  }

  @Property(tries = 200)
  void anyBytesAreRead(@ForAll byte[] bytes) {
    assertRead(bytes);
  }

  /** What makes backtracking patterns and greedy parsers slow. */
  @Example
  void hugeAndRepetitiveMessagesAreReadInTime() {
    List<String> endless =
        List.of(
            "a",
            "a@",
            "a.",
            "@",
            "<",
            " ",
            "\n",
            "a@b.example ",
            "4.4.4.",
            "550 ",
            "user ",
            "-- ",
            "to ",
            "=?utf-8?Q?a?=",
            "--=_part\n",
            "Received: x\n",
            ">",
            "user is not ",
            "\"",
            "<div>",
            "Final-Recipient: rfc822; a@b.example\n",
            "no mailbox ",
            "copy of the ",
            "original ");
    for (String piece : endless) {
      String filling = piece.repeat(1_000_000 / piece.length());
      for (String frame :
          List.of(
              Reports.inWords("%s"),
              Reports.statusReport("Final-Recipient: %s\nDiagnostic-Code: %s"),
              "Subject: %s\nFrom: MAILER-DAEMON <%s>\nContent-Type: multipart/report;"
                  + " boundary=\"=_part\"\n\n%s",
              "From: MAILER-DAEMON\nContent-Type: text/html\n\n%s")) {
        byte[] message = Reports.bytes(frame.replace("%s", filling));
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> BounceReader.read(message), "endless " + piece);
      }
    }
  }

  @Example
  void partsInPartsEndSomewhere() {
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      nested.append("Content-Type: multipart/mixed; boundary=b").append(i);
      nested.append("\n\n--b").append(i).append('\n');
    }
    assertRead(Reports.bytes("From: MAILER-DAEMON@mx.example\n" + nested));
  }

  private static void assertRead(byte[] bytes) {
    Reading reading = BounceReader.read(bytes);
    assertThat(reading.recipients())
        .allSatisfy(failed -> assertThat(failed.diagnostic()).hasSizeLessThan(310));
    assertThat(reading.recipients())
        .extracting(failed -> failed.address().key())
        .doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<String> reports() {
    return Arbitraries.of(Reports.all());
  }
}
