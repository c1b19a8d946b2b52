package dev.offprint.cli.console;

import dev.offprint.db.Node;
import dev.offprint.digests.EditionRenderer;
import dev.offprint.planning.ClockCheck;
import dev.offprint.planning.EditionPlanner;
import dev.offprint.planning.ReaderProfiles;
import dev.offprint.sending.Dispatcher;
import java.util.List;
import java.util.Optional;

/**
 * What all commands work with. Each feature is opened when it is first asked for, so that a command
 * that needs no database opens none.
 */
public interface Features extends PaperFeatures, SubscriberFeatures, AutoCloseable {
  /** Brings together what choosing for a subscriber needs to know. */
  ReaderProfiles readers();

  /** Plans editions and writes them down. */
  EditionPlanner planner();

  /** Tells whether the machine's clock can be right. */
  ClockCheck clockCheck();

  /** Says an edition in words. */
  EditionRenderer renderer();

  /**
   * Makes this process the one that sends for the data folder.
   *
   * @return empty when another one is, such as the daemon; it sends what is written down
   */
  Optional<Sending> takeSending();

  /** The processes that share the database; empty where one has it to itself. */
  default List<Node> nodes() {
    return List.of();
  }

  /** Has whatever asks for the database fail where there is none yet; otherwise it is made. */
  void beginNothing();

  @Override
  void close();

  /** The right to send, until it is closed. */
  interface Sending extends AutoCloseable {
    Dispatcher dispatcher();

    @Override
    void close();
  }
}
