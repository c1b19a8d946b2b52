package dev.offprint.cli;

import dev.offprint.papers.Paper;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.LikedPapers;
import dev.offprint.subscribers.Subscriber;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one subscriber. */
@Command(name = "show", description = "Show what a subscriber gets, and when.")
@SuppressWarnings("NullAway.Init") // picocli sets what is required
final class SubscribersShow implements Action {
  @Parameters(paramLabel = "EMAIL", description = "Address of the subscriber.")
  EmailAddress address;

  @Override
  public Answer act(Features features, Console console) {
    Subscriber subscriber = SubscriberText.known(features, address);
    LikedPapers.Said said = features.likedPapers().of(subscriber.id());
    return new Answer(
        SubscriberText.describe(subscriber) + text(said),
        SubscriberText.document(subscriber)
            .with("more_like", documents(said.more()))
            .with("less_like", documents(said.less())));
  }

  private static String text(LikedPapers.Said said) {
    return lines("More like", said.more()) + lines("Less like", said.less());
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

  private static List<Document> documents(List<Paper> papers) {
    return papers.stream()
        .map(
            paper ->
                new Document().with("id", paper.id().value()).with("title", paper.shownTitle()))
        .toList();
  }
}
