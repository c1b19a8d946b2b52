package dev.offprint.cli.subscribers;

import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Text;
import dev.offprint.subscribers.Suppression;

/** Suppressions in words and as JSON. */
final class SuppressionText {
  private SuppressionText() {}

  static Document document(Suppression suppression) {
    return new Document()
        .with("address", suppression.address().toString())
        .with("origin", Text.word(suppression.origin()))
        .with("reason", suppression.reason())
        .with("since", suppression.since().toString());
  }

  static String origin(Suppression suppression) {
    return Text.word(suppression.origin()).replace('_', ' ');
  }
}
