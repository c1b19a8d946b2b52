package dev.offprint.app;

import dev.offprint.db.Instants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Thirty days of a ledger, as a lab has it: a few go wrong, and few get mails at weekends. */
public final class MonthOfMails {
  private final Random random = new Random(11);
  private final Jdbi jdbi;
  private final Instant now;

  private MonthOfMails(Jdbi jdbi, Instant now) {
    this.jdbi = jdbi;
    this.now = now;
  }

  /**
   * Writes the editions of the subscribers that an installation has, up to now.
   *
   * @param alike so many more who are as the first of them
   */
  public static void into(Installation installation, int alike) {
    try (Wiring wiring = installation.wiring()) {
      wiring
          .database()
          .jdbi()
          .useHandle(
              handle -> {
                for (int i = 1; i <= alike; i++) {
                  handle.execute(
                      """
                      insert into subscribers (address, address_key, status, content, interests, maximum, at_time, zone,
                        days, format, created_at, next_due)
                      select ?, ?, status, content, interests, maximum, at_time, zone, days, format, created_at, next_due
                      from subscribers where id = (select min(id) from subscribers)\
                      """,
                      "like" + i + "@example.org",
                      "like" + i + "@example.org");
                }
              });
      new MonthOfMails(wiring.database().jdbi(), installation.clock.instant()).write();
    }
  }

  private void write() {
    List<Long> readers =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select id from subscribers where status = 'ACTIVE' order by id")
                    .mapTo(Long.class)
                    .list());
    LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
    jdbi.useTransaction(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  insert into deliveries (subscriber_id, kind, edition_day, status, reason, message_id, planned_at,
                    next_attempt_at, attempts, settled_at)
                  values (:subscriber, 'EDITION', :day, :status, :reason, :message, :planned, :next, 1, :settled)\
                  """);
          for (int back = 29; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            for (long reader : readers) {
              if (!weekend || reader % 3 == 0) {
                add(batch, reader, day, back);
              }
            }
          }
          batch.execute();
          handle.execute(
              "insert into forgotten_deliveries (counted_day, status, deliveries) values (?,"
                  + " 'SENT', 12)",
              today.minusDays(20));
        });
  }

  private void add(PreparedBatch batch, long reader, LocalDate day, int back) {
    int chance = random.nextInt(1_000);
    String status =
        chance < 30
            ? "SKIPPED"
            : chance < 36
                ? "BOUNCED"
                : chance < 37 ? "COMPLAINED" : chance < 41 ? "FAILED" : "SENT";
    if (back == 0 && chance > 950) {
      status = "DEFERRED";
    }
    Instant planned = now.minus(back, ChronoUnit.DAYS).minus(70, ChronoUnit.MINUTES);
    boolean waits = status.equals("DEFERRED");
    batch
        .bind("subscriber", reader)
        .bind("day", day)
        .bind("status", status)
        .bind("reason", reason(status, reader))
        .bind("message", "<" + reader + "." + day + "@lab.example>")
        .bind("planned", Instants.argument(planned))
        .bind("next", waits ? Instants.argument(now.plus(9, ChronoUnit.MINUTES)) : null)
        .bind("settled", waits ? null : Instants.argument(planned.plusSeconds(40)))
        .add();
  }

  private static String reason(String status, long reader) {
    return switch (status) {
      case "SKIPPED" ->
          reader % 4 == 0 ? "paused before it was sent" : "no paper of these days matches";
      case "BOUNCED" -> "550 5.1.1 <reader" + reader + "@example.org>: there is no such mailbox";
      case "COMPLAINED" -> "its reader called it unwanted";
      case "FAILED" -> "554 5.7.1 <reader" + reader + "@example.org> takes nothing of this kind";
      case "DEFERRED" -> "451 4.7.1 try again later";
      default -> "250 2.0.0 taken";
    };
  }
}
