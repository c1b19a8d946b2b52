package dev.offprint.cli;

import dev.offprint.bounces.Poll;
import dev.offprint.bounces.PollStore;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last look, whatever the mailbox. */
final class MemoryPolls implements PollStore {
  @Nullable Poll last;

  @Override
  public void keep(String mailbox, Instant now, @Nullable String problem) {
    Instant answered = last == null ? null : last.answeredAt();
    last = new Poll(now, problem == null ? now : answered, problem);
  }

  @Override
  public Optional<Poll> last(String mailbox) {
    return Optional.ofNullable(last);
  }
}
