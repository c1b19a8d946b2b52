package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.NamedPapers;
import dev.offprint.cli.console.PastedArguments;
import dev.offprint.cli.console.WordsAlone;
import dev.offprint.cli.subscribers.SubscriberText;
import dev.offprint.digests.Edition;
import dev.offprint.digests.RenderedMail;
import dev.offprint.digests.SubscriberLinks;
import dev.offprint.documents.ChosenPaperDocument;
import dev.offprint.selection.DaySelection;
import dev.offprint.selection.Plan;
import dev.offprint.selection.QuietInterest;
import dev.offprint.selection.Reader;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Preferences.Content;
import dev.offprint.subscribers.Preferences.Format;
import dev.offprint.subscribers.Reach;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the mail that somebody would get. */
@Command(
    name = "preview",
    description = "Show the mail that a subscriber, or anyone with these interests, would get.",
    footer = {
      "",
      "Nothing is written down and nothing is sent.",
      "",
      "Examples:",
      "  offprint preview ada@example.org",
      "  offprint preview --interest 'mixture of experts' --date 2024-05-27",
      "  offprint preview ada@example.org --html mail.html"
    })
public final class PreviewCommand implements Action<Features> {
  @Parameters(arity = "0..1", paramLabel = "EMAIL", description = "A subscriber.")
  @Nullable EmailAddress address;

  @Option(
      names = "--interest",
      paramLabel = "TEXT",
      description = "An interest to try instead; repeat it for more.")
  List<String> interests = List.of();

  @Option(
      names = "--reach",
      paramLabel = "REACH",
      description = "How far these interests reach: strict, normal or broad.")
  @Nullable Reach reach;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "Day of the edition, as YYYY-MM-DD, today or yesterday; else today.")
  @Nullable Day day;

  @Option(names = "--html", paramLabel = "FILE", description = "Write the mail's HTML there.")
  @Nullable Path html;

  @Option(names = "--text", description = "Show the mail's text; this is what happens anyway.")
  boolean text;

  /** Trying interests is how many begin. */
  @Override
  public boolean begins() {
    return !interests.isEmpty();
  }

  @Override
  public CommandResult act(Features features, Console console) {
    if ((address == null) == interests.isEmpty()) {
      throw CommandFailure.wrongUsage("name a subscriber, or give --interest, but not both");
    }
    if (reach != null && address != null) {
      throw CommandFailure.wrongUsage("--reach goes with --interest");
    }
    if (html != null && text) {
      throw CommandFailure.wrongUsage("--html and --text cannot be had at once");
    }
    Subscriber reader = address == null ? anyone(features, console) : subscriber(address, features);
    SubscriberText.warnOf(reader.preferences().interests(), console);
    new NamedPapers(features, console).tell(reader.preferences().interests());
    LocalDate wanted = day == null ? Day.today(features) : day.in(features);
    Reader known =
        address == null
            ? new Reader(reader.preferences(), Feedback.NONE, Set.of())
            : features.readers().of(reader);
    DaySelection selection = features.selector().on(wanted);
    Plan plan = selection.plan(known);
    WordsAlone.tell(selection, wanted, features, console);
    int without = selection.withoutMeaning();
    List<QuietInterest> quiet = selection.quietInterests(known);
    return switch (plan) {
      case Plan.Nothing nothing ->
          new CommandResult(
              "There would be no mail: " + nothing.why() + ".\n" + QuietText.of(quiet),
              new Document()
                  .with("plan", "nothing")
                  .with("reason", nothing.why())
                  .with("without_meaning", without)
                  .with("quiet_interests", QuietText.documents(quiet)));
      case Plan.Papers papers -> {
        Document document =
            new Document()
                .with("without_meaning", without)
                .with("quiet_interests", QuietText.documents(quiet));
        if (!quiet.isEmpty()) {
          console.note(QuietText.of(quiet));
        }
        yield show(Edition.of(reader, wanted, papers), features, document);
      }
    };
  }

  private static Subscriber subscriber(EmailAddress address, Features features) {
    return features
        .subscribers()
        .find(address)
        .orElseThrow(
            () ->
                CommandFailure.failed(
                    address + " is no subscriber; try interests with --interest instead"));
  }

  private Preferences preferences(Features features, Console console) {
    List<Interest> read = PastedArguments.read("--interest", interests, reach, console);
    try {
      return new Preferences(
          Content.MATCHING,
          read,
          Preferences.USUAL_PAPERS,
          Timing.usual(features.zone()),
          Format.HTML);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  private Subscriber anyone(Features features, Console console) {
    Preferences preferences = preferences(features, console);
    return new Subscriber(
        0,
        EmailAddress.of("you@example.org"),
        Subscriber.Status.ACTIVE,
        preferences,
        features.clock().instant(),
        features.clock().instant());
  }

  private CommandResult show(Edition edition, Features features, Document document) {
    // Links that work belong in the subscriber's own mail alone.
    URI base = features.configuration().server().baseUrl();
    SubscriberLinks links =
        new SubscriberLinks(
            URI.create(base + "/edition/preview"),
            URI.create(base + "/preferences/preview"),
            URI.create(base + "/pause/preview"),
            URI.create(base + "/weekly/preview"),
            URI.create(base + "/unsubscribe/preview"),
            URI.create(base + "/more/preview"),
            URI.create(base + "/less/preview"));
    RenderedMail mail = features.renderer().render(edition, links);
    document
        .with("subject", mail.subject())
        .with("papers", ChosenPaperDocument.of(edition.papers(), edition.day()));
    if (html == null) {
      return new CommandResult(
          String.format(Locale.ROOT, "Subject: %s%n%n%s", mail.subject(), mail.text()), document);
    }
    try {
      Files.writeString(html, mail.html());
    } catch (IOException e) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "cannot write %s: %s", html, e.getMessage()));
    }
    return new CommandResult("Wrote " + html + ".", document.with("file", html.toString()));
  }
}
