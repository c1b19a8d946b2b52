package dev.offprint.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was kept by an older version is there after an update. */
class OlderDatabaseTest {

  @ParameterizedTest
  @EnumSource
  void papersAndWhoWasSentThemOutliveTheTableOfIds(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      String binary = kind == TestDatabase.POSTGRESQL ? "bytea" : "blob";
      flyway(database, binary, "3").clean();
      flyway(database, binary, "3").migrate();
      database
          .jdbi()
          .useHandle(
              handle ->
                  List.of(
                          "insert into papers (id, title, abstract, authors, categories, announced,"
                              + " upvotes, comments, stars, first_seen) values ('2405.00001', 'T',"
                              + " '', '', '', '2024-05-27', 7, 0, 0, current_timestamp)",
                          "insert into signals values ('2405.00001', 'huggingface', 'UPVOTES',"
                              + " '2024-05-27 12:00:00+00', 7)",
                          "insert into subscribers (id, address, address_key, status, content,"
                              + " maximum, at_time, zone, days, format, created_at, next_due)"
                              + " values (1, 'a@lab.example', 'a@lab.example', 'ACTIVE', 'BOTH',"
                              + " 10, '07:00:00', 'UTC', 'MON', 'HTML', current_timestamp,"
                              + " current_timestamp)",
                          "insert into deliveries (id, subscriber_id, kind, status, message_id,"
                              + " planned_at, attempts) values (1, 1, 'EDITION', 'SENT', 'm',"
                              + " current_timestamp, 1)",
                          "insert into interests values (1, 1, 'second'), (1, 0, 'first')",
                          "insert into edition_papers values (1, 0, 1, '2405.00001', '{}')")
                      .forEach(handle::execute));
      flyway(database, binary, "latest").migrate();
      List<Map<String, Object>> sent =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery(
                              "select i.paper_id, p.upvotes, e.reasons, s.interests from editions e"
                                  + " cross join subscribers s"
                                  + " join paper_ids i on i.id = e.papers"
                                  + " join papers p on p.id = i.paper_id"
                                  + " where p.upvotes_at is not null")
                          .mapToMap()
                          .list());
      assertThat(sent)
          .containsExactly(
              Map.of(
                  "paper_id",
                  "2405.00001",
                  "upvotes",
                  7,
                  "reasons",
                  "[{}]",
                  "interests",
                  "first\nsecond"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoLeftBeforeIsAmongTheSuppressions(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      String binary = kind == TestDatabase.POSTGRESQL ? "bytea" : "blob";
      flyway(database, binary, "12").clean();
      flyway(database, binary, "12").migrate();
      String subscriber =
          "insert into subscribers (id, address, address_key, status, content, maximum, at_time,"
              + " zone, days, format, created_at, next_due) values (%d, '%s', '%s', '%s', 'BOTH',"
              + " 10, '07:00:00', 'UTC', 'MON', 'HTML', current_timestamp, current_timestamp)";
      database
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute(subscriber.formatted(1, "A@x", "a@x", "UNSUBSCRIBED"));
                handle.execute(subscriber.formatted(2, "b@x", "b@x", "UNSUBSCRIBED"));
                handle.execute(subscriber.formatted(3, "c@x", "c@x", "ACTIVE"));
                handle.execute(
                    "insert into suppressions (address_key, address, origin, reason, created_at)"
                        + " values ('b@x', 'b@x', 'COMPLAINT', 'spam', current_timestamp)");
              });
      flyway(database, binary, "latest").migrate();
      List<String> suppressed =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select address || ' ' || origin from suppressions")
                          .mapTo(String.class)
                          .list());
      assertThat(suppressed).containsExactlyInAnyOrder("A@x UNSUBSCRIBE", "b@x COMPLAINT");
    }
  }

  private static Flyway flyway(Database database, String binary, String target) {
    return Flyway.configure()
        .dataSource(database.dataSource())
        .locations("classpath:dev/offprint/db")
        .placeholders(
            Map.of("binary", binary, "bytes", binary.equals("blob") ? "varbinary(4096)" : binary))
        .target(target)
        .cleanDisabled(false)
        .load();
  }
}
