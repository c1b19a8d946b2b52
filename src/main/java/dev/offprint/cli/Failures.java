package dev.offprint.cli;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.db.Damage;
import dev.offprint.db.DatabaseUnavailable;
import dev.offprint.messages.BrokenMessages;
import dev.offprint.subscribers.LinkKeyUnavailable;
import dev.offprint.templates.BrokenTemplate;
import dev.offprint.web.http.WebServerUnavailable;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into a line for the operator. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static CommandFailure explain(RuntimeException failure) {
    return switch (failure) {
      case CommandFailure known -> known;
      case DatabaseUnavailable unavailable -> CommandFailure.failed(message(unavailable));
      case LinkKeyUnavailable unavailable -> CommandFailure.failed(message(unavailable));
      case WebServerUnavailable unavailable -> CommandFailure.failed(message(unavailable));
      case BrokenTemplate broken -> CommandFailure.failed(message(broken));
      case BrokenMessages broken -> CommandFailure.failed(message(broken));
      default -> unexpected(failure);
    };
  }

  private static CommandFailure unexpected(RuntimeException failure) {
    if (Damage.isIn(failure)) {
      return CommandFailure.failed("the database cannot be read: " + Damage.REMEDY);
    }
    Optional<String> unwritten = Damage.unwritten(failure);
    if (unwritten.isPresent()) {
      return CommandFailure.failed(
          "the database could not be written to: "
              + unwritten.get()
              + ". What was done before stays; make room and run it again");
    }
    LOG.debug("A command failed unexpectedly", failure);
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return CommandFailure.failed(
        "it failed unexpectedly: " + message(root) + " (details are logged at level debug)");
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse(message);
  }
}
