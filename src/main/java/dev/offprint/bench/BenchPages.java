package dev.offprint.bench;

import dev.offprint.app.DaemonWiring;
import dev.offprint.app.TemporaryFolder;
import dev.offprint.app.Wiring;
import dev.offprint.bench.BenchDay.Range;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Features.Sending;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.meaning.Effort;
import dev.offprint.meaning.Progress;
import dev.offprint.papers.Paper;
import dev.offprint.papers.Sighting;
import dev.offprint.subscribers.Links;
import dev.offprint.web.WebServer;
import dev.offprint.web.http.Limits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the pages of a daemon's web server, which is opened for it, with wrk. */
final class BenchPages {
  private static final long SEED = 6;
  private static final int PAPERS_A_DAY = 100;
  private static final int VOTED_A_DAY = 30;
  private static final int DISTINCT_INTERESTS = 2_000;
  private static final int SEARCHES_A_PAPER = 2;
  private static final int SHORTEST_WORD = 5;

  /**
   * What is asked of the pages.
   *
   * @param sink where a run of editions is sent meanwhile; null for none
   * @param time how long each page is asked for
   * @param semantic whether meaning is part of it
   */
  record Load(
      int subscribers, int papers, @Nullable SinkAddress sink, Duration time, boolean semantic) {}

  private final Path home;
  private final InstantSource clock;

  BenchPages(Path home, InstantSource clock) {
    this.home = home;
    this.clock = clock;
  }

  Document measure(Load load, Console console) {
    try (TemporaryFolder folder = new TemporaryFolder("offprint-bench");
        Wiring wiring =
            new Wiring(() -> configuration(load), folder.path().resolve("data"), home, clock)) {
      Wrk wrk = new Wrk(folder.path().resolve("wrk"));
      console.note(
          String.format(
              Locale.ROOT,
              "writing %,d papers and %,d subscribers",
              load.papers(),
              load.subscribers()));
      Set<String> searches = fill(wiring, load.papers());
      BenchSubscribers subscribers = subscribers();
      Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      subscribers.write(wiring.database().jdbi(), 1, load.subscribers(), due);
      wiring.matching().catalogue().refresh();
      if (load.semantic()) {
        console.note("working out what the papers of the last days mean");
        wiring
            .selector()
            .workOutMeanings(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                Effort.ALL_PROCESSORS,
                Progress.LOGGED);
      }
      wiring.matching().recentPapers().refresh();
      List<Wrk.Requests> pages = pages(wrk, wiring, searches, load.subscribers());
      try (WebServer web =
          new DaemonWiring(wiring).webServer(() -> {}, Runnable::run, Limits.none())) {
        web.start();
        Document document = about(load);
        return load.sink() == null
            ? ask(wrk, web.port(), pages, load, console, document.with("sending", null))
            : whileSending(
                wiring,
                subscribers,
                load,
                console,
                () -> ask(wrk, web.port(), pages, load, console, document));
      }
    }
  }

  private static Document about(Load load) {
    return new Document()
        .with("papers", load.papers())
        .with("subscribers", load.subscribers())
        .with("semantic", load.semantic())
        .with("connections", Wrk.CONNECTIONS)
        .with("seconds_each", load.time().toSeconds())
        .with("processors", Runtime.getRuntime().availableProcessors());
  }

  private static Document whileSending(
      Wiring wiring,
      BenchSubscribers subscribers,
      Load load,
      Console console,
      Supplier<Document> asking) {
    try (Sending sending = wiring.takeSending().orElseThrow()) {
      BenchRun run = new BenchRun(wiring, sending, subscribers, load.subscribers());
      console.note(
          String.format(
              Locale.ROOT, "planning %,d editions, to be sent meanwhile", load.subscribers()));
      run.start();
      Document document;
      try {
        document = asking.get();
      } catch (RuntimeException e) {
        try {
          run.stop();
        } catch (RuntimeException other) {
          e.addSuppressed(other);
        }
        throw e;
      }
      return document.with("sending", run.stop());
    }
  }

