package dev.offprint.bounces;

import dev.offprint.access.NoAccessToken;
import dev.offprint.access.ServerAccess;
import dev.offprint.bounces.PollOutcome.Off;
import dev.offprint.bounces.PollOutcome.Polled;
import dev.offprint.bounces.PollOutcome.Unavailable;
import dev.offprint.config.MailConfiguration;
import dev.offprint.fetch.Proxies;
import dev.offprint.papers.Fingerprint;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox that bounces come to.
 *
 * <p>A message is removed once what it reports is written down, and not before: a crash in between
 * makes it be read again, which changes nothing. Removed is only what a mail system wrote and whose
 * mail or addressee is known; somebody's answer stays where it is, with its flags, and is not read
 * again.
 */
public final class ReturnMailbox {
  private static final Logger LOG = LoggerFactory.getLogger(ReturnMailbox.class);
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Our mails are below a tenth of it, and most reports return a mail's header alone. */
  static final int MAX_BYTES = 5_000_000;

  /** More new messages wait for the next time, so that no look takes for ever. */
  static final int MAX_MESSAGES = 1_000;

  /** So many in a row that cannot be written down are not the messages' fault. */
  private static final int MAX_FAILURES = 3;

  private final MailConfiguration.Bounces settings;
  private final ReturnedMail returned;
  private final ProcessedMessages processed;
  private final PollStore polls;
  private final Proxies proxies;
  private final InstantSource clock;
  private final Duration limit;
  private @Nullable ServerAccess access;
  private volatile boolean stopped;

  public ReturnMailbox(
      MailConfiguration.Bounces settings,
      ReturnedMail returned,
      ProcessedMessages processed,
      PollStore polls,
      Proxies proxies,
      InstantSource clock) {
    this(settings, returned, processed, polls, proxies, clock, LIMIT);
  }

  ReturnMailbox(
      MailConfiguration.Bounces settings,
      ReturnedMail returned,
      ProcessedMessages processed,
      PollStore polls,
      Proxies proxies,
      InstantSource clock,
      Duration limit) {
    this.settings = settings;
    this.returned = returned;
    this.processed = processed;
    this.polls = polls;
    this.proxies = proxies;
    this.clock = clock;
    this.limit = limit;
  }

  /** Is told of each new message, by its number in the mailbox. */
  public interface Listener {
    void read(int number, Processed processed);

    /** Why it could not be read or written down; it stays in the mailbox. */
    void failed(int number, String why);
  }

  /** Whether a mailbox is configured. */
  public boolean isOn() {
    return !settings.host().isEmpty();
  }

  /** How the last look into it ended, in whatever process. */
  public Optional<Poll> lastPoll() {
    return isOn() ? polls.last(name()) : Optional.empty();
  }

  /** Logs in, reads nothing, and says why that is not possible; empty when it is. */
  public Optional<String> problem() {
    ServerAccess way = access();
    try (MailboxConnection connection = MailboxConnection.open(settings, way, limit)) {
      return connection.isOpen() ? Optional.empty() : Optional.of("the mailbox closed at once");
    } catch (MessagingException | NoAccessToken e) {
      return Optional.of(new MailboxProblems(settings, way.certificates()).inWords(e));
    }
  }

  /** Ends a look that is under way after the message it is at. */
  public void stop() {
    stopped = true;
  }

  /** Reads what is new, writes down what it reports, and removes that. */
  public PollOutcome poll(Listener listener) {
    if (!isOn()) {
      return new Off();
    }
    ServerAccess way = access();
    try (MailboxConnection connection = MailboxConnection.open(settings, way, limit)) {
      Polled polled = new MailboxRound(connection, listener).run();
      connection.finish();
      polls.keep(name(), clock.instant(), null);
      return polled;
    } catch (MessagingException | NoAccessToken e) {
      String why = new MailboxProblems(settings, way.certificates()).inWords(e);
      polls.keep(name(), clock.instant(), why);
      return new Unavailable(why);
    }
  }

  /** Made when the mailbox is first read, because commands that do not read it start faster. */
  private synchronized ServerAccess access() {
    if (access == null) {
      access =
          ServerAccess.of(
              "mail.bounces", settings.host(), settings.caFile(), settings.login(), proxies, clock);
    }
    return access;
  }

  private String name() {
    return String.format(
        Locale.ROOT,
        "%s://%s@%s:%d/%s",
        settings.protocol(),
        settings.login().username(),
        settings.host(),
        settings.effectivePort(),
        settings.folder());
  }

  /** One look, while the connection holds. */
  private final class MailboxRound {
    private final MailboxConnection connection;
    private final Listener listener;
    private int removed;
    private int left;
    private int failed;
    private int failedInRow;

    MailboxRound(MailboxConnection connection, Listener listener) {
      this.connection = connection;
      this.listener = listener;
    }

    Polled run() throws MessagingException {
      for (Message message : connection.messages()) {
        if (stopped || removed + left + failed >= MAX_MESSAGES || failedInRow >= MAX_FAILURES) {
          break;
        }
        String uid = connection.uid(message);
        String memory = uid == null ? null : Fingerprint.of(name() + "\n" + uid, Fingerprint.BYTES);
        if (memory == null || !processed.contains(memory)) {
          take(message, memory);
        }
      }
      return new Polled(removed, left, failed);
    }

    private void take(Message message, @Nullable String memory) throws MessagingException {
      int number = message.getMessageNumber();
      try {
        Processed what = returned.process(connection.read(message, MAX_BYTES));
        if (what.isSettled()) {
          connection.remove(message);
          removed++;
        } else {
          remember(memory);
          left++;
        }
        failedInRow = 0;
        listener.read(number, what);
      } catch (MessageTooLarge e) {
        remember(memory);
        fail(number, MailboxProblems.oneLine(e));
      } catch (MessagingException | IOException e) {
        if (!connection.isOpen()) {
          throw e instanceof MessagingException broken ? broken : new MessagingException("", e);
        }
        fail(number, "it cannot be read: " + MailboxProblems.oneLine(e));
      } catch (RuntimeException e) {
        LOG.error("message {} of the mailbox cannot be written down and stays there", number, e);
        failedInRow++;
        fail(number, "it cannot be written down");
      }
    }

    private void fail(int number, String why) {
      failed++;
      listener.failed(number, why);
    }

    private void remember(@Nullable String memory) {
      if (memory != null) {
        processed.add(memory, clock.instant());
      }
    }
  }
}
