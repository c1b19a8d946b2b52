package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.console.Features.Sending;
import dev.offprint.demo.ReceivedMail;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Delivery.Status;
import dev.offprint.papers.Intake;
import dev.offprint.papers.PaperId;
import dev.offprint.planning.EditionPlanner.Planned;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.sending.DispatchReport;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.HarvestOutcome.Harvested;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays every day of an archive of daily papers for three subscribers. */
@Tag("real")
class ReplayTest {
  private static final Path REAL = Path.of(System.getProperty("offprint.data", "../shared/data"));

  @TempDir private Path folder;
  private int papers;
  private Planned planned = Planned.NOTHING;
  private int sent;

  @Test
  void everyDayOfTheArchiveGoesOutAndNoPaperGoesToAnyoneTwice() throws Exception {
    List<Path> days = files(REAL.resolve("hf-daily"));
    assertThat(days).hasSize(393);
    try (Installation offprint =
            new Installation(folder, noon(day(days.getFirst())))
                .with("OFFPRINT_MATCHING__SEMANTIC", "false");
        Wiring wiring = offprint.wiring()) {
      List<Subscriber> readers =
          List.of(
              add(wiring, "trending", Content.TRENDING, List.of()),
              add(
                  wiring,
                  "matching",
                  Content.MATCHING,
                  List.of("mixture of experts", "\"diffusion model\"", "author:\"Yann LeCun\"")),
              add(wiring, "both", Content.BOTH, List.of("robot -survey", "speech recognition")));
      long begun = System.nanoTime();
      try (Sending sending = wiring.takeSending().orElseThrow()) {
        for (Path file : days) {
          replay(file, offprint, wiring, readers, sending);
        }
      }
      double seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
      System.out.printf(
          "replay: %d days, %d papers, %d editions sent, %d days skipped, %.1f s%n",
          days.size(), papers, sent, planned.skipped(), seconds);

      assertThat(papers).isEqualTo(5_841);
      assertThat(planned.editions() + planned.skipped()).isEqualTo(3 * days.size());
      assertThat(wiring.ledger().deliveries().counts())
          .containsEntry(Status.SENT, planned.editions())
          .containsEntry(Status.SKIPPED, planned.skipped())
          .containsEntry(Status.FAILED, 0)
          .containsEntry(Status.DEFERRED, 0)
          .containsEntry(Status.PLANNED, 0);
      assertThat(sent).isEqualTo(planned.editions());
      for (Subscriber reader : readers) {
        checkEditions(wiring, reader, days.size());
      }
      assertThat(offprint.received()).hasSize(sent);
      for (MimeMessage message : offprint.received()) {
        checkMail(message);
      }
    }
  }

  @Test
  void aPublicListingComesBackBySearchWithTheRightPapersFirst() {
    try (Installation offprint = new Installation(folder, noon(LocalDate.of(2025, 1, 1)))) {
      Path listing = REAL.resolve("listing-papers.jsonl");
      assertThat(offprint.run("papers", "import", listing.toString()).out()).contains("223 new");
      try (Wiring wiring = offprint.wiring()) {
        var found = wiring.search("mixture of experts", 10, taken -> {});
        assertThat(found).hasSizeGreaterThanOrEqualTo(5);
        assertThat(found.subList(0, 5))
            .allSatisfy(
                candidate ->
                    assertThat(candidate.paper().title() + " " + candidate.paper().abstractText())
                        .containsPattern("(?i)mixtures?[- ]of[- ]experts?"));
      }
      assertThat(offprint.run("papers", "search", "mixture of experts").out())
          .containsIgnoringCase("mixture");
    }
  }

  @Test
  void brokenDaysAreRefusedByNameAndReasonAndDoNotStopTheOthers() throws IOException {
    try (Installation offprint = new Installation(folder, noon(LocalDate.of(2025, 1, 10)))) {
      List<String> arguments = new java.util.ArrayList<>(List.of("papers", "import"));
      List<Path> odd = files(REAL.resolve("hf-daily-odd"));
      odd.forEach(file -> arguments.add(file.toString()));
      arguments.add(REAL.resolve("hf-daily/2024-05-27.json").toString());
      Installation.Printed printed = offprint.run(arguments.toArray(String[]::new));
      assertThat(printed.exit()).isEqualTo(1);
      assertThat(odd).hasSize(11);
      assertThat(odd)
          .allSatisfy(
              file ->
                  assertThat(printed.err())
                      .containsPattern(
                          file.getFileName() + ".*a string that holds a Python object"));
      assertThat(printed.out()).contains("13 new");
    }
  }

  private void replay(
      Path file, Installation offprint, Wiring wiring, List<Subscriber> readers, Sending sending) {
    LocalDate day = day(file);
    offprint.clock.set(noon(day));
    HarvestOutcome outcome = wiring.readFile(file, null);
    assertThat(outcome).as(file.toString()).isInstanceOf(Harvested.class);
    Harvested harvested = (Harvested) outcome;
    assertThat(harvested.setAside()).as(file.toString()).isEmpty();
    Intake intake = wiring.papers().record(harvested.sightings());
    papers += intake.added();
    Planned today = wiring.planner().plan(day, readers);
    planned = planned.plus(today);
    DispatchReport report = sending.dispatcher().drain();
    assertThat(report.relayProblem()).isNull();
    sent += report.sent();
  }

  /** No paper twice, and every reason names words that the paper holds. */
  private static void checkEditions(Wiring wiring, Subscriber reader, int days) {
    Set<PaperId> seen = new HashSet<>();
    List<Delivery> deliveries = wiring.ledger().deliveries().of(reader.id(), 2 * days);
    assertThat(deliveries).hasSize(days);
    for (Delivery delivery : deliveries) {
      for (ChosenPaper chosen : wiring.ledger().deliveries().papers(delivery)) {
        assertThat(seen.add(chosen.paper().id()))
            .as("%s gets %s once", reader.address(), chosen.paper().id())
            .isTrue();
        if (chosen.reason() instanceof Reason.Matched matched) {
          assertThat(matched.words()).isNotEmpty();
        }
      }
    }
  }

  /** Both parts are there, and the HTML is well formed and holds each title as it was written. */
  private static void checkMail(MimeMessage message) throws Exception {
    ReceivedMail mail = ReceivedMail.newestFirst(new MimeMessage[] {message}).getFirst();
    assertThat(message.isMimeType("multipart/alternative")).isTrue();
    assertThat(mail.text()).isNotBlank();
    assertThat(mail.html()).isNotBlank();
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Document html = Jsoup.parse(mail.html(), parser);
    assertThat(parser.getErrors()).as(mail.subject()).isEmpty();
    assertThat(html.select("script, img, iframe, object, link, form")).isEmpty();
    for (Element link : html.select("a[href]")) {
      assertThat(link.attr("href")).matches("https?://.*");
    }
    assertThat(mail.source().lines().mapToInt(String::length).max().orElse(0))
        .isLessThanOrEqualTo(998);
  }

  private Subscriber add(Wiring wiring, String name, Content content, List<String> interests) {
    return Members.of(wiring.database())
        .add(
            EmailAddress.of(name + "@replay.example"),
            Subscriber.Status.ACTIVE,
            new Preferences(
                content,
                interests.stream().map(Interest::new).toList(),
                10,
                new Timing(LocalTime.of(7, 0), ZoneOffset.UTC, Timing.DAILY),
                Format.HTML),
            wiring.clock().instant())
        .orElseThrow();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static LocalDate day(Path file) {
    return LocalDate.parse(file.getFileName().toString().substring(0, 10));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
