package dev.offprint.web;

import dev.offprint.groups.Group;
import dev.offprint.groups.Group.Access;
import dev.offprint.groups.GroupStore;
import dev.offprint.messages.Languages;
import dev.offprint.messages.Message;
import dev.offprint.web.http.FormFields;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The form to subscribe as a member of a group, or to join it as a subscriber. */
final class GroupPage {
  private static final String TEMPLATE = "web/group.html";

  private final GroupStore groups;
  private final SubscriptionIntake intake;
  private final InterestDial dial;
  private final Languages languages;
  private final InstantSource clock;

  GroupPage(
      GroupStore groups,
      SubscriptionIntake intake,
      InterestDial dial,
      Languages languages,
      InstantSource clock) {
    this.groups = groups;
    this.intake = intake;
    this.dial = dial;
    this.languages = languages;
    this.clock = clock;
  }

  /** The form, filled in with what members begin with. */
  Page show(Request request) {
    return answer(
        request, group -> form(group, PreferencesForm.of(group.forNewMember()), Map.of()));
  }

  /** Answers the same whether the address is known, a member's, left, suppressed or new. */
  Page join(Request request) {
    return answer(request, group -> join(group, request));
  }

  private Page join(Group group, Request request) {
    FormFields typed = request.form().orElse(PreferencesForm.in(group.preferences().language()));
    FormFields fields =
        group.sameForAll() ? PreferencesForm.withPapersOf(typed, group.forNewMember()) : typed;
    if (!fields.text(SubscribePage.TRAP).isEmpty()) {
      return asked(group, fields);
    }
    return switch (intake.take(fields, Optional.of(group), request.network())) {
      case SubscriptionIntake.Taken _ -> asked(group, fields);
      case SubscriptionIntake.Invalid(Map<String, Message> errors) ->
          form(group, fields, errors)
              .with(422)
              .with("reaches", dial.of(WrittenInterests.of(fields), request.network()));
      case SubscriptionIntake.TooMany(Duration delay) -> ProblemPage.tooMany(delay);
    };
  }

  private static Page asked(Group group, FormFields fields) {
    return SubscribePage.asked(fields).with("group", group.name());
  }

  /** Of a group without a page it is not told whether it exists. */
  private Page answer(Request request, Function<Group, Page> known) {
    String slug = request.part("slug");
    return groups.all().stream()
        .filter(group -> group.slug().equals(slug) && group.access() != Access.CLOSED)
        .findFirst()
        .map(known)
        .orElseGet(() -> ProblemPage.of(404));
  }

  private Page form(Group group, FormFields fields, Map<String, Message> errors) {
    GroupView view = GroupView.of(group);
    Page page =
        Page.ok(TEMPLATE, FormView.of(fields, errors, languages, clock.instant()))
            .with("group", view)
            .with("sameForAll", group.sameForAll());
    return group.access() == Access.PUBLIC
        ? page.with("canonical", view.path())
        : page.with("noindex", true);
  }
}
