package dev.offprint.web;

import dev.offprint.bounces.JdbiProcessedMessages;
import dev.offprint.bounces.ReturnedMail;
import dev.offprint.config.ServerConfiguration;
import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.groups.GroupStore;
import dev.offprint.groups.JdbiGroupStore;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.Ledger;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.PaperStore;
import dev.offprint.search.PaperCatalogue;
import dev.offprint.selection.IndexedDays;
import dev.offprint.selection.RecentPapers;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.FeedbackPapers;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.JdbiFeedbackStore;
import dev.offprint.subscribers.JdbiSubscriberStore;
import dev.offprint.subscribers.JdbiSuppressionStore;
import dev.offprint.subscribers.LinkKey;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Members;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.SuppressionStore;
import dev.offprint.subscribers.Timing;
import dev.offprint.templates.Templates;
import dev.offprint.web.http.FormTokens;
import dev.offprint.web.http.Limits;
import dev.offprint.web.http.Networks;
import dev.offprint.web.reader.Notices;
import dev.offprint.web.reader.People;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/** A running web server over an empty database, and a browser without scripts or redirects. */
final class Site implements AutoCloseable {
  static final String HOOK_SECRET = "correct horse: battery";
  static final String CONTACT = "Librarian <librarian@lab.example>";
  static final Path TEMPLATES = Path.of("templates");
  static final Preferences USUAL =
      new Preferences(
          Content.BOTH,
          List.of(new Interest("mixture of experts")),
          10,
          new Timing(LocalTime.of(7, 0), ZoneId.of("Europe/Oslo"), Timing.DAILY),
          Format.HTML);

  final HttpClient client = HttpClient.newHttpClient();
  final Database database;
  final SubscriberStore subscribers;
  final GroupStore groups;
  final Members members;
  final Membership membership;
  final PaperStore papers;
  final LinkTokens tokens;
  final WebServer.Library library;
  final LinkKey key;
  final Notices notices;

  /** The confirmation mails that were written down by now, earliest first. */
  final List<Asked> asked =
      new AbstractList<>() {
        @Override
        public Asked get(int index) {
          Delivery mail = mails().get(index);
          return new Asked(mail.subscriberId(), mail.plannedAt());
        }

        @Override
        public int size() {
          return mails().size();
        }

        private List<Delivery> mails() {
          return notices.ledger().deliveries().list(null, null).stream()
              .filter(delivery -> delivery.kind() == Delivery.Kind.CONFIRMATION)
              .toList();
        }
      };

  final WebServer.Parts parts;
  final SuppressionStore suppressions;
  final ReturnedMail returned;
  final WebServer server;
  Executor background = Runnable::run;

  /** What the browser says of the languages that its owner reads; empty when it says nothing. */
  String reads = "";

  Instant now = Instant.parse("2026-11-24T12:00:00Z");

  /** A confirmation mail that was written down. */
  record Asked(long subscriberId, Instant at) {}

  Site(Path data) {
    this(data, "http://localhost/");
  }

  Site(Path data, String baseUrl) {
    this(data, TestDatabase.H2.fresh(), baseUrl);
  }

  Site(Path data, Database database, String baseUrl) {
    this(data, database, baseUrl, TEMPLATES);
  }

  Site(Path data, Database database, String baseUrl, Path templates) {
    this.database = database;
    this.subscribers = new JdbiSubscriberStore(database.jdbi());
    this.groups = new JdbiGroupStore(database.jdbi());
    this.members = Members.of(database);
    this.membership = Members.membership(database, LinkKey.open(data), () -> now);
    this.papers = new JdbiPaperStore(database.jdbi());
    this.tokens = new LinkTokens(LinkKey.open(data));
    Ledger ledger = OutboxFixture.ledger(database);
    this.notices = new Notices(ledger, () -> {});
    this.key = LinkKey.open(data);
    this.library =
        new WebServer.Library(
            papers,
            new PaperCatalogue(papers, data.resolve("search")),
            new RecentPapers(new IndexedDays(papers), Optional.empty(), () -> now));
    this.parts =
        parts(new WebServer.Look(new Templates(templates), templates), Limits.usual(() -> 1));
    this.suppressions = new JdbiSuppressionStore(database.jdbi(), LinkKey.open(data));
    this.returned =
        new ReturnedMail(
            membership,
            suppressions,
            new JdbiProcessedMessages(database.jdbi()),
            subscribers,
            ledger,
            () -> now);
    this.server = new WebServer(where(0, baseUrl), parts, returned);
    server.start();
  }

