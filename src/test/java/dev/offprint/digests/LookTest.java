package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Preferences;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes mails to look at, and measures; run with {@code ./mvnw -Preal test -Dtest=LookTest}. */
@Tag("real")
class LookTest {
  private static final Path FOLDER = Path.of("target", "mails");

  private final EditionRenderer editions =
      new EditionRenderer(Samples.templates(), Samples.IMPRINT);

  @Test
  void everyKindOfMailCanBeLookedAt() throws IOException {
    write("edition", editions.render(Samples.usual(), Samples.LINKS));
    write(
        "single", editions.render(Samples.edition(Samples.usual().papers().get(1)), Samples.LINKS));
    write("weekly", editions.render(Samples.weekly(), Samples.LINKS));
    write("fifty", editions.render(Samples.ofLength(50), Samples.LINKS));
    write(
        "confirmation",
        new NoticeRenderer(Samples.templates(), Samples.IMPRINT)
            .confirmation(
                Samples.subscriber(Preferences.Content.BOTH),
                URI.create("https://papers.example.org/confirm/Zk4uY7bQm1RvXt9sLd2eHw"),
                Duration.ofDays(3)));
    write(
        "link",
        new NoticeRenderer(Samples.templates(), Samples.IMPRINT)
            .link(
                Samples.subscriber(Preferences.Content.BOTH),
                URI.create("https://papers.example.org/preferences/Zk4uY7bQm1RvXt9sLd2eHw")));
    assertThat(FOLDER.resolve("edition.html")).isNotEmptyFile();
  }

  @Test
  void aCoreRendersHundredsOfMailsASecond() {
    var threads = ManagementFactory.getThreadMXBean();
    Edition edition = Samples.ofLength(10);
    long characters = 0;
    for (int mail = 0; mail < 3_000; mail++) {
      characters += editions.render(edition, Samples.LINKS).html().length();
    }
    int mails = 3_000;
    long start = threads.getCurrentThreadCpuTime();
    for (int mail = 0; mail < mails; mail++) {
      characters += editions.render(edition, Samples.LINKS).html().length();
    }
    double second = mails * 1e9 / (threads.getCurrentThreadCpuTime() - start);
    System.out.printf("%.0f ten-paper editions a second of processor time%n", second);
    assertThat(characters).isPositive();
    assertThat(second).isGreaterThan(100);
  }

  private static void write(String name, RenderedMail mail) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(name + ".html"), mail.html());
    Files.writeString(FOLDER.resolve(name + ".txt"), mail.text());
    System.out.printf(
        "%-13s %-78s %,7d bytes of HTML, %,6d of text%n",
        name,
        mail.subject(),
        mail.html().getBytes(StandardCharsets.UTF_8).length,
        mail.text().getBytes(StandardCharsets.UTF_8).length);
  }
}
