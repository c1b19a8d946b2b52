package dev.offprint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.offprint.documents.DeliveryDocument;
import dev.offprint.documents.PaperDocument;
import dev.offprint.documents.SubscriberDocument;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.DeliveryStore;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.FeedbackPapers;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Body;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.Reply;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** All that is kept about one subscriber, as one document. */
final class DataPage {
  private static final JsonMapper JSON = new JsonMapper();

  private final SubscriberStore subscribers;
  private final FeedbackPapers liked;
  private final DeliveryStore deliveries;
  private final LinkTokens tokens;
  private final InstantSource clock;

  DataPage(
      SubscriberStore subscribers,
      FeedbackPapers liked,
      DeliveryStore deliveries,
      LinkTokens tokens,
      InstantSource clock) {
    this.subscribers = subscribers;
    this.liked = liked;
    this.deliveries = deliveries;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The document as a file, for the token of the preferences. */
  Reply show(String token) {
    return tokens
        .number(Purpose.PREFERENCES, token, clock.instant())
        .flatMap(subscribers::find)
        .<Reply>map(found -> file(everything(found)))
        .orElseGet(ProblemPage::brokenLink);
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
      boolean notToBeMailed,
      List<PaperDocument> moreLike,
      List<PaperDocument> lessLike,
      List<DeliveryDocument> mails) {}

  private Everything everything(Subscriber subscriber) {
    FeedbackPapers.Said said = liked.of(subscriber.id());
    List<Delivery> mails = deliveries.of(subscriber.id(), Integer.MAX_VALUE);
    Map<Long, List<ChosenPaper>> papers = deliveries.papers(mails, new HashMap<>());
    return new Everything(
        SubscriberDocument.of(subscriber),
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
