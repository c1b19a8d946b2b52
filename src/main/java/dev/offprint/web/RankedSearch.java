package dev.offprint.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.config.IpNetwork;
import dev.offprint.interests.InterestCheck;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperId;
import dev.offprint.search.FoundPapers;
import dev.offprint.search.PaperQuery;
import dev.offprint.search.PaperQuery.Order;
import dev.offprint.selection.SearchRanking;
import dev.offprint.subscribers.Interest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Searches in which the best fits come in the order that a mail would have. In a flood of searches
 * they come in that of their words, as those beyond the first {@value #RANKED} always do.
 */
final class RankedSearch {
  /** Three pages. */
  private static final int RANKED = 3 * Search.PAGE;

  private static final int SECONDS = 30;
  private static final int MOST_ORDERS = 500;
  private static final int MOST_SENTENCES = 2_000;

  private final WebServer.Library library;
  private final InterestBudget budget;
  private final InstantSource clock;
  private final Cache<Asked, Ranked> orders =
      Caffeine.newBuilder().maximumSize(MOST_ORDERS).build();
  private final Cache<Shown, String> sentences =
      Caffeine.newBuilder().maximumSize(MOST_SENTENCES).build();

  /** A search at some time, so that all its pages have one order. */
  private record Asked(PaperQuery query, long revision, long time) {}

  private record Ranked(List<PaperId> ids, int total) {}

  private record Shown(Interest interest, Candidate paper) {}

  /**
   * What was found.
   *
   * @param interest what one would subscribe to; empty when the search is none that a mail can be
   *     chosen by
   * @param sentences of those papers that have one which shows why they fit
   * @param affordable whether what the interest brings may be worked out for this network
   */
  record Results(
      FoundPapers found,
      Optional<Interest> interest,
      Map<PaperId, String> sentences,
      boolean affordable) {}

  RankedSearch(WebServer.Library library, InterestBudget budget, InstantSource clock) {
    this.library = library;
    this.budget = budget;
    this.clock = clock;
  }

  Results of(Search search, IpNetwork network) {
    Optional<Interest> interest = interest(search);
    boolean affordable =
        interest.filter(wanted -> budget.take(wanted, network).isEmpty()).isPresent();
    FoundPapers found =
        interest
            .filter(_ -> isRanked(search))
            .flatMap(wanted -> ranked(search, wanted, affordable))
            .orElseGet(() -> search.in(library.catalogue(), library.papers()));
    return new Results(
        found, interest, interest.map(wanted -> shown(wanted, found)).orElse(Map.of()), affordable);
  }

  private boolean isRanked(Search search) {
    return search.query().order() == Order.BEST
        && !search.query().text().isBlank()
        && search.offset() < RANKED
        && !search.isForOne(library.papers());
  }

  /** Empty when nobody has asked for it lately, and it is not to be worked out now. */
  private Optional<FoundPapers> ranked(Search search, Interest interest, boolean affordable) {
    Asked asked =
        new Asked(
            search.query(),
            library.papers().revision(),
            clock.instant().getEpochSecond() / SECONDS);
    Ranked order = orders.getIfPresent(asked);
    if (order == null && affordable) {
      FoundPapers best = library.catalogue().search(search.query(), 0, RANKED);
      order =
          new Ranked(
              library.recent().ranking().bestFirst(interest, best).stream()
                  .map(candidate -> candidate.paper().id())
                  .toList(),
              best.total());
      if (library.catalogue().isComplete()) {
        orders.put(asked, order);
      }
    }
    return Optional.ofNullable(order).map(known -> page(known, search.offset()));
  }

  private FoundPapers page(Ranked order, int offset) {
    List<PaperId> ids = order.ids().stream().skip(offset).limit(Search.PAGE).toList();
    Map<PaperId, Candidate> known = library.papers().find(ids);
    return new FoundPapers(
        ids.stream().map(known::get).filter(Objects::nonNull).toList(), order.total());
  }

  private Map<PaperId, String> shown(Interest interest, FoundPapers found) {
    Map<PaperId, String> shown = new HashMap<>();
    for (Candidate paper : found.papers()) {
      String sentence =
          sentences.get(
              new Shown(interest, paper),
              each -> SearchRanking.sentence(each.interest(), each.paper().paper()));
      if (!sentence.isEmpty()) {
        shown.put(paper.paper().id(), sentence);
      }
    }
    return shown;
  }

  private static Optional<Interest> interest(Search search) {
    try {
      Interest interest = new Interest(search.interest());
      return InterestCheck.complaint(interest).isEmpty() ? Optional.of(interest) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
