package dev.offprint.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.Instants;
import dev.offprint.db.TestDatabase;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class H2LedgerTest extends LedgerContract {
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  @Override
  Database open() {
    return TestDatabase.H2.fresh();
  }

  @Test
  void claimingDoesNotGoThroughWhatWasSent() {
    try (Database database = open()) {
      database
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute("set referential_integrity false");
                handle.execute(
                    """
                    insert into deliveries (subscriber_id, kind, status, message_id, planned_at, attempts)
                    select x, 'EDITION', 'SENT', '<' || x || '>', current_timestamp, 1
                    from system_range(1, 1000)\
                    """);
                String plan =
                    handle
                        .createQuery("explain analyze " + JdbiClaimStore.CANDIDATES)
                        .bind("first", Instants.argument(Instant.EPOCH))
                        .bind("now", Instants.argument(Instant.parse("2026-03-10T07:00:00Z")))
                        .bind("candidates", 100)
                        .mapTo(String.class)
                        .one();
                assertThat(SCANNED.matcher(plan).results().map(H2LedgerTest::number))
                    .isNotEmpty()
                    .allMatch(count -> count < 10);
              });
    }
  }

  private static int number(MatchResult found) {
    return Integer.parseInt(found.group(1));
  }
}
