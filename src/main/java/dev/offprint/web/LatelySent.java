package dev.offprint.web;

import dev.offprint.digests.WhyChosen;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.DeliveryStore;
import dev.offprint.messages.Message;
import dev.offprint.papers.Paper;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.web.reader.DueWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a subscriber was sent in the last days, and why, or why there was nothing. */
final class LatelySent {
  private static final int DAYS = 14;

  private final DeliveryStore deliveries;
  private final LinkTokens tokens;

  LatelySent(DeliveryStore deliveries, LinkTokens tokens) {
    this.deliveries = deliveries;
    this.tokens = tokens;
  }

  /**
   * One day.
   *
   * @param what what became of it, such as {@code 7 papers}
   * @param reason why there was no mail, or what happened to it, as the ledger has it in English;
   *     empty when there is nothing to say
   * @param token of the page of the edition; empty when none was sent
   */
  record Day(Message day, Message what, String reason, List<Chosen> papers, String token) {}

  /** A paper and why it was chosen. */
  record Chosen(Paper paper, Message why) {}

  /** The newest day first. */
  List<Day> of(Subscriber subscriber, LocalDate today) {
    List<Delivery> editions = deliveries.editions(subscriber.id(), today.minusDays(DAYS - 1L));
    Map<Long, List<ChosenPaper>> papers = deliveries.papers(editions);
    return editions.stream()
        .map(edition -> day(edition, papers.getOrDefault(edition.id(), List.of())))
        .toList();
  }

  private Day day(Delivery edition, List<ChosenPaper> chosen) {
    LocalDate day = Objects.requireNonNull(edition.day());
    Delivery.Status status = edition.progress().status();
    String reason = Objects.requireNonNullElse(edition.progress().reason(), "");
    return new Day(
        DueWords.day(day),
        Message.of(
            switch (status) {
              case SENT, COMPLAINED -> "papers";
              case BOUNCED -> "page.lately.bounced";
              case PLANNED, SENDING, DEFERRED -> "page.lately.planned";
              case FAILED -> "page.lately.failed";
              case SKIPPED -> "page.lately.skipped";
            },
            chosen.size()),
        switch (status) {
          case SKIPPED, BOUNCED, FAILED, DEFERRED -> sentence(reason);
          case SENT, COMPLAINED, PLANNED, SENDING -> "";
        },
        chosen.stream().map(each -> new Chosen(each.paper(), WhyChosen.of(each, day))).toList(),
        status.hasLeft() ? tokens.token(Purpose.EDITION, edition.id(), Instant.EPOCH) : "");
  }

  private static String sentence(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
