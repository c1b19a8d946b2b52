package dev.offprint.alerts;

import dev.offprint.doctor.Examination;
import dev.offprint.doctor.Finding;
import dev.offprint.sending.MailTransport;
import dev.offprint.sending.PlainMail;
import dev.offprint.sending.SendOutcome;
import dev.offprint.subscribers.EmailAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails the operator what checks found wrong. */
public final class Alerts {
  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

  private final Examination examination;
  private final MailTransport transport;
  private final PlainMail mail;
  private final EmailAddress operator;
  private final ToldAlerts told;
  private final InstantSource clock;

  /**
   * Looks at nothing yet.
   *
   * @param told the file that says what was told; made when it is needed
   */
  public Alerts(
      Examination examination,
      MailTransport transport,
      PlainMail mail,
      EmailAddress operator,
      Path told,
      InstantSource clock) {
    this.examination = examination;
    this.transport = transport;
    this.mail = mail;
    this.operator = operator;
    this.told = new ToldAlerts(told);
    this.clock = clock;
  }

  /**
   * Runs the checks, and sends a mail when something is wrong and it is time for one.
   *
   * @return why a mail that was due did not leave; empty when none was due, or it left
   */
  public Optional<String> look() throws IOException {
    Map<String, Finding> wrong = new LinkedHashMap<>();
    for (Examination.Result result : examination.run(found -> {})) {
      if (!(result.finding() instanceof Finding.Good)) {
        wrong.put(result.name(), result.finding());
      }
    }
    Instant now = clock.instant();
    told.recovered(wrong.keySet());
    if (wrong.isEmpty() || !told.isDue(wrong.keySet(), now)) {
      return Optional.empty();
    }
    try (MailTransport.Connection connection = transport.open()) {
      SendOutcome outcome = connection.send(mail.to(operator, subject(wrong), text(wrong), now));
      if (!(outcome instanceof SendOutcome.Accepted)) {
        return Optional.of("the mail to mail.operator did not leave: " + outcome);
      }
    }
    told.told(wrong.keySet(), now);
    LOG.info("told the operator of {}", wrong.keySet());
    return Optional.empty();
  }

  private static String subject(Map<String, Finding> wrong) {
    return wrong.size() == 1
        ? "Offprint: " + wrong.keySet().iterator().next() + " needs a look"
        : String.format(Locale.ROOT, "Offprint: %d things need a look", wrong.size());
  }

  private static String text(Map<String, Finding> wrong) {
    StringBuilder text = new StringBuilder();
    wrong.forEach(
        (name, finding) ->
            text.append(name)
                .append(":\n  ")
                .append(finding.what())
                .append(".\n  ")
                .append(remedy(finding))
                .append(".\n\n"));
    return text
        + """
        'offprint doctor' looks at all of it again, and 'offprint status' says
        how things stand. The same is not told again before a week has passed,
        and never more than once a day.
        """;
  }

  private static String remedy(Finding finding) {
    String remedy =
        switch (finding) {
          case Finding.Good good -> "";
          case Finding.Warning warning -> warning.remedy();
          case Finding.Fault fault -> fault.remedy();
        };
    return remedy.isEmpty()
        ? remedy
        : remedy.substring(0, 1).toUpperCase(Locale.ROOT) + remedy.substring(1);
  }
}
