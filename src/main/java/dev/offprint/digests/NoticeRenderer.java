package dev.offprint.digests;

import dev.offprint.groups.Group;
import dev.offprint.messages.Message;
import dev.offprint.messages.Messages;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import dev.offprint.templates.BrokenTemplate;
import dev.offprint.templates.Templates;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the mails that are not editions. */
public final class NoticeRenderer {
  private final Templates templates;
  private final Imprint imprint;

  public NoticeRenderer(Templates templates, Imprint imprint) {
    this.templates = templates;
    this.imprint = imprint;
  }

  /**
   * Asks the owner of an address whether they want editions, from {@code mail/confirmation.html}
   * and {@code mail/confirmation.txt}.
   *
   * <p>Interests are counted, not quoted: whoever filled in the form may not own the address, and
   * could otherwise have any words of theirs mailed to anybody.
   *
   * @param confirm where one press of a button confirms
   * @param valid how long it does; shown in whole days or hours
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  public RenderedMail confirmation(Subscriber subscriber, URI confirm, Duration valid) {
    return confirmation(subscriber, Optional.empty(), confirm, valid);
  }

  /** The same for whoever joins a group with that, if there is one. */
  public RenderedMail confirmation(
      Subscriber subscriber, Optional<Group> group, URI confirm, Duration valid) {
    Preferences preferences = subscriber.preferences();
    String subject =
        preferences.timing().isWeekly()
            ? "confirmation.subject.weekly"
            : preferences.timing().days().size() < 5
                ? "confirmation.subject.some"
                : "confirmation.subject.daily";
    return render(
        "confirmation",
        subject,
        subscriber,
        confirm,
        Map.of(
            "content", content(preferences, group),
            "maximum", Message.of("papers", preferences.maximum()),
            "timing", timing(preferences.timing()),
            "confirm", confirm.toASCIIString(),
            "valid", span(valid)));
  }

  /** What somebody in a group gets: who has not chosen anything else gets what the group does. */
  private static Message content(Preferences preferences, Optional<Group> group) {
    Message own = EditionWords.content(preferences);
    return group
        .map(
            joined ->
                joined.sameForAll() || preferences.isNothing()
                    ? Message.of("content.group", OneLine.of(joined.name()))
                    : Message.of("content.groups", own, OneLine.of(joined.name())))
        .orElse(own);
  }

  /**
   * Asks a subscriber whether they want to be in a group, from {@code mail/group.html} and {@code
   * mail/group.txt}.
   *
   * @param confirm where one press of a button confirms
   * @param valid how long it does; shown in whole days or hours
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  public RenderedMail group(Subscriber subscriber, Group group, URI confirm, Duration valid) {
    String name = OneLine.of(group.name());
    return render(
        "group",
        Message.of("group.subject", name),
        subscriber,
        confirm,
        Map.of(
            "group", name,
            "what", joining(group),
            "confirm", confirm.toASCIIString(),
            "valid", span(valid)));
  }

  /** What becomes of somebody's papers who joins a group. */
  public static Message joining(Group group) {
    return Message.of(
        group.sameForAll()
            ? "group.joining.same"
            : group.hasInterests() ? "group.joining" : "group.joining.nothing");
  }

  /**
   * Asks the owner of an address whether a subscriber is to be mailed there, from {@code
   * mail/new-address.html} and {@code mail/new-address.txt}.
   *
   * @param confirm where one press of a button confirms
   * @param valid how long it does; shown in whole days or hours
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  public RenderedMail newAddress(Subscriber subscriber, URI confirm, Duration valid) {
    return render(
        "new-address",
        "new-address.subject",
        subscriber,
        confirm,
        Map.of("confirm", confirm.toASCIIString(), "valid", span(valid)));
  }

  /**
   * Brings a subscriber the link to their preferences, from {@code mail/link.html} and {@code
   * mail/link.txt}.
   *
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  public RenderedMail link(Subscriber subscriber, URI preferences) {
    return render(
        "link",
        "link.subject",
        subscriber,
        preferences,
        Map.of("preferences", preferences.toASCIIString()));
  }

  /**
   * Brings a subscriber the link to all that is kept of them, from {@code mail/data.html} and
   * {@code mail/data.txt}.
   *
   * @param valid how long it can be used; shown in whole days or hours
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  public RenderedMail data(Subscriber subscriber, URI data, Duration valid) {
    return render(
        "data",
        "data.subject",
        subscriber,
        data,
        Map.of("data", data.toASCIIString(), "valid", span(valid)));
  }

  /**
   * Tells a subscriber that another address was asked for, from {@code mail/move.html} and {@code
   * mail/move.txt}.
   *
   * @throws BrokenTemplate when the operator's templates cannot be filled
   */
  public RenderedMail move(Subscriber subscriber, URI preferences) {
    return render(
        "move",
        "move.subject",
        subscriber,
        preferences,
        Map.of("preferences", preferences.toASCIIString()));
  }

  private RenderedMail render(
      String name, String subject, Subscriber subscriber, URI link, Map<String, Object> more) {
    return render(name, Message.of(subject), subscriber, link, more);
  }

  private RenderedMail render(
      String name, Message subject, Subscriber subscriber, URI link, Map<String, Object> more) {
    Messages in = templates.languages().of(subscriber.preferences().language());
    Map<String, Object> values = new HashMap<>(more);
    values.put("imprint", imprint);
    values.put("subject", in.text(subject));
    values.put("address", subscriber.address().toString());
    values.put("host", link.getRawAuthority());
    return new RenderedMail(
        in.text(subject),
        templates.render("mail/" + name + ".html", in, values),
        TextLayout.of(templates.render("mail/" + name + ".txt", in, values)));
  }

  private static Message timing(Timing timing) {
    return Message.of(
        "days.at",
        Days.of(timing.days()),
        Message.of("pattern.time", timing.at()),
        timing.zone().getId());
  }

  private static Message span(Duration valid) {
    return valid.toHours() >= 48
        ? Message.of("span.days", valid.toDays())
        : Message.of("span.hours", valid.toHours());
  }
}
