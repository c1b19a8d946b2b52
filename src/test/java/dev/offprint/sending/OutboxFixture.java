package dev.offprint.sending;

import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.digests.Edition;
import dev.offprint.digests.EditionRenderer;
import dev.offprint.digests.Imprint;
import dev.offprint.digests.NoticeRenderer;
import dev.offprint.groups.MemoryGroups;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.JdbiLedger;
import dev.offprint.ledger.Ledger;
import dev.offprint.ledger.MessageIds;
import dev.offprint.ledger.PlannedBatch;
import dev.offprint.papers.AnnouncedDay;
import dev.offprint.papers.Author;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Intake;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Popularity;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.DueSubscribers;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.LinkKey;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.Links;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.Timing;
import dev.offprint.templates.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Subscribers, papers and databases for tests of the ledger and of what works through it. */
public final class OutboxFixture {
  /** The node "here", which has sent nothing yet. */
  public static SendingNode node() {
    try {
      Path journal = Files.createTempFile("sent", ".journal");
      journal.toFile().deleteOnExit();
      return new SoleNode("here", SentJournal.open(journal));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What sends for a node, over two connections. */
  static Dispatcher dispatcher(
      Ledger ledger, People people, MailTransport relay, InstantSource clock, SendingNode node) {
    return new Dispatcher(
        ledger,
        composer(people, clock),
        relay,
        new RetryRules(new Random(1), Duration.ofHours(24)),
        clock,
        node,
        turns(2));
  }

  /** As fast as the relay takes them. */
  public static SendingThrottle turns(int connections) {
    return new SendingThrottle(SendingLimits.ofConnections(connections), () -> 1);
  }

  public static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");
  public static final LocalDate TODAY = LocalDate.parse("2026-11-24");
  public static final Sender SENDER =
      new Sender(
          "Offprint <papers@lab.example>", "Offprint <papers@lab.example>", "", "lab.example");

  private OutboxFixture() {}

  public static Database h2() {
    return TestDatabase.H2.fresh();
  }

  public static Database h2File(Path folder) {
    return Database.open(new DatabaseConfiguration("", "", "", "", 7), folder);
  }

  /** Adds subscribers 1 to n and 20 papers. */
  public static void fill(Database database, int subscribers) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              for (int id = 1; id <= subscribers; id++) {
                handle
                    .createUpdate(
                        "insert into subscribers (id, address, address_key, status, content,"
                            + " maximum, at_time, zone, days, format, created_at, next_due) values"
                            + " (:id, :address, :address, 'ACTIVE', 'BOTH', 10, '07:00:00', 'UTC',"
                            + " 'MON', 'HTML', current_timestamp, current_timestamp)")
                    .bind("id", id)
                    .bind("address", "reader" + id + "@reader.example")
                    .execute();
              }
              for (int number = 1; number <= 20; number++) {
                handle
                    .createUpdate(
                        "insert into papers (id, title, abstract, authors, categories, announced,"
                            + " announcements, earliest, upvotes, comments, stars, first_seen)"
                            + " values (:id, 'Title', 'Text', 'Ada', 'cs.LG', :day,"
                            + " '0:STATED:' || :day, :day, 0, 0, 0, current_timestamp)")
                    .bind("id", paper(number).id().value())
                    .bind("day", TODAY.minusDays(30))
                    .execute();
                handle
                    .createUpdate("insert into paper_ids (id, paper_id) values (:id, :id)")
                    .bind("id", paper(number).id().value())
                    .execute();
              }
            });
  }

  public static Ledger ledger(Database database) {
    return ledger(database, () -> 0);
  }

  /** One whose papers have a revision. */
  static Ledger ledger(Database database, LongSupplier revision) {
    return JdbiLedger.of(database.jdbi(), new KnownPapers(revision), new MessageIds("lab.example"));
  }

  public static Subscriber subscriber(long id, Subscriber.Status status) {
    return new Subscriber(
        id,
        new EmailAddress("reader" + id, "reader.example"),
        status,
        new Preferences(
            Preferences.Content.TRENDING,
            List.of(),
            10,
            new Timing(LocalTime.of(7, 0), ZoneOffset.UTC, Timing.DAILY),
            Preferences.Format.HTML),
        MORNING,
        MORNING);
  }

  public static Paper paper(int number) {
    return new Paper(
        new PaperId(String.format("2411.%05d", number)),
        "Title " + number,
        "Text",
        List.of(new Author("Ada")),
        List.of("cs.LG"),
        new Paper.Links(null, null, null),
        new Paper.Dates(null, TODAY, null));
  }

  /** Today's edition of these papers. */
  public static Edition edition(long subscriber, int... papers) {
    return edition(subscriber, TODAY, papers);
  }

  public static Edition edition(long subscriber, LocalDate day, int... papers) {
    List<ChosenPaper> chosen =
        java.util.Arrays.stream(papers)
            .mapToObj(number -> new ChosenPaper(paper(number), Popularity.NONE, reason(number)))
            .toList();
    return new Edition(subscriber(subscriber, Subscriber.Status.ACTIVE), day, chosen);
  }

  /** Claims one. */
  public static Optional<Delivery> claim(Ledger ledger, String node, Instant now) {
    return ledger.claims().claim(node, now, 1).stream().findFirst();
  }

  /** Settles one as sent. */
  public static void sent(Ledger ledger, long id, String response, Instant now) {
    ledger.settlements().sent(Map.of(id, response), now);
  }

  /** Writes down one edition. */
  public static Optional<Delivery> plan(
      Ledger ledger, Edition edition, Delivery.Planning planning) {
    Set<Long> written =
        ledger.plans().plan(new PlannedBatch(edition.day(), List.of(edition), Map.of()), planning);
    return written.isEmpty()
        ? Optional.empty()
        : ledger.deliveries().edition(edition.subscriber().id(), edition.day());
  }

  /** Writes down that one subscriber gets nothing; says whether there was no row. */
  public static boolean skip(
      Ledger ledger, long subscriber, LocalDate day, String why, Delivery.Planning planning) {
    return !ledger
        .plans()
        .plan(new PlannedBatch(day, List.of(), Map.of(subscriber, why)), planning)
        .isEmpty();
  }

  static Reason reason(int number) {
    if (number % 4 == 0) {
      return new Reason.TrendingOfWeek(number, 3);
    }
    return number % 2 == 0
        ? new Reason.Trending(number, 2, true)
        : new Reason.Matched(
            new Interest("\"mixture of experts\" -survey"), List.of("mixture of experts"));
  }

  /** Links that are the same all the while the tests run. */
  public static final Links LINKS = links();

  private static Links links() {
    try {
      Path folder = Files.createTempDirectory("offprint-key");
      LinkKey key = LinkKey.open(folder);
      folder.toFile().deleteOnExit();
      try (var files = Files.list(folder)) {
        files.forEach(file -> file.toFile().deleteOnExit());
      }
      return new Links(URI.create("https://lab.example"), new LinkTokens(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Composer composer(SubscriberStore people, InstantSource clock) {
    Templates templates = new Templates(Path.of("templates"));
    return new Composer(
        people,
        new MemoryGroups(),
        new EditionRenderer(templates, Imprint.NONE),
        new NoticeRenderer(templates, Imprint.NONE),
        LINKS,
        SENDER,
        clock);
  }

  /** Every paper of {@link #paper}. */
  private record KnownPapers(LongSupplier latest) implements PaperStore {
    @Override
    public Optional<Candidate> find(PaperId id) {
      int number = Integer.parseInt(id.value().substring(5));
      return Optional.of(new Candidate(paper(number), Popularity.NONE));
    }

    @Override
    public Intake record(Collection<Sighting> sightings) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Candidate> announced(LocalDate from, LocalDate to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Signal> history(PaperId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long revision() {
      return latest.getAsLong();
    }

    @Override
    public void changedSince(long revision, Consumer<Candidate> consumer) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<PaperId> mergedSince(long revision) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<AnnouncedDay> announcedDays(LocalDate before, int limit) {
      throw new UnsupportedOperationException();
    }
  }

  /** A clock that a test sets. */
  public static final class TickingClock implements InstantSource {
    private volatile Instant now = MORNING;

    @Override
    public Instant instant() {
      return now;
    }

    public void tick(Duration duration) {
      now = now.plus(duration);
    }
  }

  /** The subscribers as they stand now; everybody is active unless a test says otherwise. */
  public static final class People implements dev.offprint.subscribers.SubscriberStore {
    private final Map<Long, String> domains = new ConcurrentHashMap<>();
    private final Map<Long, Preferences> requested = new ConcurrentHashMap<>();
    private final Map<Long, Subscriber.Status> statuses = new ConcurrentHashMap<>();
    private final java.util.Set<String> suppressed = ConcurrentHashMap.newKeySet();

    private final Map<Long, RuntimeException> broken = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    @Override
    public long changes() {
      return changes.get();
    }

    @Override
    public Optional<Subscriber> find(long id) {
      Subscriber usual = subscriber(id, statuses.getOrDefault(id, Subscriber.Status.ACTIVE));
      String domain = domains.getOrDefault(id, usual.address().domain());
      return Optional.of(
          new Subscriber(
              id,
              new EmailAddress(usual.address().local(), domain),
              usual.status(),
              usual.preferences(),
              usual.createdAt(),
              usual.nextDue()));
    }

    @Override
    public Optional<dev.offprint.subscribers.Recipient> recipient(long id) {
      RuntimeException failure = broken.get(id);
      if (failure != null) {
        throw failure;
      }
      return dev.offprint.subscribers.SubscriberStore.super.recipient(id);
    }

    @Override
    public Optional<Preferences> requested(long id) {
      return Optional.ofNullable(requested.get(id));
    }

    void request(long id, Preferences wanted) {
      requested.put(id, wanted);
    }

    void mend(long id) {
      broken.remove(id);
    }

    void breakOn(long id, RuntimeException failure) {
      broken.put(id, failure);
      changes.incrementAndGet();
    }

    void setDomain(long id, String domain) {
      domains.put(id, domain);
      changes.incrementAndGet();
    }

    @Override
    public boolean isSuppressed(EmailAddress address) {
      return suppressed.contains(address.key());
    }

    void setStatus(long id, Subscriber.Status status) {
      statuses.put(id, status);
      changes.incrementAndGet();
    }

    void suppress(long id) {
      suppressed.add("reader" + id + "@reader.example");
      changes.incrementAndGet();
    }

    @Override
    public Optional<Subscriber> find(EmailAddress address) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Subscriber> all() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<Interest> interestsWritten(Instant since) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasChangedInterests(long id, Instant after) {
      throw new UnsupportedOperationException();
    }

    @Override
    public DueSubscribers due(Instant until, dev.offprint.db.NodeShare share) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int endPauses(Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int correctNextDue(Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setDueAgain(Collection<Subscriber> planned, Instant now) {
      throw new UnsupportedOperationException();
    }
  }
}
