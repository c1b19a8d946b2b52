package dev.offprint.cli;

import dev.offprint.bounces.ReturnMailbox;
import dev.offprint.bounces.ReturnedMail;
import dev.offprint.cli.console.Features;
import dev.offprint.config.CertificateFile;
import dev.offprint.config.Configuration;
import dev.offprint.config.Login;
import dev.offprint.config.MailConfiguration;
import dev.offprint.config.Security;
import dev.offprint.fetch.Proxies;
import dev.offprint.groups.GroupStore;
import dev.offprint.groups.MemoryGroups;
import dev.offprint.ledger.Ledger;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.meaning.StoredVectors;
import dev.offprint.messages.Languages;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperStore;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.HarvestStore;
import dev.offprint.sources.Harvester;
import dev.offprint.sources.LateSources;
import dev.offprint.sources.Source;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.SuppressionStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Features of a Monday morning, in memory. */
public final class MemoryFeatures implements Features {
  public static final Instant NOW = Instant.parse("2024-05-27T08:30:00Z");

  final MemoryPapers papers = new MemoryPapers();
  final MemoryFeedback feedback = new MemoryFeedback();
  final MemoryProcessed processed = new MemoryProcessed();
  final MemorySuppressions suppressions = new MemorySuppressions();
  final MemorySubscribers subscribers = new MemorySubscribers(suppressions);
  final MemoryPolls polls = new MemoryPolls();
  MailConfiguration.Bounces mailbox =
      new MailConfiguration.Bounces(
          MailConfiguration.MailboxProtocol.IMAP,
          "",
          0,
          Security.NONE,
          CertificateFile.NONE,
          "INBOX",
          Login.withPassword("bounces@lab.example", "lovelace"));
  final MemoryLedger ledger = new MemoryLedger();
  public final Map<String, HarvestOutcome> files = new HashMap<>();
  final MemoryGroups groups = new MemoryGroups();
  final Map<String, ConfiguredSource> sources = new TreeMap<>();
  final MemoryHarvests harvests = new MemoryHarvests();
  final List<String> asked = new ArrayList<>();
  List<LateSources.Late> late = List.of();
  List<Candidate> found = List.of();
  public Supplier<Optional<SentenceModel>> model = Optional::empty;
  Supplier<Configuration> configuration =
      () -> {
        throw new UnsupportedOperationException();
      };
  @Nullable RuntimeException databaseFailure;
  @Nullable StoredVectors vectors;
  dev.offprint.planning.DailyLimit limit = dev.offprint.planning.DailyLimit.NONE;
  boolean daemonRunning;
  Path data = Path.of("data");
  boolean closed;
  boolean beginsNothing;

  @Override
  public void beginNothing() {
    beginsNothing = true;
  }

  @Override
  public Configuration configuration() {
    return configuration.get();
  }

  @Override
  public List<dev.offprint.config.ConfigurationLoader.Effective> settings() {
    return dev.offprint.config.ConfigurationLoader.load(
            null,
            Map.of("OFFPRINT_SMTP__HOST", "relay.example", "OFFPRINT_SMTP__PASSWORD", "geheim"))
        .settings();
  }

  @Override
  public Path data() {
    return data;
  }

