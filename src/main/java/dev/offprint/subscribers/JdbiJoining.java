package dev.offprint.subscribers;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * How subscribers come into groups, for {@link Membership}, which decides it in one transaction
 * with all else. The tables are another package's.
 */
public interface JdbiJoining {
  /** Whether a subscriber is in a group and has confirmed that, or was not asked to. */
  boolean isMember(Handle handle, long subscriberId, long groupId);

  /** Keeps that a subscriber is to join a group once they confirm, in place of any other. */
  void ask(Handle handle, long subscriberId, long groupId, Instant now);

  /**
   * Has a subscriber join the group that they were asked to join.
   *
   * @return false when they were asked to join none, or longer ago than a link to confirm works
   */
  boolean confirm(Handle handle, long subscriberId, Instant now);

  /** Forgets which group a subscriber was asked to join. */
  void forget(Handle handle, long subscriberId);

  /** Forgets what was asked before an instant and not confirmed. */
  void forgetBefore(Handle handle, Instant before);
}
