package dev.offprint.app;

import dev.offprint.bounces.JdbiProcessedMessages;
import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.db.Database;
import dev.offprint.groups.GroupStore;
import dev.offprint.groups.JdbiGroupMembers;
import dev.offprint.groups.JdbiGroupStore;
import dev.offprint.ledger.JdbiLedger;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.MessageIds;
import dev.offprint.meaning.JdbiVectorStore;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.PaperStore;
import dev.offprint.subscribers.FeedbackStore;
import dev.offprint.subscribers.JdbiFeedbackStore;
import dev.offprint.subscribers.JdbiStandings;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.JdbiSuppressionStore;
import dev.offprint.subscribers.LinkKey;
import dev.offprint.subscribers.SubscriberStore;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** The stores in the database, which is opened when the first of them is asked for. */
final class Stores implements AutoCloseable {
  private final Lazy<Database> database;
  private final Lazy<LinkKey> key;
  private final Lazy<PaperStore> papers = new Lazy<>(() -> new JdbiPaperStore(jdbi()));
  private final Lazy<SubscriberStore> subscribers =
      new Lazy<>(() -> new JdbiSubscriberStore(jdbi()));
  private final Lazy<FeedbackStore> feedback = new Lazy<>(() -> new JdbiFeedbackStore(jdbi()));
  private volatile boolean mustExist;

  /**
   * Opens nothing yet.
   *
   * @param data holds the key, and the database if that is not elsewhere
   */
  Stores(Supplier<DatabaseConfiguration> configuration, Path data) {
    this.key =
        new Lazy<>(
            () -> {
              Database opened = database(); // First: a key without one tells that it was lost.
              LinkKey own = LinkKey.open(data);
              return opened.isShared()
                  ? own.shared(data, bytes -> opened.nodes().agreeOnKey("links", bytes))
                  : own;
            });
    this.database =
        new Lazy<>(
            () ->
                mustExist
                    ? Database.openExisting(configuration.get(), data)
                    : Database.open(configuration.get(), data));
  }

  /** Has opening the database fail where there is none. */
  void beginNothing() {
    mustExist = true;
  }

  Database database() {
    return database.get();
  }

  LinkKey key() {
    return key.get();
  }

  Jdbi jdbi() {
    return database().jdbi();
  }

  PaperStore papers() {
    return papers.get();
  }

  SubscriberStore subscribers() {
    return subscribers.get();
  }

  GroupStore groups() {
    return new JdbiGroupStore(jdbi());
  }

  FeedbackStore feedback() {
    return feedback.get();
  }

  /** The ledger, whose mails are named after a domain. */
  Ledger ledger(String domain) {
    return JdbiLedger.of(jdbi(), papers(), new MessageIds(domain));
  }

  JdbiStandings standings() {
    return new JdbiStandings(jdbi(), new JdbiGroupMembers(), key.get());
  }

  JdbiSuppressionStore suppressions() {
    return new JdbiSuppressionStore(jdbi(), key.get());
  }

  JdbiProcessedMessages processedMessages() {
    return new JdbiProcessedMessages(jdbi());
  }

  JdbiVectorStore vectors() {
    return new JdbiVectorStore(jdbi());
  }

  @Override
  public void close() {
    if (database.isMade()) {
      database().close();
    }
  }
}
