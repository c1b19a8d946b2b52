package dev.offprint.cli.deliveries;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Day;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Features;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.subscribers.GroupText;
import dev.offprint.cli.subscribers.SubscriberText;
import dev.offprint.cli.subscribers.TurnText;
import dev.offprint.documents.ChosenPaperDocument;
import dev.offprint.documents.DeliveryDocument;
import dev.offprint.documents.SubscriberDocument;
import dev.offprint.groups.Group;
import dev.offprint.ledger.Delivery;
import dev.offprint.ledger.SilentInterests;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.DaySelection;
import dev.offprint.selection.QuietInterest;
import dev.offprint.selection.Reader;
import dev.offprint.sources.LateSources.Late;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why somebody got what they got, or got nothing. */
@Command(
    name = "explain",
    description = "Say why a subscriber was mailed what they were, or was not mailed.",
    footer = {
      "",
      "Examples:",
      "  offprint deliveries explain ada@example.org",
      "  offprint deliveries explain ada@example.org --date yesterday"
    })
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class DeliveriesExplain implements Action<Features> {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description =
          "Edition to explain, as YYYY-MM-DD, today or yesterday; else the newest in the ledger.")
  @Nullable Day day;

  DeliveriesExplain() {}

  /** What the command says of the newest edition of a subscriber. */
  public static CommandResult of(Features features, EmailAddress address) {
    DeliveriesExplain command = new DeliveriesExplain();
    command.address = address;
    return command.answer(features);
  }

  @Override
  public CommandResult act(Features features, Console console) {
    return answer(features);
  }

  private CommandResult answer(Features features) {
    Subscriber subscriber = SubscriberText.known(features, address);
    ZoneId zone = subscriber.preferences().timing().zone();
    Instant now = features.clock().instant();
    Optional<Delivery> delivery = delivery(subscriber, features);
    List<ChosenPaper> papers =
        delivery.map(found -> features.ledger().deliveries().papers(found)).orElse(List.of());
    List<String> story = new ArrayList<>();
    delivery.ifPresentOrElse(
        found -> story.addAll(DeliveryText.story(found, papers.size(), zone, now)),
        () -> story.addAll(nothing(subscriber, features, now)));
    List<Group> groups = features.groups().of(subscriber.id());
    GroupText.sentence(groups).ifPresent(story::add);
    SendingPauseText.of(features).ifPresent(story::add);
    Optional<TurnText> turn = TurnText.of(features, subscriber);
    turn.ifPresentOrElse(
        waits -> {
          story.add("The subscriber is " + waits.words() + ".");
          waits.due().map(NothingPlanned::comingNext).ifPresent(story::add);
        },
        () -> story.add(NothingPlanned.comingNext(subscriber)));
    Document shown =
        Document.of(SubscriberDocument.of(turn.flatMap(TurnText::due).orElse(subscriber), groups));
    if (turn.isPresent() && turn.get().due().isEmpty()) {
      shown.without("next_due");
    }
    List<QuietInterest> quiet =
        delivery
            .map(Delivery::day)
            .map(edition -> quiet(subscriber, edition, features))
            .orElse(List.of());
    story.addAll(
        QuietText.forLong(
            quiet,
            groups.stream().anyMatch(Group::sameForAll)
                ? Set.of()
                : new SilentInterests(features.subscribers(), features.ledger().deliveries())
                    .of(subscriber, now)));
    return new CommandResult(
        String.format(
            Locale.ROOT,
            "%s wants %s.\n\n%s%s%s",
            subscriber.address(),
            SubscriberText.wants(subscriber.preferences()),
            Text.paragraph(story),
            papers.isEmpty() ? "" : "\n",
            DeliveryText.papers(papers, delivery.map(Delivery::day).orElse(null))
                + QuietText.of(quiet)),
        new Document()
            .with("subscriber", shown)
            .with("waits", turn.map(TurnText::document).orElse(null))
            .with(
                "delivery",
                delivery
                    .map(found -> DeliveryDocument.of(found, subscriber.address()))
                    .orElse(null))
            .with("story", story)
            .with("quiet_interests", QuietText.documents(quiet))
            .with(
                "papers",
                ChosenPaperDocument.of(papers, delivery.map(Delivery::day).orElse(null))));
  }

  /** The interests for which the papers of an edition's days have nothing. */
  private static List<QuietInterest> quiet(
      Subscriber subscriber, LocalDate edition, Features features) {
    if (subscriber.preferences().interests().isEmpty()
        && features.groups().shared(subscriber.id()).interests().isEmpty()) {
      return List.of(); // Reading the papers of eight days would be for nothing.
    }
    DaySelection selection = features.selector().on(edition);
    // What was sent matters not: a paper that came before is no reason to call an interest quiet.
    return selection.quietInterests(
        Reader.of(
            subscriber.preferences(),
            features.groups().shared(subscriber.id()),
            features.feedbackPapers().feedback().of(subscriber.id()),
            Set.of()));
  }

  private List<String> nothing(Subscriber subscriber, Features features, Instant now) {
    LocalDate wanted = wanted(features);
    if (wanted == null) {
      return NothingPlanned.ever(
          subscriber, RetainedDays.since(features, subscriber), waitedFor(features), now);
    }
    return RetainedDays.forgotten(features, wanted)
        .map(List::of)
        .orElseGet(() -> NothingPlanned.on(wanted, subscriber, waitedFor(features), now));
  }

  private static List<Late> waitedFor(Features features) {
    return features.lateSources().stream().filter(Late::isWaitedFor).toList();
  }

  private @Nullable LocalDate wanted(Features features) {
    return day == null ? null : day.in(features);
  }

  private Optional<Delivery> delivery(Subscriber subscriber, Features features) {
    LocalDate wanted = wanted(features);
    return features
        .ledger()
        .deliveries()
        .of(subscriber.id(), wanted == null ? 1 : Integer.MAX_VALUE)
        .stream()
        .filter(delivery -> wanted == null || wanted.equals(delivery.day()))
        .findFirst();
  }
}
