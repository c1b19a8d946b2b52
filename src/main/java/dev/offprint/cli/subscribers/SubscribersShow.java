package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import dev.offprint.papers.Paper;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.FeedbackPapers;
import dev.offprint.subscribers.Subscriber;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one subscriber, so that an interest that brings nothing is seen. */
@Command(
    name = "show",
    description =
        "Show what a subscriber gets and when, and how many papers each interest brought lately.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
public final class SubscribersShow implements Action<SubscriberFeatures> {
  /** How many days count when it is told how often an interest matched. */
  private static final int DAYS = 30;

  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  SubscribersShow() {}

  /** What the command says of a subscriber. */
  public static CommandResult of(SubscriberFeatures features, EmailAddress address) {
    SubscribersShow command = new SubscribersShow();
    command.address = address;
    return command.answer(features);
  }

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    return answer(features);
  }

  private CommandResult answer(SubscriberFeatures features) {
    Subscriber known = SubscriberText.known(features, address);
    Optional<TurnText> turn = TurnText.of(features, known);
    Subscriber subscriber = turn.flatMap(TurnText::due).orElse(known);
    boolean never = turn.isPresent() && turn.get().due().isEmpty();
    LocalDate today =
        LocalDate.ofInstant(features.clock().instant(), subscriber.preferences().timing().zone());
    Map<String, Integer> matched =
        features.ledger().deliveries().matched(subscriber.id(), today.minusDays(DAYS - 1L));
    FeedbackPapers.Said said = features.feedbackPapers().of(subscriber.id());
    Optional<String> consent = Consent.of(features, subscriber);
    Document document = Document.of(SubscriberText.document(features, subscriber));
    consent.ifPresent(text -> document.with("consent", text));
    if (never) {
      document.without("next_due");
    }
    turn.ifPresent(waits -> document.with("waits", waits.document()));
    return new CommandResult(
        SubscriberText.describe(
                subscriber,
                features.groups().of(subscriber.id()),
                interest ->
                    String.format(
                        Locale.ROOT,
                        "%s – %s in the last %d days",
                        interest.line(),
                        papers(matched.get(interest.text())),
                        DAYS),
                never ? null : SubscriberText.nextDue(subscriber))
            + turn.map(waits -> Text.labelled("Waits", waits.words()) + "\n").orElse("")
            + consent.map(text -> Text.labelled("Agreed to", text) + "\n").orElse("")
            + lines("More like", said.more())
            + lines("Less like", said.less()),
        document
            .with("interests_matched", documents(subscriber, matched))
            .with("more_like", documents(said.more()))
            .with("less_like", documents(said.less())));
  }

  private static String papers(@Nullable Integer count) {
    return count == null ? "none" : Text.count(count, "paper");
  }

  private static String lines(String label, List<Paper> papers) {
    StringBuilder text = new StringBuilder();
    for (Paper paper : papers) {
      text.append(
              Text.labelled(
                  text.isEmpty() ? label : "", paper.id() + " " + Text.oneLine(paper.shownTitle())))
          .append('\n');
    }
    return text.toString();
  }

  private static List<Document> documents(Subscriber subscriber, Map<String, Integer> matched) {
    return subscriber.preferences().interests().stream()
        .map(
            interest ->
                new Document()
                    .with("interest", interest.line())
                    .with("papers", matched.getOrDefault(interest.text(), 0))
                    .with("days", DAYS))
        .toList();
  }

  private static List<Document> documents(List<Paper> papers) {
    return papers.stream()
        .map(
            paper ->
                new Document().with("id", paper.id().value()).with("title", paper.shownTitle()))
        .toList();
  }
}
