package dev.offprint.demo;

import dev.offprint.app.Daemon;
import dev.offprint.app.TemporaryFolder;
import dev.offprint.app.Wiring;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Features.Sending;
import dev.offprint.cli.console.MeaningProgress;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.meaning.Effort;
import dev.offprint.meaning.ModelUnavailable;
import dev.offprint.papers.Sighting;
import dev.offprint.sending.DispatchReport;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.subscribers.Subscriber;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One day on embedded parts: an H2 in a temporary folder, and a mail server in this process that
 * keeps every mail.
 */
final class Demo implements AutoCloseable {
  private final TemporaryFolder folder = new TemporaryFolder("offprint-demo");
  private final DemoInbox inbox;
  private final Wiring wiring;
  private final LocalDate today;
  private @Nullable Daemon daemon;

  Demo(Path home, InstantSource clock) {
    inbox = new DemoInbox(home.resolve("templates"));
    ConfigurationLoader.Loaded configuration = configuration(inbox.smtpPort());
    wiring = new Wiring(() -> configuration, folder.path(), home, clock);
    today = clock.instant().atZone(wiring.zone()).toLocalDate();
  }

  /** As initially, but for a mail server in this process and without any source on the network. */
  private static ConfigurationLoader.Loaded configuration(int smtpPort) {
    int port = freePort();
    return ConfigurationLoader.load(
        null,
        Map.of(
            "OFFPRINT_SERVER__PORT", String.valueOf(port),
            "OFFPRINT_SERVER__BASE_URL", "http://localhost:" + port,
            "OFFPRINT_SMTP__HOST", "127.0.0.1",
            "OFFPRINT_SMTP__PORT", String.valueOf(smtpPort),
            "OFFPRINT_SMTP__SECURITY", "none",
            "OFFPRINT_MAIL__FROM", "Offprint <offprint@demo.example>",
            "OFFPRINT_SOURCES__HUGGINGFACE__ENABLED", "false",
            "OFFPRINT_SOURCES__ARXIV__ENABLED", "false"));
  }

  /**
   * The address of the pages stands in the mails, so the port must be known before it is opened.
   */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes in the papers, adds the sample subscribers, and sends today's editions.
   *
   * @param files papers instead of the sample day; none takes that
   */
  Day run(List<Path> files, Console console) {
    int papers = files.isEmpty() ? takeSampleDay() : takeFiles(files);
    workOutMeanings(console);
    List<Subscriber> readers = new ArrayList<>();
    for (SampleReader reader : SampleReader.ALL) {
      wiring.membership().add(reader.address(), reader.preferences(wiring.zone()));
      readers.add(wiring.subscribers().find(reader.address()).orElseThrow());
    }
    wiring.planner().plan(today, readers);
    DispatchReport report;
    try (Sending sending = wiring.takeSending().orElseThrow()) {
      report = sending.dispatcher().drain();
    }
    if (report.relayProblem() != null) {
      throw CommandFailure.failed(
          "the demo's own mail server cannot be used: " + report.relayProblem());
    }
    return new Day(today, papers, files.isEmpty(), readers, wiring.ledger());
  }

  /** A day that shows matches by words alone would show half of it. */
  private void workOutMeanings(Console console) {
    try (MeaningProgress progress = new MeaningProgress(console, wiring.clock(), "ends the demo")) {
      wiring.selector().workOutMeanings(today, Effort.ALL_PROCESSORS, progress);
    } catch (ModelUnavailable e) {
      console.note(e.getMessage() + "; papers are chosen by words alone");
    }
  }

  private int takeSampleDay() {
    Path copy = folder.path().resolve("sample-day.jsonl");
    try (InputStream sample = Demo.class.getResourceAsStream("sample-day.jsonl")) {
      Files.copy(java.util.Objects.requireNonNull(sample), copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return takeFiles(List.of(copy));
  }

  private int takeFiles(List<Path> files) {
    List<Sighting> sightings = new ArrayList<>();
    for (Path file : files) {
      switch (wiring.readFile(file, today)) {
        case HarvestOutcome.Harvested harvested -> sightings.addAll(harvested.sightings());
        case HarvestOutcome.NothingNew nothing ->
            throw CommandFailure.failed(file + ": " + nothing.why());
        case HarvestOutcome.Unreachable unreachable ->
            throw CommandFailure.failed(file + ": " + unreachable.why());
        case HarvestOutcome.Broken broken ->
            throw CommandFailure.failed(file + ": " + broken.why());
      }
    }
    return wiring.papers().record(sightings).added();
  }

  /** Opens the pages and goes on as a daemon would. */
  void start() {
    daemon = new Daemon(wiring);
    daemon.start();
    inbox.start(this::sendToNewReaders);
  }

  /** Sends today's edition to whoever confirmed since; a real reader would wait for their hour. */
  private void sendToNewReaders() {
    wiring
        .planner()
        .plan(
            today,
            wiring.subscribers().all().stream()
                .filter(reader -> reader.status() == Subscriber.Status.ACTIVE)
                .toList());
    if (daemon != null) {
      daemon.wake();
    }
  }

  String addresses() {
    return String.format(
        Locale.ROOT,
        """

        Inbox      %s
        Subscribe  %s

        Subscribe yourself with any address: the inbox receives your confirmation mail. Ctrl-C ends the demo.\
        """,
        inbox.address(),
        wiring.configuration().server().baseUrl());
  }

  DemoInbox inbox() {
    return inbox;
  }

  /**
   * What the demo did.
   *
   * @param papers how many were taken in
   * @param sample whether they are the sample day
   */
  record Day(
      LocalDate day,
      int papers,
      boolean sample,
      List<Subscriber> readers,
      dev.offprint.ledger.Ledger ledger) {}

  @Override
  public void close() {
    if (daemon != null) {
      daemon.close();
    }
    wiring.close();
    inbox.close();
    folder.close();
  }
}
