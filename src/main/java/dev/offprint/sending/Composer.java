package dev.offprint.sending;

import dev.offprint.digests.EditionRenderer;
import dev.offprint.digests.NoticeRenderer;
import dev.offprint.digests.RenderedMail;
import dev.offprint.digests.SubscriberLinks;
import dev.offprint.groups.GroupStore;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.EditionContents;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Judgment;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.Links;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Recipient;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.Timing;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a delivery into a message, or says why its subscriber must not be mailed any more. */
public final class Composer {
  private final SubscriberStore subscribers;
  private final EditionRenderer editions;
  private final NoticeRenderer notices;
  private final Links links;
  private final Sender sender;
  private final InstantSource clock;
  private final GroupStore groups;

  public Composer(
      SubscriberStore subscribers,
      GroupStore groups,
      EditionRenderer editions,
      NoticeRenderer notices,
      Links links,
      Sender sender,
      InstantSource clock) {
    this.subscribers = subscribers;
    this.groups = groups;
    this.editions = editions;
    this.notices = notices;
    this.links = links;
    this.sender = sender;
    this.clock = clock;
  }

  /** Where the recipients are looked up. */
  SubscriberStore subscribers() {
    return subscribers;
  }

  /**
   * Composes what a delivery says, if its subscriber may be mailed at this moment.
   *
   * @param contents of an edition; of no meaning for a notice
   */
  Composition compose(Delivery delivery, EditionContents contents) {
    return compose(delivery, contents, subscribers.recipient(delivery.subscriberId()));
  }

  /**
   * Composes what a delivery says to whoever gets it, if they may be mailed.
   *
   * @param to as they stand at this moment; empty when they were erased
   */
  Composition compose(Delivery delivery, EditionContents contents, Optional<Recipient> to) {
    if (to.isEmpty()) {
      return new Composition.Withheld("the subscriber was erased before it was sent");
    }
    Recipient recipient = to.get();
    Subscriber subscriber = recipient.subscriber();
    if (recipient.suppressed()) {
      return new Composition.Withheld("the address was suppressed before it was sent");
    }
    return switch (subscriber.status()) {
      case ACTIVE ->
          switch (delivery.kind()) {
            case EDITION -> edition(delivery, subscriber, contents);
            case CONFIRMATION -> toJoin(delivery, subscriber, "confirmed before it was sent");
            case LINK, DATA, MOVE -> link(delivery, subscriber);
          };
      case PENDING ->
          delivery.kind() == Delivery.Kind.CONFIRMATION
              ? confirmation(delivery, subscriber)
              : new Composition.Withheld("the subscriber has not confirmed");
      case PAUSED ->
          switch (delivery.kind()) {
            case LINK, DATA, MOVE -> link(delivery, subscriber);
            case CONFIRMATION -> asked(delivery, subscriber, "paused before it was sent");
            case EDITION -> new Composition.Withheld("paused before it was sent");
          };
      case UNSUBSCRIBED -> toWhoLeft(delivery, subscriber);
      case SUPPRESSED -> new Composition.Withheld("the address was suppressed before it was sent");
    };
  }

  /** They are sent only what was asked for since. */
  private Composition toWhoLeft(Delivery delivery, Subscriber subscriber) {
    return switch (delivery.kind()) {
      case DATA -> link(delivery, subscriber);
      case CONFIRMATION -> asked(delivery, subscriber, "unsubscribed before it was sent");
      case EDITION, LINK, MOVE -> new Composition.Withheld("unsubscribed before it was sent");
    };
  }

  /** Asks to confirm what was asked for beside what there is of a subscriber, if anything was. */
  private Composition asked(Delivery delivery, Subscriber subscriber, String withheld) {
    return subscribers
        .requested(subscriber.id())
        .map(wanted -> confirmation(delivery, subscriber.wanting(wanted)))
        .orElseGet(() -> toJoin(delivery, subscriber, withheld));
  }

  /** Asks a subscriber to confirm that they join a group, if they were asked to. */
  private Composition toJoin(Delivery delivery, Subscriber subscriber, String withheld) {
    return groups
        .asked(subscriber.id())
        .filter(group -> subscriber.mayPause())
        .<Composition>map(
            group ->
                notice(
                    delivery,
                    subscriber,
                    "group",
                    notices.group(
                        subscriber,
                        group,
                        links.confirm(delivery.id(), clock.instant()),
                        LinkTokens.CONFIRM_WITHIN)))
        .orElseGet(() -> new Composition.Withheld(withheld));
  }

