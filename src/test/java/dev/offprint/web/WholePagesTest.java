package dev.offprint.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.TestDatabase;
import dev.offprint.digests.Edition;
import dev.offprint.digests.EditionNotes;
import dev.offprint.groups.Group;
import dev.offprint.ledger.Delivery;
import dev.offprint.messages.Messages;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages in a language in which every message stands in brackets: what stands outside was written
 * into a template or a class, and no other language can have it.
 */
class WholePagesTest {
  private static final String LANGUAGE = "qaa";

  /** What readers and papers wrote, addresses, and names. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "Offprint|[\\w.…]+@[\\w.]+|mixture(?: of"
              + " experts)?|zebrafish|Deutsch|English|Ada|Zz\\w+|cs\\.\\w+|mistake:? ?");

  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final List<String> ATTRIBUTES =
      List.of(
          "aria-label", "alt", "placeholder", "title", "data-told", "data-nothing", "data-below");

  /** What comes from other packages as it is, and the zones. */
  private static final String OTHERS =
      "script, style, #zone, blockquote, textarea, [lang=en]:not(html)";

  @TempDir Path data;
  private Site site;
  private final List<String> problems = new ArrayList<>();
  private int pages;

  @BeforeEach
  void start() {
    site =
        new Site(
            data, TestDatabase.H2.fresh(), "http://localhost/", templates(data.resolve("own")));
    site.reads = LANGUAGE;
    OutboxFixture.fill(site.database, 0);
    site.papers.record(
        List.of(
            Sightings.of("2611.00001", "Zzrobots mixture of experts", "Zztext."),
            Sightings.of("2611.00002", "Zzother", "Zzmore.")));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static Path templates(Path folder) {
    try (Stream<Path> files = Files.walk(Site.TEMPLATES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(Site.TEMPLATES.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
      Files.createDirectories(folder.resolve("messages"));
      Path own = folder.resolve("messages").resolve(LANGUAGE + ".properties");
      try (Writer writer = Files.newBufferedWriter(own, UTF_8)) {
        bracketed().store(writer, null);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties bracketed() {
    Properties bracketed = new Properties();
    Messages.english()
        .texts()
        .forEach(
            (key, text) ->
                bracketed.put(
                    key,
                    key.startsWith(Messages.PATTERN) ? "'⟦'" + text + "'⟧'" : "⟦" + text + "⟧"));
    bracketed.put("language.locale", "en-GB");
    bracketed.put("language.direction", "rtl");
    return bracketed;
  }

  private void look(HttpResponse<String> answer) {
    pages++;
    Document page = Jsoup.parse(answer.body());
    String name = answer.request().method() + " " + answer.uri().getPath() + ": ";
    if (answer.uri().getPath().endsWith("/preview")) {
      page.title("⟦⟧");
    } else {
      assertThat(page.expectFirst("html").attr("lang")).as(name).isEqualTo(LANGUAGE);
      assertThat(page.expectFirst("html").attr("dir")).as(name).isEqualTo("rtl");
      assertThat(answer.headers().firstValue("Content-Language")).as(name).contains(LANGUAGE);
    }
    page.select(OTHERS).forEach(Element::remove);
    outside(name, page.title());
    outside(name, page.select("meta[name=description]").attr("content"));
    StringBuilder text = new StringBuilder();
    page.body().nodeStream(TextNode.class).forEach(node -> text.append(node.text()).append(' '));
    outside(name, text.toString());
    for (String attribute : ATTRIBUTES) {
      page.select("[" + attribute + "]").forEach(each -> outside(name, each.attr(attribute)));
    }
  }

  private void outside(String name, String text) {
    StringBuilder outside = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      depth += each == '⟦' ? 1 : 0;
      outside.append(depth == 0 ? each : ' ');
      depth -= each == '⟧' ? 1 : 0;
    }
    String left = WRITTEN.matcher(outside).replaceAll(" ");
    if (WORD.matcher(left).find()) {
      problems.add(name + left.replaceAll("\\s+", " ").strip());
    }
  }

  private void lookAt(String... paths) {
    Stream.of(paths).map(site::get).forEach(this::look);
  }

  private void finish(int expected) {
    assertThat(problems).isEmpty();
    assertThat(pages).isEqualTo(expected);
  }

  private Subscriber reader(String name, Status status) {
    return site.subscriber(name + "@example.org", status, LANGUAGE);
  }

  @Test
  void pagesThatAreAnybodys() {
    lookAt("/", "/trending", "/trending/2026-11-24", "/trending/2026-11-23", "/paper/2611.00001");
    lookAt("/search", "/search?q=mixture", "/search?q=zebrafish", "/search?q=2611.09999");
    lookAt("/search?q=Zzother&sort=newest", "/search?from=x&to=y&sort=z", "/subscribe", "/link");
    lookAt("/subscribe?q=mixture+of+experts", "/subscribe?q=zebrafish", "/nothing");
    lookAt(
        "/confirm/Zz",
        "/preferences/Zz",
        "/data/Zz",
        "/edition/Zz",
        "/search?q=" + "z".repeat(9_000));
    look(site.postFields("/subscribe/form", "address", "name@example.org"));
    look(site.postFields("/preview", "interests", "zebrafish", "trending", "yes"));
    look(site.postFields("/preview"));
    look(site.subscribe("name@example.org", "trending", "yes"));
    look(site.subscribe("name@localhost", "at", "x", "zone", "y", "maximum", "z", "language", "w"));
    look(site.subscribe("name@example.org", "interests", "zebrafish\n".repeat(101)));
    look(site.post("/link", "address", "name@example.org"));
    look(site.post("/link", "address", "name"));
    look(site.postFields("/subscribe", "address", "name@example.org"));
    finish(30);
  }

  @Test
  void pagesOfAReader() {
    Subscriber ada = reader("ada", Status.ACTIVE);
    site.reads = "de";
    String edition = edition(ada);
    String preferences = site.link(Purpose.PREFERENCES, ada);
    String token = preferences.substring(preferences.lastIndexOf('/') + 1);
    lookAt(preferences, "/edition/" + edition, "/pause/" + token, "/weekly/" + token);
    look(site.post("/weekly/" + token));
    look(site.post("/weekly/" + token + "/back", "days", "MONDAY", "days", "FRIDAY"));
    look(site.post(preferences, "trending", "yes"));
    look(site.post(preferences + "/form", "interests", "zebrafish", "maximum", "1"));
    look(site.post(preferences + "/preview", "interests", "zebrafish"));
    look(site.post(preferences + "/send-now"));
    look(site.post("/pause/" + token));
    lookAt("/pause/" + token, preferences, "/weekly/" + token);
    look(site.post(preferences + "/resume"));
    look(site.post(preferences + "/pause", "until", "2020-01-01"));
    look(site.post(preferences + "/pause", "until", ""));
    lookAt("/pause/" + token);
    look(site.post("/data-link/" + token));
    String feedback = site.tokens.token(Purpose.FEEDBACK, ada.id(), site.now);
    lookAt("/more/" + feedback + "?paper=2611.00001");
    look(site.post("/more/" + feedback, "paper", "2611.00001"));
    look(site.post("/less/" + feedback, "paper", "2611.00002"));
    lookAt(preferences);
    look(site.post(preferences + "/take-back", "paper", "2611.00001"));
    look(site.post("/take-back/" + feedback, "paper", "2611.00002"));
    String own = site.link(Purpose.DATA, ada);
    lookAt(own, own + "/erase");
    look(site.post(own + "/address", "address", "x"));
    look(site.post(own + "/address", "address", "other@example.org"));
    look(site.post(own + "/erase"));
    finish(30);
  }

  @Test
  void pagesOfGroups() {
    Group lab = group("Zzlab", false);
    Group course = group("Zzcourse", true);
    lookAt("/subscribe", "/groups/zzlab", "/groups/zzcourse", "/groups/zznothing");
    String form = site.formToken("groups", site.now.minusSeconds(5));
    look(site.postFields("/groups/zzlab", "form", form, "address", "x", "at", "y"));
    Subscriber ada = reader("ada", Status.ACTIVE);
    site.reads = "de";
    site.membership.ask(ada.address(), ada.preferences(), OptionalLong.of(course.id()), id -> true);
    String confirm = site.link(Purpose.CONFIRM, ada);
    lookAt(confirm);
    look(site.post(confirm));
    String preferences = site.link(Purpose.PREFERENCES, ada);
    lookAt(preferences);
    site.groups.join(ada.id(), lab.id(), site.now);
    lookAt(preferences);
    look(site.post(preferences + "/leave-group", "group", "zzcourse"));
    look(site.post(preferences, "at", "07:00", "zone", "UTC", "maximum", "3", "days", "MONDAY"));
    look(site.post(preferences + "/leave-group", "group", "zzlab"));
    finish(12);
  }

  private Group group(String name, boolean sameForAll) {
    Preferences preferences = Site.USUAL.with(List.of(new Interest("zebrafish"))).in(LANGUAGE);
    return site.groups
        .add(Group.of(name, Group.Access.PUBLIC, sameForAll, preferences), site.now)
        .orElseThrow();
  }

  /** One that was sent, one of yesterday that had nothing, and one of long ago. */
  private String edition(Subscriber reader) {
    var ledger = site.notices.ledger();
    var chosen =
        List.of(
            new ChosenPaper(
                OutboxFixture.paper(1), new Popularity(9, 0, 0), new Reason.Trending(9, 1, true)),
            new ChosenPaper(
                OutboxFixture.paper(2),
                new Popularity(0, 0, 0),
                new Reason.Matched(new Interest("zebrafish"), List.of("zebrafish"))));
    Edition edition = new Edition(reader, OutboxFixture.TODAY, chosen, EditionNotes.NONE, null);
    Delivery sent =
        OutboxFixture.plan(ledger, edition, Delivery.Planning.at(site.now)).orElseThrow();
    OutboxFixture.sent(ledger, sent.id(), "250 ok", site.now);
    OutboxFixture.skip(
        ledger,
        reader.id(),
        OutboxFixture.TODAY.minusDays(1),
        "nothing new",
        Delivery.Planning.at(site.now));
    return site.tokens.token(Purpose.EDITION, sent.id(), site.now);
  }

  @Test
  void pagesOfWhoeverComesAndGoes() {
    Subscriber ada = reader("ada", Status.PENDING);
    site.reads = "de";
    String confirm = site.link(Purpose.CONFIRM, ada);
    lookAt(confirm, site.link(Purpose.PREFERENCES, ada));
    String preferences = site.link(Purpose.PREFERENCES, ada);
    lookAt("/pause" + preferences.substring(preferences.lastIndexOf('/')));
    look(site.post(confirm));
    lookAt(confirm);
    look(site.post(confirm));
    String unsubscribe = site.link(Purpose.UNSUBSCRIBE, ada);
    lookAt(unsubscribe);
    look(site.post(unsubscribe));
    lookAt(preferences);
    String back = "/come-back" + unsubscribe.substring(unsubscribe.lastIndexOf('/'));
    look(site.post(back, "how", "weekly"));
    site.membership.suppress(
        new Suppression(ada.address(), Suppression.Origin.HARD_BOUNCE, "mistake", site.now));
    lookAt(preferences);
    look(site.post(preferences + "/try-again"));
    lookAt(preferences, unsubscribe);
    site.passes(Duration.ofDays(1));
    Subscriber eve = reader("eve", Status.ACTIVE);
    site.membership.suppress(
        new Suppression(eve.address(), Suppression.Origin.COMPLAINT, "mistake", site.now));
    lookAt(site.link(Purpose.PREFERENCES, eve));
    look(site.post(site.link(Purpose.UNSUBSCRIBE, eve)));
    finish(16);
  }
}
