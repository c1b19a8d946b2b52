package dev.offprint.operator;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database whether it answers, within a time: who watches is not to hang where it hangs.
 * An answer holds for a second, and while one is waited for, no other is asked for.
 */
final class Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration KEPT = Duration.ofSeconds(1);

  private final Runnable ask;
  private final Duration patience;
  private final Cached<Optional<String>> problem;
  private @Nullable CompletableFuture<Void> asked;

  Probe(Runnable ask, LongSupplier nanoseconds) {
    this(ask, PATIENCE, nanoseconds);
  }

  /**
   * Asks nothing yet.
   *
   * @param ask throws when there is no answer
   */
  Probe(Runnable ask, Duration patience, LongSupplier nanoseconds) {
    this.ask = ask;
    this.patience = patience;
    this.problem = new Cached<>(this::look, KEPT, nanoseconds);
  }

  /** Why it does not answer; empty when it does. */
  Optional<String> problem() {
    return problem.get();
  }

  private Optional<String> look() {
    CompletableFuture<Void> waiting = asked;
    if (waiting == null) {
      CompletableFuture<Void> answer = new CompletableFuture<>();
      // Never interrupted: that would close the file of an embedded database for all.
      Thread.ofPlatform()
          .name("probe")
          .daemon(true)
          .start(
              () -> {
                try {
                  ask.run();
                  answer.complete(null);
                } catch (RuntimeException | Error e) {
                  answer.completeExceptionally(e);
                }
              });
      waiting = answer;
    }
    asked = null;
    try {
      waiting.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (TimeoutException e) {
      asked = waiting;
      return Optional.of("the database has not answered for " + patience.toSeconds() + " seconds");
    } catch (ExecutionException e) {
      return Optional.of("the database does not answer");
    } catch (InterruptedException e) {
      asked = waiting;
      Thread.currentThread().interrupt();
      return Optional.of("the database was not waited for");
    }
  }
}
