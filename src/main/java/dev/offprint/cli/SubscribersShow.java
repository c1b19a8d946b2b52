package dev.offprint.cli;

import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
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
    return new Answer(SubscriberText.describe(subscriber), SubscriberText.document(subscriber));
  }
}
