package dev.offprint.web;

import dev.offprint.groups.GroupStore;
import dev.offprint.messages.Languages;
import dev.offprint.messages.Message;
import dev.offprint.web.http.FormFields;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form to subscribe, with what it would bring, and what came of it. */
final class SubscribePage {
  private static final String TEMPLATE = "web/subscribe.html";

  /** A field that people do not see, and programs that fill in everything do. */
  static final String TRAP = "website";

  private final SubscriptionIntake intake;
  private final Preview preview;
  private final InterestDial dial;
  private final GroupStore groups;
  private final Languages languages;
  private final InstantSource clock;

  SubscribePage(
      SubscriptionIntake intake,
      Preview preview,
      InterestDial dial,
      GroupStore groups,
      Languages languages,
      InstantSource clock) {
    this.intake = intake;
    this.preview = preview;
    this.dial = dial;
    this.groups = groups;
    this.languages = languages;
    this.clock = clock;
  }

  /** The form, with what is behind the question mark filled in; {@code q} is an interest. */
  Page show(Request request) {
    Map<String, List<String>> given = new HashMap<>(request.query().values());
    List<String> searched = given.remove("q");
    if (searched != null) {
      given.put("interests", searched);
      given.put("trending", List.of());
    }
    FormFields fields = new FormFields(given);
    Page page = fresh(fields, request);
    return searched == null ? page : preview.in(page, fields, request.network());
  }

  /** The form with what was typed elsewhere; nothing is judged yet. */
  Page fill(Request request) {
    FormFields typed = form(request);
    // A box that is not ticked is not sent: only a form without a time was not the whole one.
    return typed.all("at").isEmpty()
        ? fresh(typed, request)
        : preview.in(form(typed, Map.of()), typed, request.network());
  }

  /** Answers the same whether the address is known, left, suppressed or new. */
  Page subscribe(Request request) {
    FormFields fields = form(request);
    if (!fields.text(TRAP).isEmpty()) {
      return asked(fields);
    }
    return switch (intake.take(fields, Optional.empty(), request.network())) {
      case SubscriptionIntake.Taken taken -> asked(fields);
      case SubscriptionIntake.Invalid(Map<String, Message> errors) ->
          form(fields, errors)
              .with(422)
              .with("reaches", dial.of(WrittenInterests.of(fields), request.network()));
      case SubscriptionIntake.TooMany(Duration delay) -> ProblemPage.tooMany(delay);
    };
  }

  /** What was typed; where no language can be chosen, that of the page. */
  private static FormFields form(Request request) {
    return request.form().orElse(PreferencesForm.in(request.language().language()));
  }

  static Page asked(FormFields fields) {
    return Page.ok("web/asked.html", Map.of("address", fields.text("address").strip()));
  }

  /** The rest is filled in as usual; the zone by the server's, where no script knows better. */
  private Page fresh(FormFields given, Request request) {
    FormFields fields =
        given.orElse(PreferencesForm.usual(ZoneId.systemDefault(), request.language().language()));
    return form(fields, Map.of()).with("guess", true).with("canonical", "/subscribe");
  }

  private Page form(FormFields fields, Map<String, Message> errors) {
    return Page.ok(TEMPLATE, FormView.of(fields, errors, languages, clock.instant()))
        .with("groups", GroupView.open(groups.all()));
  }
}
