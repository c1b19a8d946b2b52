package dev.offprint.web;

import dev.offprint.app.Wiring;
import dev.offprint.cli.CommandLineProgram;
import dev.offprint.cli.console.Features;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.db.TestDatabase;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.JdbiFeedbackStore;
import dev.offprint.subscribers.Judgment;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Subscriber;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The two ways to decide about a subscription, on one database: pages and command line. */
final class Doors implements AutoCloseable {
  private static final PaperId PAPER = new PaperId("2401.04088");

  final Site site;
  private final Path data;
  private final Wiring wiring;

  Doors(TestDatabase kind, Path data) {
    this.data = data;
    this.site = new Site(data, kind.fresh(), "http://localhost/");
    Map<String, String> environment =
        Map.of(
            "OFFPRINT_DATABASE__URL",
            url(),
            "OFFPRINT_DATABASE__USERNAME",
            kind == TestDatabase.H2 ? "" : "postgres",
            "OFFPRINT_MATCHING__SEMANTIC",
            "false");
    this.wiring =
        new Wiring(
            () -> ConfigurationLoader.load(null, environment),
            data,
            Path.of("").toAbsolutePath(),
            () -> site.now);
  }

  private String url() {
    try (Connection connection = site.database.dataSource().getConnection()) {
      return connection.getMetaData().getURL();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What can be asked for at either door; nothing happens where there is nothing to press. */
  interface Door {
    /** Asks for editions, and shows in the way of the door that the address is one's own. */
    void join(EmailAddress address);

    /** Wants editions again, or at last. */
    void activate(EmailAddress address);

    void setMaximum(EmailAddress address, int maximum);

    /** Wants trending papers, and no interest is given. */
    void setTrending(EmailAddress address);

    /** Until a day, or without an end when it is empty. */
    void pause(EmailAddress address, String until);

    void leave(EmailAddress address);

    void erase(EmailAddress address);

    /** A complaint comes in. */
    void complain(EmailAddress address);
  }

  List<Door> both() {
    return List.of(new ByPages(), new ByCommands());
  }

  /** Runs a command as the operator; the database stays open for the next one. */
  int command(String... arguments) {
    Features kept =
        (Features)
            Proxy.newProxyInstance(
                Features.class.getClassLoader(),
                new Class<?>[] {Features.class},
                (proxy, method, values) -> {
                  try {
                    return method.getName().equals("close") ? null : method.invoke(wiring, values);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    int exit = new CommandLineProgram(out, out, Map.of(), options -> kept).run(arguments);
    if (exit < 0 || exit > 2 || printed.toString().contains("Exception")) {
      throw new AssertionError(printed);
    }
    return exit;
  }

  /** Lets a subscriber say that they want more like a paper. */
  void like(EmailAddress address) {
    site.papers.record(
        List.of(
            new Sighting(
                new Paper(
                    PAPER,
                    "Mixtral of experts",
                    "",
                    List.of(),
                    List.of(),
                    new Paper.Links(null, null, null),
                    new Paper.Dates(null, LocalDate.of(2026, 11, 23), null)),
                List.of(),
                "arxiv",
                Map.of(),
                site.now)));
    long id = site.subscribers.find(address).orElseThrow().id();
    new JdbiFeedbackStore(site.database.jdbi()).say(id, PAPER, Judgment.MORE, site.now);
  }

  private final class ByPages implements Door {
    @Override
    public void join(EmailAddress address) {
      int before = site.asked.size();
      site.subscribe(address.toString(), "trending", "yes");
      if (site.asked.size() > before || isPending(address)) {
        site.post(link(Purpose.CONFIRM, address));
      }
    }

    private boolean isPending(EmailAddress address) {
      return site.subscribers
          .find(address)
          .filter(found -> found.status() == Subscriber.Status.PENDING)
          .isPresent();
    }

    /** Presses each button that a mail or a page may still show. */
    @Override
    public void activate(EmailAddress address) {
      site.post(link(Purpose.CONFIRM, address));
      site.post(link(Purpose.UNSUBSCRIBE, address).replace("/unsubscribe/", "/come-back/"));
      site.post(link(Purpose.PREFERENCES, address) + "/resume");
    }

    @Override
    public void setMaximum(EmailAddress address, int maximum) {
      preferences(address, maximum);
    }

    @Override
    public void setTrending(EmailAddress address) {
      preferences(address, 10);
    }

    private void preferences(EmailAddress address, int maximum) {
      site.post(
          link(Purpose.PREFERENCES, address),
          "trending",
          "yes",
          "maximum",
          Integer.toString(maximum),
          "at",
          "07:00",
          "zone",
          "Europe/Oslo",
          "days",
          "MONDAY",
          "days",
          "TUESDAY",
          "format",
          "HTML");
    }

    @Override
    public void pause(EmailAddress address, String until) {
      site.post(link(Purpose.PREFERENCES, address) + "/pause", "until", until);
    }

    @Override
    public void leave(EmailAddress address) {
      site.post(link(Purpose.UNSUBSCRIBE, address), "List-Unsubscribe", "One-Click");
    }

    @Override
    public void erase(EmailAddress address) {
      site.post(link(Purpose.DATA, address) + "/erase");
    }

    @Override
    public void complain(EmailAddress address) {
      int status =
          site.send(
                  HttpRequest.newBuilder(site.at("/hooks/bounces"))
                      .header("Authorization", "Bearer " + Site.HOOK_SECRET)
                      .POST(
                          BodyPublishers.ofString(
                              "{\"type\":\"complaint\",\"email\":\"%s\"}".formatted(address)))
                      .build())
              .statusCode();
      if (status != 200) {
        throw new AssertionError(status);
      }
    }

    /** A link of whoever has the address; of nobody, when nobody has. */
    private String link(Purpose purpose, EmailAddress address) {
      return site.subscribers
          .find(address)
          .map(found -> site.link(purpose, found))
          .orElseGet(
              () ->
                  "/%s/%s"
                      .formatted(
                          purpose.name().toLowerCase(java.util.Locale.ROOT),
                          site.tokens.token(purpose, 4711, site.now)));
    }

    @Override
    public String toString() {
      return "pages";
    }
  }

  private final class ByCommands implements Door {
    /** Who is known already is made active as the message says, unless they paused themselves. */
    @Override
    public void join(EmailAddress address) {
      int exit =
          command(
              "subscribers",
              "add",
              address.toString(),
              "--trending",
              "--at",
              "07:00",
              "--zone",
              "Europe/Oslo",
              "--days",
              "mon,tue");
      boolean paused =
          site.subscribers
              .find(address)
              .filter(found -> found.status() == Subscriber.Status.PAUSED)
              .isPresent();
      if (exit != 0 && !paused) {
        activate(address);
      }
    }

    @Override
    public void activate(EmailAddress address) {
      command("subscribers", "resume", address.toString());
    }

    @Override
    public void setMaximum(EmailAddress address, int maximum) {
      command("subscribers", "set", address.toString(), "--max", Integer.toString(maximum));
    }

    @Override
    public void setTrending(EmailAddress address) {
      command("subscribers", "set", address.toString(), "--trending");
    }

    @Override
    public void pause(EmailAddress address, String until) {
      if (until.isEmpty()) {
        command("subscribers", "pause", address.toString());
      } else {
        command("subscribers", "pause", address.toString(), "--until", until);
      }
    }

    @Override
    public void leave(EmailAddress address) {
      command("subscribers", "remove", address.toString());
    }

    @Override
    public void erase(EmailAddress address) {
      command("subscribers", "erase", address.toString());
    }

    /** RFC 5965. */
    @Override
    public void complain(EmailAddress address) {
      String report =
          """
          From: <feedback@provider.example>
          Subject: FW: 3 papers for today
          MIME-Version: 1.0
          Content-Type: multipart/report; report-type=feedback-report; boundary=abc

          --abc
          Content-Type: message/feedback-report

          Feedback-Type: abuse
          User-Agent: ProviderFeedback/1.0
          Version: 1
          Original-Rcpt-To: <%s>
          --abc--
          """
              .formatted(address);
      try {
        Path file = Files.writeString(data.resolve(address + ".eml"), report);
        command("bounces", "process", file.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return "commands";
    }
  }

  @Override
  public void close() {
    wiring.close();
    site.close();
  }
}