  @Override
  public InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Europe/Oslo");
  }

  @Override
  public PaperStore papers() {
    return opened(papers);
  }

  @Override
  public SubscriberStore subscribers() {
    return opened(subscribers);
  }

  @Override
  public GroupStore groups() {
    return opened(groups);
  }

  @Override
  public Membership membership() {
    return new Membership(opened(standings()), feedback, clock());
  }

  MemoryStandings standings() {
    return new MemoryStandings(subscribers, suppressions, groups);
  }

  @Override
  public Languages languages() {
    return Languages.shipped();
  }

  @Override
  public Ledger ledger() {
    return opened(ledger.ledger());
  }

  @Override
  public SuppressionStore suppressions() {
    return opened(suppressions);
  }

  @Override
  public ReturnedMail returnedMail() {
    return new ReturnedMail(
        membership(), suppressions(), processed, subscribers, ledger.ledger(), clock());
  }

  @Override
  public ReturnMailbox returnMailbox() {
    return new ReturnMailbox(mailbox, returnedMail(), processed, polls, Proxies.none(), clock());
  }

  private <T> T opened(T store) {
    if (databaseFailure != null) {
      throw databaseFailure;
    }
    return store;
  }

  @Override
  public HarvestOutcome readFile(
      Path file, @Nullable LocalDate day, @Nullable Consumer<HarvestOutcome.Harvested> parts) {
    asked.add(file + " " + day);
    return files.getOrDefault(file.toString(), new HarvestOutcome.Broken("there is no such file"));
  }

  @Override
  public Map<String, ConfiguredSource> sources() {
    return sources;
  }

  @Override
  public List<Candidate> search(String text, int limit, IntConsumer indexed) {
    asked.add(text + " " + limit);
    return found;
  }

  @Override
  public void index(IntConsumer indexed) {
    asked.add("index");
  }

  @Override
  public Optional<SentenceModel> sentenceModel() {
    return model.get();
  }

  @Override
  public List<Candidate> trending(LocalDate day, int limit) {
    asked.add(day + " " + limit);
    return found;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public Harvester harvester() {
    return new Harvester(papers(), harvests, harvest -> {}, clock());
  }

  @Override
  public HarvestStore harvests() {
    return opened(harvests);
  }

  @Override
  public List<LateSources.Late> lateSources() {
    return late;
  }

  /** A source that always answers the same. */
  void source(String name, boolean enabled, HarvestOutcome outcome) {
    sources.put(
        name,
        new ConfiguredSource(
            new Source() {
              @Override
              public String name() {
                return name;
              }

              @Override
              public HarvestOutcome harvest(LocalDate day) {
                asked.add(day.toString());
                return outcome;
              }
            },
            enabled));
  }

  @Override
  public dev.offprint.selection.DaySelector selector() {
    return vectors == null
        ? new dev.offprint.selection.DaySelector(papers())
        : new dev.offprint.selection.DaySelector(papers(), vectors);
  }

  @Override
  public dev.offprint.planning.ReaderProfiles readers() {
    return new dev.offprint.planning.ReaderProfiles(ledger(), opened(feedback), groups);
  }

  @Override
  public dev.offprint.subscribers.FeedbackPapers feedbackPapers() {
    return new dev.offprint.subscribers.FeedbackPapers(opened(feedback), papers());
  }

  @Override
  public dev.offprint.planning.Readership readership() {
    return new dev.offprint.planning.Readership(subscribers(), limit);
  }

  @Override
  public dev.offprint.planning.EditionPlanner planner() {
    return new dev.offprint.planning.EditionPlanner(
        readership(),
        selector(),
        ledger().plans(),
        readers(),
        new dev.offprint.planning.NoPendingSources(),
        clock(),
        dev.offprint.metrics.PlanningTimers.unpublished());
  }

  @Override
  public dev.offprint.planning.ClockCheck clockCheck() {
    return new dev.offprint.planning.ClockCheck(clock(), opened(ledger), Optional::empty);
  }

  @Override
  public void checkMails() {
    dev.offprint.digests.MailCheck.of(
        new dev.offprint.templates.Templates(Path.of("templates")),
        dev.offprint.digests.Imprint.NONE);
  }

  @Override
  public dev.offprint.digests.EditionRenderer renderer() {
    return new dev.offprint.digests.EditionRenderer(
        new dev.offprint.templates.Templates(Path.of("templates")),
        dev.offprint.digests.Imprint.NONE);
  }

  @Override
  public boolean isDaemonRunning() {
    return daemonRunning;
  }

  /** Nothing is sent from memory: as if a daemon had the right. */
  @Override
  public java.util.Optional<Sending> takeSending() {
    return java.util.Optional.empty();
  }
}
