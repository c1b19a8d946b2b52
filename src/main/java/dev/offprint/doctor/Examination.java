package dev.offprint.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs checks side by side, each within its time. */
public final class Examination {
  private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

  /** What a check may take; each question of its own to the network gives up earlier. */
  public static final Duration LIMIT = Duration.ofSeconds(15);

  private final List<Check> checks;
  private final Duration limit;

  public Examination(List<Check> checks, Duration limit) {
    this.checks = List.copyOf(checks);
    this.limit = limit;
  }

  /** One check and what came of it. */
  public record Result(String name, Finding finding) {}

  /**
   * Is told of each result, in the order of the checks, as soon as it and those before are known.
   */
  public interface Listener {
    void found(Result result);
  }

  /** Runs all of them. A check that takes longer goes on, and nobody waits for it. */
  public List<Result> run(Listener listener) {
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("doctor-", 0).factory());
    long begun = System.nanoTime();
    Map<Check, CompletableFuture<Finding>> findings = new LinkedHashMap<>();
    checks.forEach(
        check -> findings.put(check, CompletableFuture.supplyAsync(check::look, threads)));
    List<Result> results = new ArrayList<>();
    findings.forEach(
        (check, finding) -> {
          Result result = new Result(check.name(), await(finding, begun + limit.toNanos()));
          results.add(result);
          listener.found(result);
        });
    threads.shutdownNow();
    return results;
  }

  private Finding await(CompletableFuture<Finding> finding, long until) {
    try {
      return finding.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return new Finding.Warning(
          "no answer within " + limit.toSeconds() + " seconds",
          "ask again; if it stays so, look at what it has to reach");
    } catch (ExecutionException e) {
      LOG.debug("A check failed unexpectedly", e);
      return new Finding.Fault(message(e.getCause()), "details are logged at level debug");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Finding.Warning("it was interrupted", "ask again");
    }
  }

  private static String message(@Nullable Throwable failure) {
    String message = failure == null ? null : failure.getMessage();
    return message == null || message.isBlank()
        ? "it failed unexpectedly"
        : message.strip().lines().findFirst().orElse(message);
  }
}
