package dev.offprint.sending;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A relay in memory that answers as told and lists what it was handed. */
final class ListedTransport implements MailTransport {
  final List<OutgoingMessage> sent = new CopyOnWriteArrayList<>();
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger open = new AtomicInteger();
  Pause whileSending = message -> {};
  Runnable whileConnecting = () -> {};

  private final Map<String, SendOutcome> answers = new ConcurrentHashMap<>();
  private final AtomicInteger admitted = new AtomicInteger();
  private volatile SendOutcome usual = new SendOutcome.Accepted("250 queued");
  private volatile int most = Integer.MAX_VALUE;

  interface Pause {
    void hold(OutgoingMessage message) throws InterruptedException;
  }

  void always(SendOutcome outcome) {
    usual = outcome;
  }

  void answer(String messageId, SendOutcome outcome) {
    answers.put(messageId, outcome);
  }

  void limitConnectionsTo(int connections) {
    most = connections;
  }

  List<String> messageIds() {
    return sent.stream().map(OutgoingMessage::messageId).toList();
  }

  @Override
  public Connection open() {
    opened.incrementAndGet();
    open.incrementAndGet();
    return new Connection() {
      private boolean in;

      @Override
      public Optional<SendOutcome.RelayUnavailable> connect() {
        whileConnecting.run();
        return Optional.empty();
      }

      @Override
      public SendOutcome send(OutgoingMessage message) {
        if (!in && admitted.incrementAndGet() > most) {
          admitted.decrementAndGet();
          return new SendOutcome.RelayUnavailable("421 too many connections");
        }
        in = true;
        sent.add(message);
        try {
          whileSending.hold(message);
        } catch (InterruptedException e) {
          throw new AssertionError("a worker was interrupted", e);
        }
        return answers.getOrDefault(message.messageId(), usual);
      }

      @Override
      public void close() {
        if (in) {
          admitted.decrementAndGet();
        }
        open.decrementAndGet();
      }
    };
  }
}
