package dev.offprint.web.reader;

import dev.offprint.papers.Paper;
import dev.offprint.subscribers.FeedbackPapers;
import dev.offprint.subscribers.Judgment;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Where a mail's links to more and less like a paper lead: a button for either, the one that was
 * asked for first, and what it did. Programs that look through mail follow links, so following one
 * only asks.
 */
final class FeedbackPage {
  private final Membership membership;
  private final FeedbackPapers liked;
  private final ReaderLink link;
  private final InstantSource clock;

  FeedbackPage(People people, ReaderLink link, InstantSource clock) {
    this.membership = people.membership();
    this.liked = people.liked();
    this.link = link;
    this.clock = clock;
  }

  Page show(Judgment judgment, String token, String paperId) {
    return answer(
        token, paperId, (subscriber, paper) -> page("web/like.html", judgment, token, paper));
  }

  Page say(Judgment judgment, String token, String paperId) {
    return answer(
        token,
        paperId,
        (subscriber, paper) -> {
          liked.feedback().say(subscriber.id(), paper.id(), judgment, clock.instant());
          if (judgment == Judgment.MORE) {
            membership.widen(subscriber.id());
          }
          return page("web/liked.html", judgment, token, paper);
        });
  }

  Page takeBack(String token, String paperId) {
    return answer(
        token,
        paperId,
        (subscriber, paper) -> {
          liked.feedback().takeBack(subscriber.id(), paper.id());
          return Page.ok("web/taken-back.html", Map.of("paper", paper));
        });
  }

  private static Page page(String template, Judgment judgment, String token, Paper paper) {
    return Page.ok(
        template, Map.of("more", judgment == Judgment.MORE, "token", token, "paper", paper));
  }

  private Page answer(String token, String paperId, BiFunction<Subscriber, Paper, Page> known) {
    return link.present(
        Purpose.FEEDBACK,
        token,
        subscriber ->
            liked
                .paper(paperId)
                .map(paper -> known.apply(subscriber, paper))
                .orElseGet(ProblemPage::brokenLink));
  }
}
