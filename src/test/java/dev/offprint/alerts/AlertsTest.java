package dev.offprint.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.doctor.Check;
import dev.offprint.doctor.Examination;
import dev.offprint.doctor.Finding;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.sending.MailTransport;
import dev.offprint.sending.OutgoingMessage;
import dev.offprint.sending.PlainMail;
import dev.offprint.sending.SendOutcome;
import dev.offprint.smtp.RelayProbe;
import dev.offprint.subscribers.EmailAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTest {
  private static final EmailAddress ADA = EmailAddress.of("ada@lab.example");

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-24T06:00:00Z");
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final List<OutgoingMessage> sent = new ArrayList<>();
  private SendOutcome outcome = new SendOutcome.Accepted("250 ok");

  private record Known(String name, Map<String, Finding> findings) implements Check {
    @Override
    public Finding look() {
      return findings.getOrDefault(name, new Finding.Good("well"));
    }
  }

  /** Made anew each time, as after a restart. */
  private Optional<String> look() throws Exception {
    return new Alerts(
            new Examination(
                List.of(new Known("sources", findings), new Known("sending", findings)),
                Duration.ofSeconds(30)),
            () ->
                new MailTransport.Connection() {
                  @Override
                  public Optional<SendOutcome.RelayUnavailable> connect() {
                    return Optional.empty();
                  }

                  @Override
                  public SendOutcome send(OutgoingMessage message) {
                    sent.add(message);
                    return outcome;
                  }

                  @Override
                  public void close() {}
                },
            new PlainMail("Papers <papers@lab.example>", new Random(1)),
            ADA,
            folder.resolve("alerts.told"),
            () -> now)
        .look();
  }

  private void after(Duration time) throws Exception {
    now = now.plus(time);
    assertThat(look()).isEmpty();
  }

  private static Finding fault(String what) {
    return new Finding.Fault(what, "mend it");
  }

  @Test
  void whenAllIsWellNothingIsSent() throws Exception {
    assertThat(look()).isEmpty();
    assertThat(sent).isEmpty();
  }

  @Test
  void oneMailTellsAllThatIsWrong() throws Exception {
    findings.put("sources", fault("arxiv is silent"));
    findings.put("sending", new Finding.Warning("paused since yesterday", "resume it"));
    assertThat(look()).isEmpty();

    OutgoingMessage mail = sent.getFirst();
    assertThat(sent).hasSize(1);
    assertThat(mail.to()).isEqualTo(ADA);
    assertThat(mail.from()).isEqualTo("Papers <papers@lab.example>");
    assertThat(mail.headers()).containsEntry("Auto-Submitted", "auto-generated");
    assertThat(mail.content().subject()).isEqualTo("Offprint: 2 things need a look");
    assertThat(mail.content().text())
        .startsWith(
            """
            sources:
              arxiv is silent.
              Mend it.

            sending:
              paused since yesterday.
              Resume it.
            """);
  }

  @Test
  void theSameIsToldAgainAfterAWeekAndOtherThingsAfterADay() throws Exception {
    findings.put("sources", fault("arxiv is silent"));
    after(Duration.ZERO);
    after(Duration.ofHours(1));
    assertThat(sent).hasSize(1);

    findings.put("sending", fault("paused"));
    after(Duration.ofHours(22));
    assertThat(sent).hasSize(1);
    after(Duration.ofHours(1));
    assertThat(sent).hasSize(2);

    after(Duration.ofDays(6));
    assertThat(sent).hasSize(2);
    after(Duration.ofDays(1));
    assertThat(sent).hasSize(3);
  }

  @Test
  void whatComesBackIsNews() throws Exception {
    findings.put("sources", fault("arxiv is silent"));
    after(Duration.ZERO);
    findings.clear();
    after(Duration.ofDays(1));
    findings.put("sources", fault("arxiv is silent"));
    after(Duration.ofHours(1));
    assertThat(sent).hasSize(2);
    assertThat(sent.getLast().content().subject()).isEqualTo("Offprint: sources needs a look");
  }

  @Test
  void aMailThatDoesNotLeaveIsDueAgain() throws Exception {
    findings.put("sources", fault("arxiv is silent"));
    outcome = new SendOutcome.RelayUnavailable("the relay is away");
    assertThat(look().orElseThrow()).contains("did not leave");
    outcome = new SendOutcome.Accepted("250 ok");
    assertThat(look()).isEmpty();
    assertThat(sent).hasSize(2);
    assertThat(look()).isEmpty();
    assertThat(sent).hasSize(2);
  }

  @Test
  void aTenthOfFailuresIsTooMany() {
    assertThat(editions(Map.of(Status.SENT, 91, Status.FAILED, 9)))
        .isInstanceOf(Finding.Good.class);
    assertThat(editions(Map.of(Status.SENT, 80, Status.BOUNCED, 10, Status.FAILED, 10)).what())
        .isEqualTo("10 of 100 editions of today and yesterday failed");
    assertThat(editions(Map.of())).isInstanceOf(Finding.Good.class);
    assertThat(new DeliveryAlert(() -> Optional.of("the disk is full"), Map::of).look().what())
        .isEqualTo("planning fails: the disk is full");
  }

  private static Finding editions(Map<Status, Integer> counts) {
    return new DeliveryAlert(Optional::empty, () -> counts).look();
  }

  @Test
  void complaintsCountFromOneInAThousandOn() {
    assertThat(complaints(2, 1_998)).isInstanceOf(Finding.Good.class);
    assertThat(complaints(3, 1_997).what())
        .isEqualTo("3 of 2,000 mails brought a complaint, which is 0.15 %");
    assertThat(complaints(1, 9)).isInstanceOf(Finding.Good.class);
  }

  private static Finding complaints(int complained, int sent) {
    return new ComplaintAlert(() -> Map.of(Status.COMPLAINED, complained, Status.SENT, sent))
        .look();
  }

  @Test
  void aPauseIsToldWithItsBeginning() {
    assertThat(new PauseAlert(() -> Optional.of(now)).look().what())
        .isEqualTo("paused since 2026-11-24 06:00 UTC");
    assertThat(new PauseAlert(Optional::empty).look()).isInstanceOf(Finding.Good.class);
  }

  @Test
  void aRelayThatIsAwayIsNoNewsAndACertificateThatRunsOutIs() {
    assertThat(
            new CertificateAlert(() -> new RelayProbe.Outcome.Unavailable("away"), () -> now)
                .look())
        .isInstanceOf(Finding.Good.class);
  }
}
