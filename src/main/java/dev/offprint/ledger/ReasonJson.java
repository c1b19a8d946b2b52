package dev.offprint.ledger;

import dev.offprint.papers.PaperId;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.Interest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The stored form of reasons. It is written out here, so that a renamed record breaks no row. */
final class ReasonJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ReasonJson() {}

  static String write(List<Reason> reasons) {
    ArrayNode all = JSON.createArrayNode();
    reasons.forEach(reason -> all.add(json(reason)));
    return all.toString();
  }

  private static ObjectNode json(Reason reason) {
    ObjectNode json = JSON.createObjectNode();
    switch (reason) {
      case Reason.Matched matched -> {
        json.put("kind", "matched").put("interest", matched.interest().line());
        ArrayNode words = json.putArray("words");
        matched.words().forEach(words::add);
        group(json, matched.group());
      }
      case Reason.Close close -> {
        json.put("kind", "close")
            .put("interest", close.interest().line())
            .put("sentence", close.sentence());
        group(json, close.group());
      }
      case Reason.Alike alike ->
          json.put("kind", "alike").put("paper", alike.paper().value()).put("title", alike.title());
      case Reason.Trending trending ->
          json.put("kind", "trending")
              .put("upvotes", trending.upvotes())
              .put("place", trending.place())
              .put("today", trending.today());
      // Of the kind that was there before, so that an older process can read it too.
      case Reason.TrendingOfWeek trending ->
          json.put("kind", "trending")
              .put("upvotes", trending.upvotes())
              .put("place", trending.place())
              .put("week", true);
    }
    return json;
  }

  private static void group(ObjectNode json, @Nullable String name) {
    if (name != null) {
      json.put("group", name);
    }
  }

  /** The interests that stored reasons name, whatever their kind, as often as they do. */
  static List<Interest> interests(String text) {
    return JSON.readTree(text)
        .valueStream()
        .map(reason -> reason.path("interest").asString(""))
        .filter(line -> !line.isEmpty())
        .map(Interest::new)
        .toList();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  static List<Reason> read(String text) {
    return JSON.readTree(text).valueStream().map(ReasonJson::reason).toList();
  }

  private static Reason reason(JsonNode json) {
    String kind = json.path("kind").asString("");
    return switch (kind) {
      case "matched" ->
          new Reason.Matched(
              new Interest(json.path("interest").asString("")),
              json.path("words").valueStream().map(JsonNode::asString).toList(),
              group(json));
      case "close" ->
          new Reason.Close(
              new Interest(json.path("interest").asString("")),
              json.path("sentence").asString(""),
              group(json));
      case "alike" ->
          new Reason.Alike(
              new PaperId(json.path("paper").asString("")), json.path("title").asString(""));
      case "trending" -> trending(json);
      default -> throw new IllegalArgumentException("not a stored reason: " + json);
    };
  }

  private static @Nullable String group(JsonNode json) {
    return json.path("group").asStringOpt().orElse(null);
  }

  private static Reason trending(JsonNode json) {
    int upvotes = json.path("upvotes").asInt();
    int place = json.path("place").asInt();
    return json.path("week").asBoolean(false)
        ? new Reason.TrendingOfWeek(upvotes, place)
        : new Reason.Trending(upvotes, place, json.path("today").asBoolean());
  }
}
