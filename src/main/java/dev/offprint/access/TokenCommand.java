package dev.offprint.access;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Runs a program that prints the token. No shell is between, so no character of an argument has a
 * meaning of its own.
 *
 * @param key that names the program, such as {@code smtp.oauth.token_command}
 * @param limit how long it may take
 */
record TokenCommand(String key, List<String> command, Duration limit) implements TokenSource {
  static final Duration LIMIT = Duration.ofSeconds(30);

  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_SAID = 200;

  /** So long a word in what a program complains of may be a token. */
  private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9._~+=-]{40,}");

  @Override
  public Asked ask() {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .start();
    } catch (IOException e) {
      return Asked.failed(
          named() + " cannot be run; check that it is there and may be executed", false);
    }
    CompletableFuture<String> said =
        CompletableFuture.supplyAsync(
            () -> text(process.getErrorStream()), Thread::startVirtualThread);
    CompletableFuture<String> printed =
        CompletableFuture.supplyAsync(
            () -> text(process.getInputStream()), Thread::startVirtualThread);
    try {
      String token = printed.get(limit.toMillis(), TimeUnit.MILLISECONDS).strip();
      String complaint = said.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException();
      }
      if (process.exitValue() != 0) {
        return Asked.failed(
            named() + " failed with exit code " + process.exitValue() + lastLine(complaint), true);
      }
      return token.isEmpty()
          ? Asked.failed(named() + " printed nothing" + lastLine(complaint), true)
          : Asked.token(token, named(), Duration.ZERO);
    } catch (TimeoutException e) {
      return Asked.failed(named() + " did not end within " + TokenSource.inWords(limit), true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Asked.failed(named() + " was interrupted", true);
    } catch (ExecutionException e) {
      return Asked.failed(named() + " could not be listened to", true);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Arguments may hold secrets. */
  @Override
  public String toString() {
    return named();
  }

  private static File nothing() {
    return new File("/dev/null");
  }

  private String named() {
    return key + " " + command.getFirst();
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // It was ended.
    }
  }

  private static String lastLine(String complaint) {
    String line = complaint.strip().lines().reduce("", (before, last) -> last);
    String plain = LONG_WORD.matcher(line.replaceAll("\\p{Cntrl}+", " ")).replaceAll("***").strip();
    return plain.isEmpty()
        ? ""
        : ": " + (plain.length() > MOST_SAID ? plain.substring(0, MOST_SAID) + "…" : plain);
  }
}