  static ServerConfiguration where(int port, String baseUrl) {
    return new ServerConfiguration(
        port,
        "127.0.0.1",
        URI.create(baseUrl),
        ServerConfiguration.Watching.onPort(0),
        HOOK_SECRET,
        List.of("127.0.0.1"));
  }

  WebServer.Parts parts(WebServer.Look look, Limits limits) {
    return new WebServer.Parts(
        new People(
            subscribers,
            groups,
            membership,
            notices,
            tokens,
            new FeedbackPapers(new JdbiFeedbackStore(database.jdbi()), papers),
            CONTACT),
        library,
        look,
        limits,
        key,
        () -> now,
        task -> background.execute(task));
  }

  Subscriber subscriber(String address, Subscriber.Status status) {
    return subscriber(address, status, "en");
  }

  Subscriber subscriber(String address, Subscriber.Status status, String language) {
    return members.add(EmailAddress.of(address), status, USUAL.in(language), now).orElseThrow();
  }

  Subscriber find(String address) {
    return subscribers.find(EmailAddress.of(address)).orElseThrow();
  }

  /** The path of a subscriber's link. */
  String link(Purpose purpose, Subscriber subscriber) {
    return "/"
        + purpose.name().toLowerCase(java.util.Locale.ROOT)
        + "/"
        + tokens.token(purpose, named(purpose, subscriber), now);
  }

  /** The subscriber, or the mail that asks them to confirm, which is written if there is none. */
  private long named(Purpose purpose, Subscriber subscriber) {
    if (purpose != Purpose.CONFIRM) {
      return subscriber.id();
    }
    return notices
        .ledger()
        .notices()
        .newest(subscriber.id(), Delivery.Kind.CONFIRMATION)
        .orElseGet(() -> notices.ledger().notices().askToConfirm(subscriber.id(), now))
        .id();
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(at(path)).build());
  }

  /**
   * Posts a form of names and values in turn, as a browser in which its page was open for some
   * seconds.
   */
  HttpResponse<String> post(String path, String... namesAndValues) {
    List<String> fields = new ArrayList<>(List.of(namesAndValues));
    String[] parts = path.split("/", -1);
    fields.addAll(
        List.of(
            "form",
            formToken(
                URLDecoder.decode(parts[Math.min(2, parts.length - 1)], StandardCharsets.UTF_8),
                now.minusSeconds(5))));
    return postFields(path, fields.toArray(String[]::new));
  }

  /** What the hidden field of a form holds, that was opened on this machine's network. */
  String formToken(String page, Instant opened) {
    FormTokens forms = new FormTokens(key);
    return List.of("subscribe", "link", "groups").contains(page)
        ? forms.token(page, new Networks(List.of()).of("127.0.0.1", List.of(), List.of()), opened)
        : forms.secret(page, opened);
  }

  /** Posts these fields and no others. */
  HttpResponse<String> postFields(String path, String... namesAndValues) {
    String body =
        IntStream.range(0, namesAndValues.length / 2)
            .mapToObj(i -> encode(namesAndValues[2 * i]) + "=" + encode(namesAndValues[2 * i + 1]))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Fills in the form to subscribe with the usual values, and these. */
  HttpResponse<String> subscribe(String address, String... namesAndValues) {
    List<String> fields =
        new ArrayList<>(
            List.of("address", address, "at", "07:00", "zone", "Europe/Oslo", "maximum", "10"));
    Stream.of("MONDAY", "TUESDAY").forEach(day -> fields.addAll(List.of("days", day)));
    fields.addAll(List.of(namesAndValues));
    return post("/subscribe", fields.toArray(String[]::new));
  }

  HttpResponse<String> send(HttpRequest request) {
    refresh();
    HttpRequest said =
        reads.isEmpty()
            ? request
            : HttpRequest.newBuilder(request, (name, value) -> true)
                .header("Accept-Language", reads)
                .build();
    try {
      return client.send(said, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the daemon does every minute, as long as a test has left it the database. */
  private void refresh() {
    try {
      library.catalogue().refresh();
      library.recent().refresh();
    } catch (JdbiException e) {
      // What the pages say then is what is tested.
    }
  }

  /** What is answered to a request that no client would write. */
  String raw(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop();
    library.catalogue().close();
    database.close();
  }
}
