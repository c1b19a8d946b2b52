package dev.offprint.sending;

/**
 * How fast messages may leave; 0 is no limit.
 *
 * @param connections held to the relay at once, at least 1
 * @param perSecond messages in all
 * @param domainConnections messages on the wire at once to one recipient domain
 * @param domainPerMinute messages to one recipient domain
 */
public record SendingLimits(
    int connections, int perSecond, int domainConnections, int domainPerMinute) {

  /** Only so many connections. */
  public static SendingLimits ofConnections(int connections) {
    return new SendingLimits(connections, 0, 0, 0);
  }
}
