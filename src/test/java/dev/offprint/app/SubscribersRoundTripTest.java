package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.groups.Group;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Enrolment;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Suppression.Origin;
import dev.offprint.subscribers.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What is exported comes back as it was, whatever people wrote. */
class SubscribersRoundTripTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final List<String> GROUPS =
      List.of("Vision; Lab", "=1+1", "Zürich, \"Kurs\" 7", "'quoted'");

  /** What somebody is, but for the address. */
  record Somebody(Status status, Preferences preferences, String consent, List<String> groups) {}

  private static Arbitrary<String> nasty() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "=", "+", "-", "@", "'", "\"", ",", ";", "|", "a", "graph", "ü", "ß", "שלום", "مرحبا",
            "\u202e", "\u200f", "#", "\\", "{", "~", " ", "日本", "😀", "author:", "(", "<b>");
    return piece.list().ofMinSize(1).ofMaxSize(8).map(pieces -> String.join("", pieces));
  }

  private static Optional<Interest> interest(String text) {
    try {
      return Optional.of(new Interest(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<List<Somebody>> people() {
    Arbitrary<List<Interest>> interests =
        nasty()
            .list()
            .ofMaxSize(5)
            .map(
                texts ->
                    texts.stream()
                        .flatMap(text -> interest(text).stream())
                        .filter(interest -> !interest.text().isEmpty())
                        .toList());
    Arbitrary<Preferences> preferences =
        Combinators.combine(
                Arbitraries.of(Content.class),
                interests,
                Arbitraries.integers().between(1, 50),
                Arbitraries.integers().between(0, 1_439),
                Arbitraries.of("UTC", "Europe/Oslo", "Asia/Kathmandu", "+05:30"),
                Arbitraries.of(DayOfWeek.class).set().ofMinSize(1),
                Arbitraries.of(Format.class),
                Arbitraries.of("en", "de"))
            .as(
                (content, lines, maximum, minute, zone, days, format, language) ->
                    new Preferences(
                        lines.isEmpty() ? Content.TRENDING : content,
                        lines,
                        maximum,
                        new Timing(LocalTime.ofSecondOfDay(60L * minute), ZoneId.of(zone), days),
                        format,
                        language));
    return Combinators.combine(
            Arbitraries.of(Status.class),
            preferences,
            nasty().map(text -> text.isBlank() ? "yes" : text),
            Arbitraries.of(GROUPS).set().ofMaxSize(3).map(List::copyOf))
        .as(Somebody::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(25);
  }

  @Property(tries = 12, seed = "4711", shrinking = ShrinkingMode.OFF)
  void whatIsExportedComesBackAsItWas(@ForAll("people") List<Somebody> people) throws IOException {
    try (TemporaryFolder temporary = new TemporaryFolder("round-trip")) {
      comesBack(people, temporary.path());
    }
  }

  private static void comesBack(List<Somebody> people, Path folder) throws IOException {
    try (Installation before = new Installation(folder.resolve("before"), NOW);
        Installation csv = new Installation(folder.resolve("csv"), NOW.plusSeconds(60));
        Installation json = new Installation(folder.resolve("json"), NOW.plusSeconds(60))) {
      for (Installation each : List.of(before, csv, json)) {
        for (String group : GROUPS) {
          assertThat(each.run("groups", "add", group).exit()).isZero();
        }
      }
      fill(before, people);
      String table = before.run("subscribers", "export").out();
      String documents = before.run("subscribers", "export", "--jsonl").out();

      comesBack(csv, folder.resolve("all.csv"), table, people.size());
      comesBack(json, folder.resolve("all.jsonl"), documents, people.size());
      for (Installation each : List.of(csv, json)) {
        assertThat(each.run("subscribers", "export", "--csv").out()).isEqualTo(table);
        assertThat(each.run("subscribers", "export", "--jsonl").out()).isEqualTo(documents);
      }
      Installation.Printed again =
          before.run("subscribers", "import", folder.resolve("all.csv").toString());
      assertThat(again.out()).contains(" 0 new, 0 changed, ").contains(" 0 refused");
    }
  }

  private static void comesBack(Installation into, Path file, String text, int people)
      throws IOException {
    Files.writeString(file, text);
    Installation.Printed printed = into.run("subscribers", "import", file.toString());
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .contains("read as an export of Offprint: " + people + " new, 0 changed, 0 unchanged");
  }

  private static void fill(Installation installation, List<Somebody> people) {
    try (Wiring wiring = installation.wiring()) {
      List<Enrolment.Entry> entries = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        Somebody somebody = people.get(i);
        EmailAddress address =
            EmailAddress.of(
                (i % 3 == 0 ? "=" : i % 3 == 1 ? "'+jörg" : "ada") + i + "@lab.example");
        Origin origin =
            switch (somebody.status()) {
              case UNSUBSCRIBED -> Origin.UNSUBSCRIBE;
              case SUPPRESSED -> Origin.COMPLAINT;
              case PENDING, ACTIVE, PAUSED -> null;
            };
        entries.add(
            new Enrolment.Entry(
                address,
                somebody.status(),
                (old, id) -> somebody.preferences(),
                origin == null ? null : new Suppression(address, origin, "so", NOW),
                new Enrolment.Past(
                    NOW.minusSeconds(86_400L * i),
                    i % 2 == 0 ? null : LocalDate.of(2027, 1, 7),
                    i % 2 == 0 ? Enrolment.consent(somebody.consent()) : null)));
      }
      List<Enrolment.Result> results = wiring.membership().enrolment().take(entries, false);
      for (int i = 0; i < people.size(); i++) {
        for (String name : people.get(i).groups()) {
          Group group = wiring.groups().find(name).orElseThrow();
          wiring.groups().join(results.get(i).subscriberId(), group.id(), NOW);
        }
      }
      assertThat(results).extracting(Enrolment.Result::kind).containsOnly(Enrolment.Kind.NEW);
    }
  }
}
