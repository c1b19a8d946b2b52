package dev.offprint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.offprint.documents.DeliveryDocument;
import dev.offprint.documents.PaperDocument;
import dev.offprint.documents.SubscriberDocument;
import dev.offprint.groups.GroupStore;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.DeliveryStore;
import dev.offprint.ledger.NextEditions;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.FeedbackPapers;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Body;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.Reply;
import dev.offprint.web.http.Request;
import dev.offprint.web.reader.MailRequests;
import dev.offprint.web.reader.People;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is kept about one subscriber, as one document, and where it can be deleted. Mails are
 * passed on, so a link in an edition does not lead here: one is mailed to the address each time.
 */
final class DataPage {
  private static final JsonMapper JSON = new JsonMapper();

  private final SubscriberStore subscribers;
  private final GroupStore groups;
  private final Membership membership;
  private final FeedbackPapers liked;
  private final DeliveryStore deliveries;
  private final LinkTokens tokens;
  private final MailRequests requests;
  private final InstantSource clock;

  DataPage(People people, MailRequests requests, InstantSource clock) {
    this.subscribers = people.subscribers();
    this.groups = people.groups();
    this.membership = people.membership();
    this.liked = people.liked();
    this.deliveries = people.notices().ledger().deliveries();
    this.tokens = people.tokens();
    this.requests = requests;
    this.clock = clock;
  }

  /** What can be done with it. */
  Reply show(String token) {
    return answer(token, found -> page(token, found, ""));
  }

  /** Asks the owner of another address whether this subscriber is to be mailed there. */
  Reply move(Request request) {
    String typed = request.form().text("address");
    return answer(
        request.token(),
        found -> {
          EmailAddress wanted;
          try {
            wanted = PublicAddress.of(typed);
          } catch (IllegalArgumentException e) {
            return page(request.token(), found, typed)
                .with(422)
                .with("error", PublicAddress.complaint(e));
          }
          return requests
              .take(
                  request.network(),
                  wanted,
                  () -> membership.askToMove(found.id(), wanted, requests::mayAsk))
              .map(ProblemPage::tooMany)
              .orElseGet(
                  () -> Page.ok("web/move-asked.html", Map.of("address", wanted.toString())));
        });
  }

  private Page page(String token, Subscriber subscriber, String typed) {
    Page page =
        Page.ok(
            "web/data.html",
            Map.of(
                "token",
                token,
                "address",
                subscriber.address().toString(),
                "mayMove",
                subscriber.mayPause(),
                "typed",
                typed));
    String consent = consent(subscriber);
    return consent == null ? page : page.with("consent", consent);
  }

  /** The document as a file. */
  Reply file(String token) {
    return answer(token, found -> file(everything(found)));
  }

  private Reply answer(String token, Function<Subscriber, Reply> known) {
    return tokens
        .number(Purpose.DATA, token, clock.instant())
        .map(
            id ->
                subscribers.find(id).map(found -> reply(found, known)).orElseGet(ProblemPage::gone))
        .orElseGet(ProblemPage::expired);
  }

  private static Reply reply(Subscriber found, Function<Subscriber, Reply> known) {
    Reply reply = known.apply(found);
    return reply instanceof Page page ? page.in(found.preferences().language()) : reply;
  }

  private static Body file(Everything document) {
    return Body.ok("application/json", JSON.writeValueAsString(document) + "\n")
        .with("Content-Disposition", "attachment; filename=\"offprint.json\"");
  }

  /** A subscriber and all that goes with them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  private record Everything(
      @JsonUnwrapped SubscriberDocument subscriber,
      @Nullable String consent,
      boolean notToBeMailed,
      List<PaperDocument> moreLike,
      List<PaperDocument> lessLike,
      List<DeliveryDocument> mails) {}

  private @Nullable String consent(Subscriber subscriber) {
    return subscribers.consents(List.of(subscriber.id())).get(subscriber.id());
  }

  private Everything everything(Subscriber subscriber) {
    FeedbackPapers.Said said = liked.of(subscriber.id());
    List<Delivery> mails = deliveries.of(subscriber.id(), Integer.MAX_VALUE);
    Map<Long, List<ChosenPaper>> papers = deliveries.papers(mails);
    return new Everything(
        SubscriberDocument.of(
            new NextEditions(deliveries).of(subscriber, clock.instant()),
            groups.of(subscriber.id())),
        consent(subscriber),
        subscribers.isSuppressed(subscriber.address()),
        said.more().stream().map(PaperDocument::of).toList(),
        said.less().stream().map(PaperDocument::of).toList(),
        mails.stream()
            .map(
                mail ->
                    DeliveryDocument.of(
                        mail,
                        null,
                        mail.day() == null ? null : papers.getOrDefault(mail.id(), List.of())))
            .toList());
  }
}
