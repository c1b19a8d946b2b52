package dev.offprint.setup;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.PastedArguments;
import dev.offprint.setup.Answers.Login;
import dev.offprint.subscribers.EmailAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The answers as options. */
final class AnswerOptions {
  @Option(
      names = "--from",
      paramLabel = "MAILBOX",
      description = "What mails come from: \"Papers at the Lab <papers@lab.example>\".")
  @Nullable String from;

  @Option(
      names = "--relay",
      paramLabel = "ADDRESS",
      description =
          "The relay: HOST or HOST:PORT, and tls, starttls or none behind it (in quotes) where it"
              + " is not the usual one: tls for port 465, none on this machine, else starttls.")
  @Nullable String relay;

  @Option(names = "--username", paramLabel = "NAME", description = "To log in with at the relay.")
  @Nullable String username;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "File that holds the password for that; it stays where it is.")
  @Nullable Path passwordFile;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where readers reach the pages, such as https://papers.lab.example.")
  @Nullable String baseUrl;

  @Option(
      names = "--papers",
      paramLabel = "LIST",
      description =
          "Sources (huggingface, biorxiv, medrxiv) and categories of arXiv, with commas between"
              + " them: huggingface,cs.CL,math; - for none of these.")
  @Nullable String papers;

  @Option(
      names = "--interest",
      paramLabel = "TEXT",
      description = "What you are interested in; repeat it for each interest.")
  @Nullable List<String> interests;

  @Option(names = "--trending", description = "Send you trending papers alone: no --interest.")
  boolean trending;

  @Option(
      names = "--to",
      paramLabel = "EMAIL",
      description = "Where the first mail and your editions go; else the address of --from.")
  @Nullable EmailAddress to;

  boolean given() {
    return trending
        || Stream.of(from, relay, username, passwordFile, baseUrl, papers, interests, to)
            .anyMatch(java.util.Objects::nonNull);
  }

  /**
   * The answers.
   *
   * @throws CommandFailure that names all options that are missing or cannot be used
   */
  Answers answers(Console console, Map<String, String> environment) {
    List<String> missing = new ArrayList<>();
    require(from, "--from", missing);
    require(relay, "--relay", missing);
    require(baseUrl, "--base-url", missing);
    require(papers, "--papers", missing);
    require(trending || interests != null ? "" : null, "--interest (or --trending)", missing);
    if (username != null
        && passwordFile == null
        && environment.keySet().stream()
            .noneMatch(name -> name.startsWith("OFFPRINT_SMTP__PASSWORD"))) {
      missing.add("--password-file");
    }
    if (!missing.isEmpty()) {
      throw CommandFailure.wrongUsage(
          String.format(
              Locale.ROOT,
              "these answers are missing: %s; give them, or run 'offprint init' without options at"
                  + " a terminal and be asked",
              String.join(", ", missing)));
    }
    if (trending && interests != null) {
      throw CommandFailure.wrongUsage("--trending and --interest cannot be had at once");
    }
    String mailbox = read("--from", from, text -> Interview.valid("mail.from", text));
    return new Answers(
        mailbox,
        read("--relay", relay, Interview::relayOf),
        login(),
        read("--base-url", baseUrl, text -> Interview.valid("server.base_url", text)),
        read("--papers", papers, PaperChoice::of),
        to != null ? to : EmailAddress.of(mailbox.replaceAll(".*<|>.*", "").strip()),
        interests == null
            ? List.of()
            : PastedArguments.read("--interest", interests, null, console));
  }

  private static void require(@Nullable String given, String option, List<String> missing) {
    if (given == null) {
      missing.add(option);
    }
  }

  private Login login() {
    if (username == null) {
      return Login.NONE;
    }
    if (passwordFile != null && !Files.isReadable(passwordFile)) {
      throw CommandFailure.wrongUsage(
          String.format(
              Locale.ROOT, "--password-file %s: there is no such file to read", passwordFile));
    }
    return new Login(
        username,
        null,
        passwordFile == null ? null : passwordFile.toAbsolutePath().normalize().toString());
  }

  private static <T> T read(String option, @Nullable String given, Function<String, T> reader) {
    try {
      return reader.apply(String.valueOf(given).strip());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage(
          String.format(Locale.ROOT, "%s '%s': %s", option, given, e.getMessage()));
    }
  }
}
