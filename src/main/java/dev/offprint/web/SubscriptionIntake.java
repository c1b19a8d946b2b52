package dev.offprint.web;

import dev.offprint.config.IpNetwork;
import dev.offprint.groups.Group;
import dev.offprint.interests.PastedInterests;
import dev.offprint.messages.Languages;
import dev.offprint.messages.Message;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Preferences;
import dev.offprint.web.http.FormFields;
import dev.offprint.web.reader.MailRequests;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Judges what somebody asks to subscribe with, by the form or by a program. */
final class SubscriptionIntake {
  private final Membership membership;
  private final MailRequests requests;
  private final InterestBudget budget;
  private final Languages languages;

  SubscriptionIntake(
      Membership membership, MailRequests requests, InterestBudget budget, Languages languages) {
    this.membership = membership;
    this.requests = requests;
    this.budget = budget;
    this.languages = languages;
  }

  /** What came of it; it says nothing of whether the address is known. */
  sealed interface Outcome {}

  /**
   * It is being done.
   *
   * @param notes what was understood of the interests
   */
  record Taken(List<PastedInterests.Note> notes) implements Outcome {}

  /**
   * Nothing was taken in.
   *
   * @param errors what is wrong, by the name of the field, in the order of the form
   */
  record Invalid(Map<String, Message> errors) implements Outcome {}

  /** Nothing was taken in, and may be after a while. */
  record TooMany(Duration delay) implements Outcome {}

  /**
   * Takes it in.
   *
   * @param group that they are to join with that, if any
   */
  Outcome take(FormFields fields, Optional<Group> group, IpNetwork network) {
    Optional<Duration> tooLong = budget.read(fields.text(WrittenInterests.FIELD), network);
    if (tooLong.isPresent()) {
      return new TooMany(tooLong.get());
    }
    Map<String, Message> errors = new LinkedHashMap<>();
    EmailAddress address = address(fields.text("address"), errors);
    boolean brings = group.filter(GroupView::brings).isPresent();
    PreferencesForm form = new PreferencesForm(fields, languages, brings);
    OptionalLong joined = group.stream().mapToLong(Group::id).findFirst();
    errors.putAll(form.errors());
    Optional<Preferences> preferences = form.preferences();
    if (address == null || !errors.isEmpty() || preferences.isEmpty()) {
      return new Invalid(errors);
    }
    Optional<Duration> wait =
        requests.take(
            network,
            address,
            () ->
                membership.ask(address, preferences.get(), joined, requests::mayAsk).stream()
                    .toList());
    return wait.isPresent() ? new TooMany(wait.get()) : new Taken(form.notes());
  }

  private static @Nullable EmailAddress address(String typed, Map<String, Message> errors) {
    try {
      return PublicAddress.of(typed);
    } catch (IllegalArgumentException e) {
      errors.put("address", PublicAddress.complaint(e));
      return null;
    }
  }
}
