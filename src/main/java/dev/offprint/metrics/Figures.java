package dev.offprint.metrics;

import java.time.Duration;
import java.util.Map;

/**
 * How things stand by the database.
 *
 * @param today how many of today's editions have each status
 * @param month the same for 30 days
 * @param returned what became of those that were sent
 * @param queue the mails that wait
 * @param subscribers how many have each status
 * @param due how many are due and not planned for yet
 */
public record Figures(
    Map<String, Integer> today,
    Map<String, Integer> month,
    Returned returned,
    Queue queue,
    Map<String, Integer> subscribers,
    int due) {
  public Figures {
    today = Map.copyOf(today);
    month = Map.copyOf(month);
    subscribers = Map.copyOf(subscribers);
  }

  /**
   * Shares of the editions that were sent in 30 days, each from 0 to 1.
   *
   * @param bounced that came back
   * @param complained that a reader complained of
   */
  public record Returned(double bounced, double complained) {
    /** Of so many; without any, nothing came back. */
    public static Returned of(int bounced, int complained, int sent) {
      return sent == 0
          ? new Returned(0, 0)
          : new Returned((double) bounced / sent, (double) complained / sent);
    }
  }

  /**
   * Mails that wait to be sent.
   *
   * @param oldest how long the one has waited that was planned first; zero when none waits
   */
  public record Queue(int waiting, Duration oldest) {}
}
