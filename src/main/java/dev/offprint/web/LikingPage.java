package dev.offprint.web;

import dev.offprint.papers.Paper;
import dev.offprint.subscribers.LikedPapers;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.Wish;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.Problem;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Where a mail's links to more and less like a paper lead: one button, and what it did. Programs
 * that look through mail follow links, so following one only asks.
 */
final class LikingPage {
  private final SubscriberStore subscribers;
  private final Membership membership;
  private final LikedPapers liked;
  private final LinkTokens tokens;
  private final DepartedPage departed;
  private final InstantSource clock;

  LikingPage(WebServer.People people, DepartedPage departed, InstantSource clock) {
    this.subscribers = people.subscribers();
    this.membership = people.membership();
    this.liked = people.liked();
    this.tokens = people.tokens();
    this.departed = departed;
    this.clock = clock;
  }

  Page show(Wish wish, String token, String paperId) {
    return answer(token, paperId, (subscriber, paper) -> page("web/like.html", wish, token, paper));
  }

  Page say(Wish wish, String token, String paperId) {
    return answer(
        token,
        paperId,
        (subscriber, paper) -> {
          liked.likings().say(subscriber.id(), paper.id(), wish, clock.instant());
          if (wish == Wish.MORE) {
            membership.widen(subscriber.id());
          }
          return page("web/liked.html", wish, token, paper);
        });
  }

  Page takeBack(String token, String paperId) {
    return answer(
        token,
        paperId,
        (subscriber, paper) -> {
          liked.likings().takeBack(subscriber.id(), paper.id());
          return Page.ok("web/taken-back.html", Map.of("title", paper.shownTitle()));
        });
  }

  private static Page page(String template, Wish wish, String token, Paper paper) {
    return Page.ok(
        template,
        Map.of(
            "more",
            wish == Wish.MORE,
            "token",
            token,
            "paper",
            paper.id().value(),
            "title",
            paper.shownTitle()));
  }

  private Page answer(String token, String paperId, BiFunction<Subscriber, Paper, Page> known) {
    Optional<Subscriber> subscriber =
        tokens.number(Purpose.LIKING, token, clock.instant()).flatMap(subscribers::find);
    if (subscriber.isEmpty()) {
      return Problem.brokenLink();
    }
    if (subscriber.get().status() == Status.UNSUBSCRIBED) {
      return departed.page(subscribers.recipient(subscriber.get().id()));
    }
    return liked
        .paper(paperId)
        .map(paper -> known.apply(subscriber.get(), paper))
        .orElseGet(Problem::brokenLink);
  }
}
