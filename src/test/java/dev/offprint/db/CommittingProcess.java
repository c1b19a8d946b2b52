package dev.offprint.db;

import dev.offprint.config.DatabaseConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another process on the same data: commits one number after the other and prints each after it.
 */
final class CommittingProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;

  private CommittingProcess(Process process) {
    this.process = process;
    this.answers = process.inputReader();
  }

  static CommittingProcess on(Path data) throws IOException {
    return new CommittingProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                CommittingProcess.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** The next numbers whose commits were answered. */
  List<Integer> next(int count) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    String line = "";
    while (numbers.size() < count && line != null) {
      line = answers.readLine();
      if (line != null && line.startsWith("committed ")) {
        numbers.add(Integer.valueOf(line.substring("committed ".length())));
      }
    }
    return numbers;
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    // Process.destroyForcibly would close the pipe, and with it lose answers that were given.
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) {
    try (Database database = database(Path.of(arguments[0]))) {
      // The pipe breaks when the test's own process ends, however it ends.
      for (int number = 1; !System.out.checkError(); number++) {
        insert(database, number);
        System.out.println("committed " + number);
      }
    }
  }

  static Database database(Path data) {
    Database database = Database.open(new DatabaseConfiguration("", "", "", "", 7), data);
    database
        .jdbi()
        .useHandle(h -> h.execute("create table if not exists kept (number int primary key)"));
    return database;
  }

  static void insert(Database database, int number) {
    database.jdbi().useHandle(h -> h.execute("insert into kept values (?)", number));
  }

  static List<Integer> kept(Database database) {
    return database
        .jdbi()
        .withHandle(
            h -> h.createQuery("select number from kept order by 1").mapTo(Integer.class).list());
  }
}
