package dev.offprint.web;

import dev.offprint.documents.PaperDocument;
import dev.offprint.groups.Group;
import dev.offprint.groups.GroupStore;
import dev.offprint.messages.Languages;
import dev.offprint.search.FoundPapers;
import dev.offprint.subscribers.Preferences;
import dev.offprint.web.http.Body;
import dev.offprint.web.http.CachedPage;
import dev.offprint.web.http.FormFields;
import dev.offprint.web.http.ProblemDocument;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.Reply;
import dev.offprint.web.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same as the pages, for programs: JSON in and out, in English, problems as RFC 9457 has them.
 * What it offers is written down in {@code openapi.json}, which it serves.
 */
final class Api {
  private static final String TYPE = "application/json";
  private static final JsonMapper JSON = new JsonMapper();

  private final WebServer.Library library;
  private final RankedSearch ranked;
  private final SubscriptionIntake intake;
  private final GroupStore groups;
  private final Languages languages;
  private final Supplier<LocalDate> today;

  Api(
      WebServer.Library library,
      RankedSearch ranked,
      SubscriptionIntake intake,
      GroupStore groups,
      Languages languages,
      Supplier<LocalDate> today) {
    this.library = library;
    this.ranked = ranked;
    this.intake = intake;
    this.groups = groups;
    this.languages = languages;
    this.today = today;
  }

  /** A page of the papers that fit. */
  Reply papers(Request request) {
    Search search = Search.of(request.query());
    Map<String, Object> errors = new LinkedHashMap<>(search.errors());
    Search.pageProblem(request.query()).ifPresent(problem -> errors.put("page", problem));
    if (!errors.isEmpty()) {
      return ProblemDocument.of(422, "Some fields are wrong", errors);
    }
    FoundPapers found = ranked.of(search, request.network()).found();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("total", found.total());
    document.put("page", search.page());
    document.put("papers", found.papers().stream().map(PaperDocument::of).toList());
    return json(200, document);
  }

  /** What was trending on a day, today unless another is named. */
  Reply trending(Request request) {
    String named = request.query().text("date");
    LocalDate day = today.get();
    if (!named.isEmpty()) {
      var date = DayPage.day(named);
      if (date.isEmpty()) {
        return ProblemDocument.of(400, "No such day", Map.of("date", "Write it as 2026-05-27."));
      }
      day = date.get();
    }
    DayView view = DayView.of(day, library.papers());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("date", day.toString());
    document.put("trending", view.trending());
    document.put("papers", view.papers().stream().map(PaperDocument::of).toList());
    return json(200, document);
  }

  /** Asks for a subscription; its address gets a mail to confirm. */
  Reply subscribe(Request request) {
    JsonForm form;
    try {
      form = JsonForm.of(request.body(), languages);
    } catch (IllegalArgumentException e) {
      return ProblemDocument.of(400, String.valueOf(e.getMessage()), Map.of());
    }
    if (!form.errors().isEmpty()) {
      return ProblemDocument.of(422, "Some fields are wrong", form.errors());
    }
    Optional<Group> group = group(form.fields());
    if (group.isEmpty() && !form.fields().all("group").isEmpty()) {
      return ProblemDocument.of(
          422, "Some fields are wrong", Map.of("group", "There is no such group to join."));
    }
    return switch (intake.take(complete(form.fields(), group), group, request.network())) {
      case SubscriptionIntake.Taken(var notes) -> {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
            "message",
            "A mail to confirm is on its way to the address; if it is subscribed already, one with"
                + " the link to its preferences.");
        if (!notes.isEmpty()) {
          document.put("notes", notes.stream().map(Object::toString).toList());
        }
        yield json(202, document);
      }
      case SubscriptionIntake.Invalid(var errors) ->
          ProblemDocument.of(422, "Some fields are wrong", errors);
      case SubscriptionIntake.TooMany(var delay) -> ProblemPage.tooMany(delay);
    };
  }

  /** The groups that anybody may find. */
  Reply groups() {
    return json(
        200,
        Map.of(
            "groups",
            GroupView.open(groups.all()).stream()
                .map(
                    group ->
                        Map.of(
                            "name", group.name(),
                            "slug", group.slug(),
                            "same_for_all", group.sameForAll(),
                            "interests", group.interests()))
                .toList()));
  }

  /** One that can be joined, by the slug; who knows that of a closed one learns nothing. */
  private Optional<Group> group(FormFields fields) {
    return groups.all().stream()
        .filter(group -> group.access() != Group.Access.CLOSED)
        .filter(group -> fields.all("group").contains(group.slug()))
        .findFirst();
  }

  /** With the usual values where none is given: those of the group, if one is to be joined. */
  private static FormFields complete(FormFields fields, Optional<Group> group) {
    if (group.isEmpty()) {
      return fields.orElse(PreferencesForm.usual(ZoneId.systemDefault(), "en"));
    }
    Preferences member = group.get().forNewMember();
    FormFields given = fields.orElse(PreferencesForm.of(member));
    return group.get().sameForAll() ? PreferencesForm.withPapersOf(given, member) : given;
  }

  /** What it offers (OpenAPI 3.1). */
  static CachedPage.Cached description() {
    try (InputStream file = Api.class.getResourceAsStream("openapi.json")) {
      return CachedPage.cached(
          new Body(200, TYPE, Objects.requireNonNull(file).readAllBytes(), Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Body json(int status, Map<String, ?> document) {
    return new Body(status, TYPE, bytes(document), Map.of());
  }

  private static byte[] bytes(Map<String, ?> document) {
    return JSON.writeValueAsBytes(document);
  }
}
