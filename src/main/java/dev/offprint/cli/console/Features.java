package dev.offprint.cli.console;

import dev.offprint.bounces.ReturnMailbox;
import dev.offprint.bounces.ReturnedMail;
import dev.offprint.config.Configuration;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.digests.EditionRenderer;
import dev.offprint.ledger.Ledger;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperStore;
import dev.offprint.planning.EditionPlanner;
import dev.offprint.planning.ReaderProfiles;
import dev.offprint.selection.DaySelector;
import dev.offprint.sending.Dispatcher;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.HarvestStore;
import dev.offprint.sources.Harvester;
import dev.offprint.sources.LateSources;
import dev.offprint.sources.Source;
import dev.offprint.subscribers.LikedPapers;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.SuppressionStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What commands work with. Each feature is opened when it is first asked for, so that a command
 * that needs no database opens none.
 */
public interface Features extends AutoCloseable {
  /** What is read as a file but is none: standard input. A file of that name is {@code ./-}. */
  Path STANDARD_INPUT = Path.of("-");

  /**
   * The configuration, read when first asked for.
   *
   * @throws CommandFailure made by {@link CommandFailure#wrongConfiguration} when it is not valid
   */
  Configuration configuration();

  /**
   * Every key of the configuration with its value in effect and where that comes from; secrets are
   * not shown.
   *
   * @throws CommandFailure as {@link #configuration()} does
   */
  List<ConfigurationLoader.Effective> settings();

  /** A configuration file to start from: every key with its help, as it is by default. */
  String exampleConfiguration();

  /** The data folder. */
  Path data();

  InstantSource clock();

  /** The operator's zone: what "today" means here, and how instants are shown. */
  ZoneId zone();

  PaperStore papers();

  SubscriberStore subscribers();

  /** Decides who is subscribed. */
  Membership membership();

  Ledger ledger();

  /** The addresses that must not be mailed. */
  SuppressionStore suppressions();

  /** Applies bounces and complaints. */
  ReturnedMail returnedMail();

  /** The mailbox that they come to. */
  ReturnMailbox returnMailbox();

  /**
   * Reads a file of papers, or {@link #STANDARD_INPUT}, and records nothing.
   *
   * @param day the day on which its papers were announced; null leaves it to the file
   */
  default HarvestOutcome readFile(Path file, @Nullable LocalDate day) {
    return readFile(file, day, null);
  }

  /**
   * Reads such a file, however long it is.
   *
   * @param parts takes the papers of a long file part by part, before the outcome has the others;
   *     null leaves all of them to the outcome
   */
  HarvestOutcome readFile(
      Path file, @Nullable LocalDate day, @Nullable Consumer<HarvestOutcome.Harvested> parts);

  /** Every source that papers can be fetched from, by its name; also those that are off. */
  Map<String, ConfiguredSource> sources();

  /** Asks sources, and writes down what came. */
  Harvester harvester();

  /** What was written down of asking them. */
  HarvestStore harvests();

  /** The enabled sources that have not answered for their latest day. */
  List<LateSources.Late> lateSources();

  /** Papers that fit the text, best first. */
  List<Candidate> search(String text, int limit);

  /**
   * The model that says what texts mean, opened when first asked for and closed with the features.
   *
   * @return empty when {@code matching.semantic} is false
   * @throws dev.offprint.meaning.ModelUnavailable when it cannot be used
   */
  Optional<SentenceModel> sentenceModel();

  /** Papers that are popular on that day, most popular first. */
  List<Candidate> trending(LocalDate day, int limit);

  /** Chooses the papers of a day. */
  DaySelector selector();

  /** Brings together what choosing for a subscriber needs to know. */
  ReaderProfiles readers();

  /** What subscribers said of papers. */
  LikedPapers likedPapers();

  /** Plans editions and writes them down. */
  EditionPlanner planner();

  /** Says an edition in words. */
  EditionRenderer renderer();

  /** Whether another process sends for the data folder at the moment, as the daemon does. */
  boolean isDaemonRunning();

  /**
   * Makes this process the one that sends for the data folder.
   *
   * @return empty when another one is, such as the daemon; it sends what is written down
   */
  Optional<Sending> takeSending();

  @Override
  void close();

  /** The right to send, until it is closed. */
  interface Sending extends AutoCloseable {
    Dispatcher dispatcher();

    @Override
    void close();
  }

  /**
   * A source, and whether it is asked when nobody names it.
   *
   * @param enabled as the configuration says
   */
  record ConfiguredSource(Source source, boolean enabled) {}
}
