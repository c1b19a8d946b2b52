package dev.offprint.app;

import dev.offprint.bounces.ReturnMailbox;
import dev.offprint.bounces.ReturnedMail;
import dev.offprint.cli.console.Features;
import dev.offprint.config.Configuration;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.db.Database;
import dev.offprint.db.Node;
import dev.offprint.digests.EditionRenderer;
import dev.offprint.groups.GroupStore;
import dev.offprint.ledger.Ledger;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.messages.Languages;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.PaperStore;
import dev.offprint.planning.ClockCheck;
import dev.offprint.planning.EditionPlanner;
import dev.offprint.planning.ReaderProfiles;
import dev.offprint.selection.DaySelector;
import dev.offprint.sending.SenderLock;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.HarvestStore;
import dev.offprint.sources.Harvester;
import dev.offprint.sources.LateSources;
import dev.offprint.subscribers.FeedbackPapers;
import dev.offprint.subscribers.LinkKey;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.SuppressionStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts the features together. Each is made when it is first asked for, so a command opens only what
 * it uses.
 */
public final class Wiring implements Features {
  private final Premises premises;
  private boolean closed;
  private final Stores stores;
  private final Lazy<Ledger> ledger;
  private final Returns returns;
  private final Harvesting harvesting;
  private final Matching matching;
  private final Mails mails;
  private final Lazy<LinkTokens> tokens = new Lazy<>(() -> new LinkTokens(key()));

  /** The features of one installation in {@code home}, its distribution; none is made yet. */
  public Wiring(
      Supplier<ConfigurationLoader.Loaded> configuration,
      Path data,
      Path home,
      InstantSource clock) {
    this(new Premises(configuration, data, home, clock));
  }

  private Wiring(Premises premises) {
    this.premises = premises;
    this.stores = new Stores(() -> configuration().database(), data());
    this.ledger = new Lazy<>(() -> stores.ledger(mails().sender().domain()));
    this.returns = new Returns(this, stores);
    this.harvesting =
        new Harvesting(
            this,
            this::database,
            () -> premises.configuration().get().environment(),
            premises.pauses());
    this.matching = new Matching(this, stores, premises.home());
    this.mails = new Mails(this, templatesFolder());
  }

  @Override
  public List<Node> nodes() {
    return database().isShared() ? database().nodes().all() : List.of();
  }

  /** The same installation, nothing of which is made, with its configuration as it is by now. */
  Wiring anew() {
    return new Wiring(premises.anew());
  }

  /** The same installation, nothing of which is made. */
  Wiring reopened() {
    return new Wiring(premises);
  }

  public Database database() {
    return stores.database();
  }

  @Override
  public Configuration configuration() {
    return premises.configuration().get().configuration();
  }

  @Override
  public List<ConfigurationLoader.Effective> settings() {
    return premises.configuration().get().settings();
  }

  @Override
  public Path data() {
    return premises.data();
  }

  @Override
  public InstantSource clock() {
    return premises.clock();
  }

  @Override
  public PaperStore papers() {
    return stores.papers();
  }

  @Override
  public SubscriberStore subscribers() {
    return stores.subscribers();
  }

  @Override
  public Membership membership() {
    return new Membership(stores.standings(), stores.feedback(), clock());
  }

  @Override
  public GroupStore groups() {
    return stores.groups();
  }

  @Override
  public Ledger ledger() {
    return ledger.get();
  }

  @Override
  public SuppressionStore suppressions() {
    return stores.suppressions();
  }

  @Override
  public ReturnedMail returnedMail() {
    return returns.mail();
  }

  @Override
  public ReturnMailbox returnMailbox() {
    return returns.mailbox();
  }

  @Override
  public ReaderProfiles readers() {
    return new ReaderProfiles(ledger(), stores.feedback(), groups());
  }

  @Override
  public FeedbackPapers feedbackPapers() {
    return new FeedbackPapers(stores.feedback(), papers());
  }

  @Override
  public DaySelector selector() {
    return matching.selector();
  }

  @Override
  public EditionPlanner planner() {
    return harvesting.planner(this, readers(), ledger().plans());
  }

  @Override
  public ClockCheck clockCheck() {
    return new ClockCheck(clock(), ledger().deliveries(), harvesting::witness);
  }

  @Override
  public EditionRenderer renderer() {
    return mails.renderer();
  }

  @Override
  public void checkMails() {
    mails.check();
  }

  @Override
  public HarvestOutcome readFile(
      Path file, @Nullable LocalDate day, @Nullable Consumer<HarvestOutcome.Harvested> parts) {
    return harvesting.readFile(file, day, parts);
  }

  @Override
  public Map<String, ConfiguredSource> sources() {
    return harvesting.sources();
  }

  @Override
  public Harvester harvester() {
    return harvesting.harvester();
  }

  @Override
  public HarvestStore harvests() {
    return harvesting.harvests();
  }

  @Override
  public List<LateSources.Late> lateSources() {
    return harvesting.late();
  }

  @Override
  public List<Candidate> search(String text, int limit, IntConsumer indexed) {
    return matching.search(text, limit, indexed);
  }

  @Override
  public void index(IntConsumer indexed) {
    matching.index(indexed);
  }

  @Override
  public Optional<SentenceModel> sentenceModel() {
    return matching.sentenceModel();
  }

  @Override
  public List<Candidate> trending(LocalDate day, int limit) {
    return matching.trending(day, limit);
  }

  public Matching matching() {
    return matching;
  }

  Mails mails() {
    return mails;
  }

  public LinkTokens tokens() {
    return tokens.get();
  }

  LinkKey key() {
    return stores.key();
  }

  Harvesting harvesting() {
    return harvesting;
  }

  @Override
  public Languages languages() {
    return Languages.in(templatesFolder().resolve("messages"));
  }

  Path templatesFolder() {
    return premises.home().resolve("templates");
  }

  @Override
  public boolean isDaemonRunning() {
    return SenderLock.isTaken(data());
  }

  @Override
  public Optional<Sending> takeSending() {
    return new SendingWiring(this).take();
  }

  @Override
  public void beginNothing() {
    stores.beginNothing();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      matching.close();
      stores.close();
    }
  }
}