  /** The domains of those who get deliveries, by the deliveries' ids. */
  Map<Long, String> domains(List<Delivery> deliveries) {
    Map<Long, EmailAddress> addresses =
        subscribers.addresses(deliveries.stream().map(Delivery::subscriberId).toList());
    Map<Long, String> domains = new HashMap<>();
    for (Delivery delivery : deliveries) {
      EmailAddress address = addresses.get(delivery.subscriberId());
      if (address != null) {
        domains.put(delivery.id(), address.domain());
      }
    }
    return domains;
  }

  private Composition edition(Delivery delivery, Subscriber subscriber, EditionContents contents) {
    if (contents.papers().isEmpty()) {
      // They were papers of their own when they were chosen.
      return new Composition.Withheld("all its papers turned out to have been sent before");
    }
    SubscriberLinks subscriberLinks = links(delivery, subscriber);
    // RFC 2369, section 3.2; RFC 8058, section 3.1; RFC 2919, section 3.
    Map<String, String> headers = new LinkedHashMap<>();
    // Readers' filters hang on the id, so it stays what it was before there were weekly
    // editions.
    headers.put("List-Id", "\"Research papers\" <daily." + sender.domain() + ">");
    headers.put("List-Unsubscribe", "<" + subscriberLinks.unsubscribe() + ">");
    if (links.takeOneClick()) {
      headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    // Gmail's feedback loop counts complaints by each of these fields, the last being the sender.
    headers.put("Feedback-ID", delivery.day() + ":edition:offprint");
    return new Composition.Ready(
        message(
            delivery,
            subscriber,
            headers,
            editions.render(contents.of(delivery, subscriber), subscriberLinks)),
        due(delivery, subscriber));
  }

  /** None for a day that its reader has not chosen, as when it was planned by hand. */
  private static @Nullable Instant due(Delivery edition, Subscriber subscriber) {
    Timing timing = subscriber.preferences().timing();
    LocalDate day = edition.day();
    return day != null && timing.includes(day) ? timing.dueOn(day) : null;
  }

  private SubscriberLinks links(Delivery edition, Subscriber subscriber) {
    return new SubscriberLinks(
        links.edition(edition.id()),
        links.preferences(subscriber.id()),
        links.pause(subscriber.id()),
        links.weekly(subscriber.id()),
        links.unsubscribe(subscriber.id()),
        links.feedback(Judgment.MORE, subscriber.id()),
        links.feedback(Judgment.LESS, subscriber.id()));
  }

  private Composition confirmation(Delivery delivery, Subscriber subscriber) {
    URI confirm = links.confirm(delivery.id(), clock.instant());
    return notice(
        delivery,
        subscriber,
        "confirmation",
        subscribers.isAddressChange(subscriber.id())
            ? notices.newAddress(subscriber, confirm, LinkTokens.CONFIRM_WITHIN)
            : notices.confirmation(
                subscriber, groups.asked(subscriber.id()), confirm, LinkTokens.CONFIRM_WITHIN));
  }

  /** What brings somebody a link of their own. */
  private Composition link(Delivery delivery, Subscriber subscriber) {
    URI preferences = links.preferences(subscriber.id());
    return switch (delivery.kind()) {
      case DATA ->
          notice(
              delivery,
              subscriber,
              "data",
              notices.data(
                  subscriber,
                  links.data(subscriber.id(), clock.instant()),
                  LinkTokens.DATA_WITHIN));
      case MOVE -> notice(delivery, subscriber, "move", notices.move(subscriber, preferences));
      case LINK, EDITION, CONFIRMATION ->
          notice(delivery, subscriber, "link", notices.link(subscriber, preferences));
    };
  }

  private Composition notice(
      Delivery delivery, Subscriber subscriber, String name, RenderedMail content) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Feedback-ID", name + ":offprint");
    return new Composition.Ready(message(delivery, subscriber, headers, content), null);
  }

  private OutgoingMessage message(
      Delivery delivery, Subscriber to, Map<String, String> headers, RenderedMail content) {
    if (!sender.replyTo().isEmpty()) {
      headers.put("Reply-To", sender.replyTo()); // RFC 5322, section 3.6.2
    }
    headers.put("Auto-Submitted", "auto-generated"); // RFC 3834, section 5
    return new OutgoingMessage(
        delivery.messageId(),
        delivery.kind() == Delivery.Kind.EDITION ? sender.from() : sender.serviceFrom(),
        to.address(),
        headers,
        content,
        to.preferences().format() == Preferences.Format.HTML,
        clock.instant());
  }
}
