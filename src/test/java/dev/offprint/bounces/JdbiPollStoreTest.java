package dev.offprint.bounces;

import static dev.offprint.sending.OutboxFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbiPollStoreTest {
  private static final Instant LATER = MORNING.plusSeconds(300);

  @ParameterizedTest
  @EnumSource
  void theLastLookAndTheLastAnswerAreKept(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      PollStore polls = new JdbiPollStore(database.jdbi());
      assertThat(polls.last("a")).isEmpty();
      polls.keep("a", MORNING, "away");
      assertThat(polls.last("a")).contains(new Poll(MORNING, null, "away"));
      polls.keep("a", MORNING, null);
      assertThat(polls.last("a")).contains(new Poll(MORNING, MORNING, null));
      polls.keep("a", LATER, "x".repeat(900));
      assertThat(polls.last("a")).contains(new Poll(LATER, MORNING, "x".repeat(400)));
      assertThat(polls.last("b")).isEmpty();
    }
  }
}
