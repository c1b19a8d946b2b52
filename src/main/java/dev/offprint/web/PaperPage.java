package dev.offprint.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offprint.config.IpNetwork;
import dev.offprint.digests.PaperBlock;
import dev.offprint.interests.PaperReference;
import dev.offprint.messages.Message;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Signal;
import dev.offprint.selection.Plan;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Timing;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.Request;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that is known of one paper, at an address that stays. */
final class PaperPage {
  private static final int MOST_DAYS = 14;
  private static final int ALIKE = 5;
  private static final int DESCRIPTION = 200;

  private final WebServer.Library library;
  private final InterestBudget budget;
  private final InstantSource clock;

  PaperPage(WebServer.Library library, InterestBudget budget, InstantSource clock) {
    this.library = library;
    this.budget = budget;
    this.clock = clock;
  }

  /** Where a paper's page is, below the base. */
  static String path(String id) {
    // The slashes of a DOI stay, because many proxies refuse them when they are escaped.
    return "/paper/"
        + URLEncoder.encode(id, UTF_8).replace("+", "%20").replace("%2F", "/").replace("%3A", ":");
  }

  /** The page of a paper by any of its ids. */
  Page show(Request request) {
    String id = request.part("id");
    Optional<Candidate> known;
    try {
      known = library.papers().find(PaperId.of(id));
    } catch (IllegalArgumentException e) {
      known = Optional.empty();
    }
    return known.map(found -> page(found, request.network())).orElseGet(() -> ProblemPage.of(404));
  }

  private Page page(Candidate candidate, IpNetwork network) {
    Paper paper = candidate.paper();
    PaperView view = PaperView.of(candidate);
    Map<String, Object> values = new HashMap<>();
    values.put("paper", view);
    values.put("votes", votes(paper.id()));
    values.put("categories", paper.categories());
    Optional.ofNullable(paper.dates().withdrawn())
        .ifPresent(day -> values.put("withdrawn", Message.of("pattern.weekday.year", day)));
    values.put("canonical", path(paper.id().value()));
    values.put("description", PaperBlock.of(paper, DESCRIPTION).summary());
    Optional<Interest> like = like(paper.id());
    values.put("mayFollow", like.isPresent());
    values.put("like", like.map(Interest::line).orElse(""));
    values.put(
        "alike",
        like.filter(interest -> budget.take(interest, network).isEmpty())
            .map(this::alike)
            .orElse(List.of()));
    return Page.ok("web/paper.html", values);
  }

  private static Optional<Interest> like(PaperId id) {
    String line = "like:" + id;
    return line.length() <= Interest.MAX_LENGTH && PaperReference.of(line).isPresent()
        ? Optional.of(new Interest(line))
        : Optional.empty();
  }

  /** Of the last days, as a mail would have them. */
  private List<PaperView> alike(Interest like) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    Preferences preferences =
        new Preferences(
            Content.MATCHING,
            List.of(like),
            ALIKE,
            new Timing(LocalTime.NOON, ZoneOffset.UTC, Timing.DAILY),
            Format.HTML);
    return switch (library.recent().preview(preferences)) {
      case Plan.Papers papers ->
          papers.chosen().stream().map(chosen -> PaperView.of(chosen, today)).toList();
      case Plan.Nothing nothing -> List.of();
    };
  }

  /**
   * The last count of upvotes of each day on which they were counted.
   *
   * @param day in words
   */
  record Votes(Message day, int upvotes) {}

  /** Of several sources the highest count of a day; latest day first. */
  private List<Votes> votes(PaperId id) {
    Map<LocalDate, Integer> days = new TreeMap<>();
    ZoneId zone = ZoneId.systemDefault();
    for (Signal signal : library.papers().history(id)) {
      if (signal.kind() == Signal.Metric.UPVOTES && !signal.observedAt().isAfter(clock.instant())) {
        days.merge(LocalDate.ofInstant(signal.observedAt(), zone), signal.value(), Math::max);
      }
    }
    return days.entrySet().stream()
        .sorted(Map.Entry.<LocalDate, Integer>comparingByKey().reversed())
        .limit(MOST_DAYS)
        .map(day -> new Votes(Message.of("pattern.day.year", day.getKey()), day.getValue()))
        .toList();
  }
}
