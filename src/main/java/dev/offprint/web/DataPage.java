package dev.offprint.web;

import dev.offprint.digests.WhyChosen;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Ledger;
import dev.offprint.papers.Paper;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.LikedPapers;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.web.http.Body;
import dev.offprint.web.http.Problem;
import dev.offprint.web.http.Reply;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All that is kept about one subscriber, as one document. */
final class DataPage {
  private static final JsonMapper JSON = new JsonMapper();

  private final SubscriberStore subscribers;
  private final LikedPapers liked;
  private final Ledger ledger;
  private final LinkTokens tokens;
  private final InstantSource clock;

  DataPage(
      SubscriberStore subscribers,
      LikedPapers liked,
      Ledger ledger,
      LinkTokens tokens,
      InstantSource clock) {
    this.subscribers = subscribers;
    this.liked = liked;
    this.ledger = ledger;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** The document as a file, for the token of the preferences. */
  Reply show(String token) {
    return tokens
        .number(Purpose.PREFERENCES, token, clock.instant())
        .flatMap(subscribers::find)
        .<Reply>map(found -> file(document(found)))
        .orElseGet(Problem::brokenLink);
  }

  private static Body file(Map<String, @Nullable Object> document) {
    return Body.ok("application/json", JSON.writeValueAsString(document) + "\n")
        .with("Content-Disposition", "attachment; filename=\"offprint.json\"");
  }

  private Map<String, @Nullable Object> document(Subscriber subscriber) {
    LikedPapers.Said said = liked.of(subscriber.id());
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("address", subscriber.address().toString());
    document.put("status", word(subscriber.status()));
    document.put("not_to_be_mailed", subscribers.isSuppressed(subscriber.address()));
    document.put("paused_until", text(subscriber.pausedUntil()));
    document.put("subscribed_at", subscriber.createdAt().toString());
    document.put(
        "next_edition_due",
        subscriber.status() == Subscriber.Status.ACTIVE ? subscriber.nextDue().toString() : null);
    document.put("preferences", preferences(subscriber.preferences()));
    document.put("more_like", papers(said.more()));
    document.put("less_like", papers(said.less()));
    document.put("mails", mails(subscriber.id()));
    return document;
  }

  private static Map<String, @Nullable Object> preferences(Preferences preferences) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("trending", preferences.content().trending());
    document.put("interests", preferences.interests().stream().map(Interest::line).toList());
    document.put("most_papers", preferences.maximum());
    document.put("at", preferences.timing().at().toString());
    document.put("zone", preferences.timing().zone().getId());
    document.put(
        "days", preferences.timing().days().stream().sorted().map(DataPage::word).toList());
    document.put("format", word(preferences.format()));
    return document;
  }

  private static List<Map<String, @Nullable Object>> papers(List<Paper> papers) {
    return papers.stream().map(DataPage::paper).toList();
  }

  private static Map<String, @Nullable Object> paper(Paper paper) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("id", paper.id().value());
    document.put("title", paper.shownTitle());
    return document;
  }

  private List<Map<String, @Nullable Object>> mails(long subscriberId) {
    List<Delivery> mails = ledger.of(subscriberId, Integer.MAX_VALUE);
    Map<Long, List<ChosenPaper>> papers = ledger.papers(mails, new HashMap<>());
    return mails.stream()
        .map(mail -> mail(mail, papers.getOrDefault(mail.id(), List.of())))
        .toList();
  }

  private static Map<String, @Nullable Object> mail(Delivery mail, List<ChosenPaper> papers) {
    LocalDate day = mail.day();
    Delivery.Progress progress = mail.progress();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("kind", word(mail.kind()));
    document.put("day", text(day));
    document.put("status", word(progress.status()));
    document.put("reason", progress.reason());
    document.put("attempts", progress.attempts());
    document.put("planned_at", mail.plannedAt().toString());
    document.put("settled_at", text(progress.settledAt()));
    document.put("late_sources", mail.planning().lateSources());
    document.put("message_id", mail.messageId());
    if (day != null) {
      document.put(
          "papers",
          papers.stream()
              .map(
                  chosen -> {
                    Map<String, @Nullable Object> paper = paper(chosen.paper());
                    paper.put("why", WhyChosen.inWords(chosen, day));
                    return paper;
                  })
              .toList());
    }
    return document;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
