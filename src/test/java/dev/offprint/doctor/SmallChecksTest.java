package dev.offprint.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.ledger.Delivery;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.planning.ClockCheck;
import dev.offprint.smtp.RelayCertificate;
import dev.offprint.smtp.RelayProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the checks make of what they see. */
class SmallChecksTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private static RelayProbe.Outcome relay(Duration left, long size) {
    return new RelayProbe.Outcome.Ready(
        Optional.of(new RelayCertificate(NOW.plus(left))), size, true, false);
  }

  @ParameterizedTest
  @CsvSource({"21, ok", "20, warning", "3, warning", "2, error", "0, error"})
  void aCertificateIsRenewedInTime(int days, String state) {
    RelayProbe.Outcome seen = relay(Duration.ofDays(days).plusHours(1), 0);
    assertThat(Words.of(new RelayCertificateCheck(() -> seen, CLOCK).look()))
        .startsWith(state + ": good for " + days + " more day");
  }

  @Test
  void aRelayThatTakesSmallMailsOnlyIsAnError() {
    assertThat(Words.of(new RelayOffersCheck(() -> relay(Duration.ofDays(90), 90_000)).look()))
        .startsWith("error: mails up to 90 KB; 8BITMIME; no SMTPUTF8");
    assertThat(Words.of(new RelayOffersCheck(() -> relay(Duration.ofDays(90), 0)).look()))
        .startsWith("ok: it names no largest size; 8BITMIME");
  }

  @Test
  void theRemedyIsToldApartFromWhatTheRelayAnswered() {
    assertThat(
            Finding.fault(
                "the relay refused the login: 535 no. See our page. Check smtp.username.", "look"))
        .isEqualTo(
            new Finding.Fault(
                "the relay refused the login: 535 no. See our page", "Check smtp.username."));
  }

  private static String time(Optional<String> problem, Optional<ClockCheck.Witness> witness) {
    return Words.of(
        new TimeCheck(CLOCK, ZoneId.of("Europe/Oslo"), () -> {}, () -> problem, () -> witness)
            .look());
  }

  @Test
  void theClockIsToldWithWhoAgrees() {
    ClockCheck.Witness other = new ClockCheck.Witness("arxiv.org", Duration.ofSeconds(-2));
    assertThat(time(Optional.empty(), Optional.of(other)))
        .startsWith("ok: 2026-11-24 09:00 in Europe/Oslo, zone data 20")
        .endsWith("; arxiv.org says the same within 2 s");
    assertThat(time(Optional.empty(), Optional.empty())).contains("no source told its time");
    assertThat(time(Optional.of("the clock says 1970"), Optional.empty()))
        .startsWith("error: the clock says 1970 -> set the clock");
    assertThat(
            Words.of(
                new TimeCheck(CLOCK, ZoneOffset.UTC, () -> {}, Optional::empty, Optional::empty)
                    .look()))
        .endsWith("Days, and times without a zone, are those of UTC");
  }

  private static String receivers(Readers readers, int sent, int complaints) {
    return receivers(readers, sent, complaints, 0);
  }

  private static String receivers(Readers readers, int sent, int complaints, int daily) {
    return Words.of(
        new ReceiversCheck(
                () -> readers,
                () -> Map.of(Delivery.Status.SENT, sent, Delivery.Status.COMPLAINED, complaints),
                daily)
            .look());
  }

  @Test
  void moreReadersThanWereEverMailedAreToBeWarmedUpTo() {
    Readers many = new Readers(20_000, 0, 0, 0);
    assertThat(receivers(many, 0, 0))
        .startsWith("warning: 20,000 mails a day at the most")
        .contains("have never been mailed from here", "smtp.limits.daily = 500");
    assertThat(receivers(many, 19_999, 0)).startsWith("warning: ");
    assertThat(receivers(many, 20_000, 0)).startsWith("ok: ");
    assertThat(receivers(many, 0, 0, 500)).startsWith("ok: ");
    assertThat(receivers(new Readers(5_000, 0, 0, 0), 0, 0)).startsWith("ok: ");
  }

  @Test
  void whichRulesHoldDependsOnTheReadersAndComplaintsOnTheirRate() {
    Readers few = new Readers(4_999, 10, 0, 0);
    assertThat(receivers(few, 0, 0))
        .startsWith("ok: 4,999 mails a day at the most")
        .contains("Below 5,000")
        .endsWith("Nothing was sent yet.");
    assertThat(receivers(new Readers(5_000, 10, 0, 0), 9_999, 1))
        .startsWith("ok: ")
        .contains("The rules for bulk senders hold")
        .contains("1 brought a complaint (0.01 %)");
    assertThat(receivers(few, 9_990, 10)).startsWith("warning: ").contains("(0.10 %)");
    assertThat(receivers(few, 9_970, 30)).startsWith("error: ").contains("(0.30 %)");
    assertThat(receivers(few, 99, 1)).startsWith("ok: ");
  }

  @Test
  void theHeapIsEnoughForTheReaders() {
    assertThat(
            Words.of(
                new MemoryCheck(() -> 268_000_000L, () -> new Readers(10_000, 0, 0, 0)).look()))
        .startsWith("ok: a heap of up to 268 MB; 10,000 readers want 256 MB");
    assertThat(
            Words.of(
                new MemoryCheck(() -> 268_000_000L, () -> new Readers(10_001, 0, 0, 0)).look()))
        .startsWith("warning: ")
        .endsWith("set OFFPRINT_JAVA_OPTIONS=-Xmx512m for the daemon");
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Model(float[] vector) implements SentenceModel {
    @Override
    public float[] ofText(String text) {
      return vector;
    }

    @Override
    public float[] ofQuery(String query) {
      return vector;
    }

    @Override
    public void close() {}
  }

  @Test
  void aModelMustGiveAVector() {
    Model good = new Model(new float[] {0.6f, 0.8f});
    assertThat(Words.of(new ModelCheck(() -> Optional.of(good)).look()))
        .isEqualTo("ok: loads, and gives a vector of 2 numbers");
    Model none = new Model(new float[] {0, 0});
    assertThat(Words.of(new ModelCheck(() -> Optional.of(none)).look())).startsWith("error: ");
    assertThat(Words.of(new ModelCheck(Optional::empty).look())).startsWith("ok: off");
  }
}
