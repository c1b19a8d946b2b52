package dev.offprint.web;

import dev.offprint.digests.English;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.DeliveryStore;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A subscriber's edition in the browser, by the link in its mail. People pass such links on, so the
 * page leads to nothing by which its subscriber could be learned of or decided for.
 */
final class EditionPage {
  private final DeliveryStore deliveries;
  private final LinkTokens tokens;
  private final InstantSource clock;

  EditionPage(DeliveryStore deliveries, LinkTokens tokens, InstantSource clock) {
    this.deliveries = deliveries;
    this.tokens = tokens;
    this.clock = clock;
  }

  Page show(String token) {
    Optional<Long> named = tokens.number(Purpose.EDITION, token, clock.instant());
    if (named.isEmpty()) {
      return ProblemPage.brokenLink();
    }
    Optional<Delivery> delivery =
        deliveries.find(named.get()).filter(found -> found.kind() == Delivery.Kind.EDITION);
    return delivery.map(this::page).orElseGet(ProblemPage::forgotten);
  }

  private Page page(Delivery delivery) {
    LocalDate day = Objects.requireNonNull(delivery.day());
    List<ChosenPaper> papers = deliveries.papers(delivery);
    return Page.ok(
        "web/edition.html",
        Map.of(
            "day",
            English.fullDay(day),
            "papers",
            papers.stream().map(chosen -> PaperView.of(chosen, day)).toList()));
  }
}