  private static Document ask(
      Wrk wrk, int port, List<Wrk.Requests> pages, Load load, Console console, Document document) {
    Map<String, Wrk.Asked> asked = new LinkedHashMap<>();
    try (BenchHeap heap = BenchHeap.watched()) {
      for (Wrk.Requests page : pages) {
        asked.put(page.name(), ask(wrk, port, page, load.time(), console));
      }
      asked.forEach((name, answer) -> document.with(name, answer.document()));
      document.with(
          "heap_mb",
          new Document()
              .with("peak_after_collection", heap.usedPeak())
              .with("peak_committed", heap.committedPeak())
              .with("limit", BenchHeap.limit()));
    }
    try (BenchPlainServer plain = BenchPlainServer.ofFrontPage(port)) {
      Wrk.Requests front = pages.getFirst();
      Wrk.Asked peer =
          ask(
              wrk,
              plain.port(),
              new Wrk.Requests("peer", "GET", front.paths()),
              load.time(),
              console);
      return document.with(
          "peer",
          peer.document()
              .with(
                  "what",
                  "the HTTP server that comes with Java, in the same process, giving the bytes and"
                      + " headers of the front page to whatever it is asked")
              .with(
                  "ratio",
                  Math.round(
                          100
                              * Objects.requireNonNull(asked.get(front.name())).perSecond()
                              / peer.perSecond())
                      / 100.0));
    }
  }

  /** After as long again, in which Java compiles what is asked for. */
  private static Wrk.Asked ask(
      Wrk wrk, int port, Wrk.Requests requests, Duration time, Console console) {
    console.note("asking: " + requests.name());
    wrk.ask(port, requests, time);
    return wrk.ask(port, requests, time);
  }

  /** Writes papers of as many days as it takes, and gives searches for words of each. */
  private Set<String> fill(Wiring wiring, int count) {
    BenchTexts texts = BenchTexts.ofManyWords(new SplittableRandom(SEED));
    SplittableRandom random = new SplittableRandom(SEED);
    Set<String> searches = new LinkedHashSet<>();
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    for (int written = 0; written < count; written += PAPERS_A_DAY) {
      List<Sighting> ofDay =
          texts.papers(written + 1, Math.min(PAPERS_A_DAY, count - written), day, VOTED_A_DAY);
      wiring.papers().record(ofDay);
      for (Sighting sighting : ofDay) {
        for (int each = 0; each < SEARCHES_A_PAPER; each++) {
          searches.add(search(sighting.paper(), random));
        }
      }
      day = day.minusDays(1);
    }
    return searches;
  }

  /** Two to four words of the abstract that follow each other, without the common ones. */
  private static String search(Paper paper, SplittableRandom random) {
    List<String> words =
        Arrays.stream(paper.abstractText().split("[^\\p{L}-]+"))
            .filter(word -> word.length() >= SHORTEST_WORD)
            .toList();
    int length = random.nextInt(2, 5);
    int from = random.nextInt(words.size() - length);
    return "/search?q=" + String.join("+", words.subList(from, from + length));
  }

  private BenchSubscribers subscribers() {
    List<Paper> others =
        BenchTexts.ofManyWords(new SplittableRandom(SEED + 1))
            .papers(1_000, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), 0)
            .stream()
            .map(Sighting::paper)
            .toList();
    return new BenchSubscribers(
        BenchInterests.of(others, DISTINCT_INTERESTS, new SplittableRandom(SEED)),
        new Range(3, 8),
        SEED);
  }

  private static List<Wrk.Requests> pages(
      Wrk wrk, Wiring wiring, Set<String> searches, int subscribers) {
    Links links = new Links(URI.create(""), wiring.tokens());
    Wrk.Requests leaving =
        wrk.requests(
            "unsubscribe",
            "GET",
            IntStream.rangeClosed(1, subscribers).mapToObj(id -> links.unsubscribe(id).toString()));
    return List.of(
        wrk.requests("front", "GET", Stream.of("/")),
        wrk.requests("search", "GET", searches.stream()),
        leaving,
        new Wrk.Requests("unsubscribe_one_click", "POST", leaving.paths()));
  }

  private static ConfigurationLoader.Loaded configuration(Load load) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "OFFPRINT_MAIL__FROM",
                "Offprint <offprint@bench.example>",
                "OFFPRINT_SERVER__PORT",
                "0",
                "OFFPRINT_SMTP__SECURITY",
                "none",
                "OFFPRINT_MATCHING__SEMANTIC",
                String.valueOf(load.semantic())));
    @Nullable SinkAddress sink = load.sink();
    if (sink != null) {
      environment.put("OFFPRINT_SMTP__HOST", sink.host());
      environment.put("OFFPRINT_SMTP__PORT", String.valueOf(sink.port()));
    }
    return ConfigurationLoader.load(null, environment);
  }
}
