package dev.offprint.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Another process that copies from one data folder to another and stays at one table. */
final class CopyingProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;

  private CopyingProcess(Process process) {
    this.process = process;
    this.answers = process.inputReader();
  }

  static CopyingProcess between(Path from, Path to, String table) throws IOException {
    return new CopyingProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                CopyingProcess.class.getName(),
                from.toString(),
                to.toString(),
                table)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Returns once it has come to the table. */
  void await() throws IOException {
    String line = answers.readLine();
    while (line != null && !line.equals("here")) {
      line = answers.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("it ended before");
    }
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) {
    DatabaseCopy.run(
        DatabaseAddress.of(arguments[0]),
        DatabaseAddress.of(arguments[1]),
        (step, table, done, all) -> {
          if (table.equals(arguments[2])) {
            System.out.println("here");
            stay();
          }
        });
  }

  /** Until the process that waits for it ends. */
  private static void stay() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
