package dev.offprint.app;

import dev.offprint.alerts.Alerts;
import dev.offprint.alerts.CertificateAlert;
import dev.offprint.alerts.ComplaintAlert;
import dev.offprint.alerts.DeliveryAlert;
import dev.offprint.alerts.PauseAlert;
import dev.offprint.alerts.SourceAlert;
import dev.offprint.config.MailConfiguration;
import dev.offprint.doctor.DataFolderCheck;
import dev.offprint.doctor.Examination;
import dev.offprint.ledger.Ledger;
import dev.offprint.schedule.AlertJob;
import dev.offprint.schedule.PlanJob;
import dev.offprint.sending.PlainMail;
import dev.offprint.smtp.RelayProbe;
import dev.offprint.smtp.SmtpTransport;
import dev.offprint.sources.Source;
import dev.offprint.subscribers.EmailAddress;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Puts together what tells the operator by mail that something is wrong. */
record AlertWiring(Wiring wiring, PlanJob planning) {
  /** The job, which does nothing where nobody is to be told. */
  AlertJob job() {
    MailConfiguration mail = wiring.configuration().mail();
    if (mail.operator().isEmpty()) {
      return new AlertJob(Optional::empty);
    }
    String from = mail.serviceFrom().isEmpty() ? mail.from() : mail.serviceFrom();
    Alerts alerts =
        new Alerts(
            examination(mail),
            SmtpTransport.impatient(
                wiring.configuration().smtp(), mail, wiring.harvesting().proxies(), wiring.clock()),
            new PlainMail(from, new SecureRandom()),
            EmailAddress.of(mail.operator().replaceAll(".*<|>.*", "")),
            wiring.data().resolve("alerts.told"),
            wiring.clock());
    return new AlertJob(alerts::look);
  }

  private Examination examination(MailConfiguration mail) {
    Ledger ledger = wiring.ledger();
    return new Examination(
        List.of(
            new DeliveryAlert(
                planning::problem, () -> ledger.deliveries().counts(today().minusDays(1))),
            new SourceAlert(
                wiring.harvesting().enabled().stream().map(Source::name).toList(),
                () -> wiring.harvests().health(wiring.clock().instant())),
            new PauseAlert(() -> ledger.claims().pausedSince()),
            new ComplaintAlert(() -> ledger.deliveries().counts()),
            new DataFolderCheck(wiring.data(), () -> true),
            new CertificateAlert(
                () ->
                    RelayProbe.ask(
                        wiring.configuration().smtp(),
                        mail,
                        wiring.harvesting().proxies(),
                        wiring.clock()),
                wiring.clock())),
        Examination.LIMIT);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(wiring.clock().instant(), ZoneOffset.UTC);
  }
}
