package dev.offprint.web;

import dev.offprint.digests.EditionSections;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.DeliveryStore;
import dev.offprint.ledger.EditionContents;
import dev.offprint.messages.Languages;
import dev.offprint.messages.Message;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.reader.People;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A subscriber's edition in the browser, by the link in its mail: all of its papers, in the order
 * of the mail. People pass such links on, so the page leads to nothing by which its subscriber
 * could be learned of or decided for. It names the interests that brought its papers, of which the
 * papers tell as much, and no others.
 */
final class EditionPage {
  private final DeliveryStore deliveries;
  private final SubscriberStore subscribers;
  private final LinkTokens tokens;
  private final Languages languages;
  private final InstantSource clock;

  EditionPage(People people, Languages languages, InstantSource clock) {
    this.languages = languages;
    this.deliveries = people.notices().ledger().deliveries();
    this.subscribers = people.subscribers();
    this.tokens = people.tokens();
    this.clock = clock;
  }

  /**
   * Papers under a heading.
   *
   * @param heading of {@code before}, {@code name} and {@code after}
   */
  record Section(EditionSections.Section heading, List<PaperView> papers) {}

  Page show(String token) {
    Optional<Long> named = tokens.number(Purpose.EDITION, token, clock.instant());
    if (named.isEmpty()) {
      return ProblemPage.brokenLink();
    }
    return deliveries
        .find(named.get())
        .filter(found -> found.kind() == Delivery.Kind.EDITION)
        .flatMap(
            delivery ->
                subscribers.find(delivery.subscriberId()).map(reader -> page(delivery, reader)))
        .orElseGet(ProblemPage::forgotten);
  }

  private Page page(Delivery delivery, Subscriber reader) {
    LocalDate day = Objects.requireNonNull(delivery.day());
    EditionContents contents = deliveries.contents(delivery);
    String language = reader.preferences().language();
    EditionSections shown =
        EditionSections.of(contents.of(delivery, reader), languages.of(language));
    return Page.ok(
            "web/edition.html",
            Map.of(
                "day",
                Message.of("pattern.weekday.year", day),
                "count",
                contents.papers().size(),
                "sections",
                shown.sections().stream().map(EditionPage::section).toList(),
                "silent",
                shown.silent(),
                "late",
                shown.late()))
        .in(language);
  }

  private static Section section(EditionSections.Section section) {
    return new Section(section, section.papers().stream().map(PaperView::of).toList());
  }
}
