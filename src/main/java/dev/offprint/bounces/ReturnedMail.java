package dev.offprint.bounces;

import dev.offprint.bounces.Processed.AlreadySuppressed;
import dev.offprint.bounces.Processed.Counted;
import dev.offprint.bounces.Processed.Effect;
import dev.offprint.bounces.Processed.Refused;
import dev.offprint.bounces.Processed.Suppressed;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Ledger;
import dev.offprint.papers.Fingerprint;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Suppression.Origin;
import dev.offprint.subscribers.SuppressionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies messages that came back.
 *
 * <p>A report that returns one of our Message-IDs, or came back to an address with its local part
 * as a token, is about that delivery: its row in the ledger becomes bounced or complained, and the
 * subscriber's address counts, wherever the mail was forwarded to. Both hold 120 random bits, so
 * nobody else can name one. Any other report counts for the addresses that it names.
 *
 * <p>A hard bounce and a complaint suppress at once. A soft bounce counts for the day of the
 * edition (the day of processing where the edition is not known); {@value #FAILING_DAYS} such days
 * suppress, unless an edition was delivered in between or more than {@value #REMEMBERED_DAYS} days
 * passed. A refusal of the mail, its sender or the sender's network is written into the ledger and
 * never counts against a reader, who would else be the one to pay for what the operator has to
 * mend.
 */
public final class ReturnedMail {
  /** So many editions in a row that do not arrive suppress an address. */
  public static final int FAILING_DAYS = 5;

  private static final int REMEMBERED_DAYS = 30;
  private static final int LOOKED_AT = 60;

  private final Membership membership;
  private final SuppressionStore suppressions;
  private final ProcessedMessages processed;
  private final SubscriberStore subscribers;
  private final Ledger ledger;
  private final InstantSource clock;

  public ReturnedMail(
      Membership membership,
      SuppressionStore suppressions,
      ProcessedMessages processed,
      SubscriberStore subscribers,
      Ledger ledger,
      InstantSource clock) {
    this.membership = membership;
    this.suppressions = suppressions;
    this.processed = processed;
    this.subscribers = subscribers;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Reads a message and writes down what it reports; the same bytes again change nothing. */
  public Processed process(byte[] message) {
    return write(BounceReader.read(message), Fingerprint.of(message));
  }

  /**
   * Writes down what an event reports.
   *
   * @param identity the same identity again changes nothing
   */
  public Processed process(Reading event, String identity) {
    return write(event, fingerprint(identity));
  }

  /** Remembers an event that reports nothing; false when it came before. */
  public boolean isNew(String identity) {
    String fingerprint = fingerprint(identity);
    boolean known = processed.contains(fingerprint);
    processed.add(fingerprint, clock.instant());
    return !known;
  }

  private static String fingerprint(String identity) {
    return Fingerprint.of("event " + identity, Fingerprint.BYTES);
  }

  private Processed write(Reading reading, String fingerprint) {
    Delivery delivery = delivery(reading).orElse(null);
    if (processed.contains(fingerprint)) {
      return new Processed(reading, true, delivery, List.of());
    }
    List<Effect> effects =
        switch (reading.kind()) {
          case HARD_BOUNCE, SOFT_BOUNCE, REFUSAL -> bounced(reading, delivery);
          case COMPLAINT -> complained(reading, delivery);
          case DELAY, AUTOMATIC_REPLY, OTHER -> List.of();
        };
    processed.add(fingerprint, clock.instant());
    return new Processed(reading, false, delivery, effects);
  }

  private Optional<Delivery> delivery(Reading reading) {
    String messageId = reading.returned().messageId();
    return Optional.ofNullable(messageId)
        .flatMap(ledger.returns()::findByMessageId)
        .or(
            () ->
                reading.returned().tokens().stream()
                    .flatMap(token -> ledger.returns().findByToken(token).stream())
                    .findFirst());
  }

  private Optional<Subscriber> subscriber(@Nullable Delivery delivery) {
    return delivery == null ? Optional.empty() : subscribers.find(delivery.subscriberId());
  }

  private List<Effect> complained(Reading reading, @Nullable Delivery delivery) {
    Optional<Subscriber> subscriber = subscriber(delivery);
    if (delivery != null) {
      ledger.returns().returned(delivery.id(), Delivery.Status.COMPLAINED, "its reader complained");
    }
    List<EmailAddress> addresses =
        subscriber.isPresent()
            ? List.of(subscriber.get().address())
            : reading.recipients().stream().map(FailedRecipient::address).toList();
    return addresses.stream()
        .map(address -> suppress(address, Origin.COMPLAINT, "its reader complained"))
        .toList();
  }

  private List<Effect> bounced(Reading reading, @Nullable Delivery delivery) {
    Optional<Subscriber> subscriber = subscriber(delivery);
    if (delivery == null || subscriber.isEmpty()) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      List<Effect> effects = new ArrayList<>();
      reading
          .recipients()
          .forEach(
              recipient ->
                  effects.add(
                      failed(
                          recipient.address(),
                          recipient.severity(),
                          recipient.diagnostic(),
                          today,
                          today.minusDays(REMEMBERED_DAYS))));
      return effects;
    }
    Failure failure = Failure.of(reading);
    ledger.returns().returned(delivery.id(), Delivery.Status.BOUNCED, failure.why());
    if (subscribers.isMovedSince(delivery.subscriberId(), delivery.plannedAt())) {
      // It failed at an address that nobody is mailed at any more.
      return List.of();
    }
    LocalDate day =
        Objects.requireNonNullElseGet(
            delivery.day(), () -> LocalDate.ofInstant(delivery.plannedAt(), ZoneOffset.UTC));
    return List.of(
        failed(
            subscriber.get().address(),
            failure.severity(),
            failure.why(),
            day,
            forgottenUpTo(delivery.subscriberId(), day)));
  }

  /** The day of the last edition before this one that went out and did not come back. */
  private LocalDate forgottenUpTo(long subscriberId, LocalDate day) {
    LocalDate oldest = day.minusDays(REMEMBERED_DAYS);
    return ledger.deliveries().of(subscriberId, LOOKED_AT).stream()
        .filter(delivery -> delivery.progress().status() == Delivery.Status.SENT)
        .map(Delivery::day)
        .filter(Objects::nonNull)
        .filter(sent -> sent.isBefore(day))
        .max(LocalDate::compareTo)
        .filter(oldest::isBefore)
        .orElse(oldest);
  }

  private Effect failed(
      EmailAddress address, Severity severity, String why, LocalDate day, LocalDate after) {
    if (severity == Severity.REFUSED) {
      return new Refused(address, why);
    }
    if (severity == Severity.HARD) {
      return suppress(address, Origin.HARD_BOUNCE, why);
    }
    if (suppressions.find(address).isPresent()) {
      return new AlreadySuppressed(address);
    }
    int days = suppressions.countFailingDay(address, day, after);
    return days < FAILING_DAYS
        ? new Counted(address, days)
        : suppress(address, Origin.SOFT_BOUNCES, why);
  }

  private Effect suppress(EmailAddress address, Origin origin, String why) {
    Instant now = clock.instant();
    return membership.suppress(new Suppression(address, origin, why, now))
        ? new Suppressed(address, origin)
        : new AlreadySuppressed(address);
  }
}
