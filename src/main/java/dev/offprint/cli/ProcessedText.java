package dev.offprint.cli;

import dev.offprint.bounces.FailedRecipient;
import dev.offprint.bounces.Processed;
import dev.offprint.bounces.Processed.AlreadySuppressed;
import dev.offprint.bounces.Processed.Counted;
import dev.offprint.bounces.Processed.Effect;
import dev.offprint.bounces.Processed.Refused;
import dev.offprint.bounces.Processed.Suppressed;
import dev.offprint.bounces.Reading;
import dev.offprint.bounces.Reading.ReportType;
import dev.offprint.bounces.ReturnedMail;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tells what messages reported and changed, each on a line, and all of it in the end. */
final class ProcessedText {
  private final Console console;
  private final List<Document> documents = new ArrayList<>();
  private final Map<ReportType, Integer> kinds = new EnumMap<>(ReportType.class);
  private int suppressed;
  private int repeated;
  private int failures;

  ProcessedText(Console console) {
    this.console = console;
  }

  void fail(String name, String why) {
    failures++;
    console.note(String.format(Locale.ROOT, "%s: %s", name, why));
    documents.add(new Document().with("file", name).with("error", why));
  }

  void tell(String name, Processed processed) {
    Reading reading = processed.reading();
    kinds.merge(reading.kind(), 1, Integer::sum);
    repeated += processed.repeated() ? 1 : 0;
    suppressed += (int) processed.effects().stream().filter(Suppressed.class::isInstance).count();
    console.say(line(name, processed));
    documents.add(
        new Document()
            .with("file", name)
            .with("kind", Text.word(reading.kind()))
            .with("recipients", reading.recipients().stream().map(ProcessedText::document).toList())
            .with("message_id", reading.messageId())
            .with("returned_message_id", reading.returned().messageId())
            .with("delivered_to", reading.deliveredTo().stream().map(Object::toString).toList())
            .with("delivery", processed.delivery() == null ? null : processed.delivery().id())
            .with("repeated", processed.repeated())
            .with("effects", processed.effects().stream().map(ProcessedText::effect).toList()));
  }

  private static String line(String name, Processed processed) {
    StringBuilder line =
        new StringBuilder(name).append(": ").append(inWords(processed.reading().kind()));
    for (FailedRecipient recipient : processed.reading().recipients()) {
      line.append("; ").append(recipient.address());
      if (recipient.forwardedTo() != null) {
        line.append(" (forwarded to ").append(recipient.forwardedTo()).append(')');
      }
      if (recipient.status() != null) {
        line.append(' ').append(recipient.status());
      }
    }
    if (processed.repeated()) {
      return line.append("; processed before").toString();
    }
    processed.effects().forEach(effect -> line.append("; ").append(inWords(effect)));
    return line.toString();
  }

  private static String inWords(ReportType kind) {
    return switch (kind) {
      case HARD_BOUNCE -> "hard bounce";
      case SOFT_BOUNCE -> "soft bounce";
      case REFUSAL -> "refused for its sender or content";
      case DELAY -> "delayed, still being tried";
      case COMPLAINT -> "complaint";
      case AUTOMATIC_REPLY -> "automatic reply";
      case OTHER -> "not a bounce";
    };
  }

  private static String inWords(Effect effect) {
    return switch (effect) {
      case Suppressed now -> now.address() + " is suppressed now";
      case AlreadySuppressed before -> before.address() + " was suppressed before";
      case Counted counted ->
          String.format(
              Locale.ROOT,
              "%s: failing day %d of %d",
              counted.address(),
              counted.days(),
              ReturnedMail.FAILING_DAYS);
      case Refused refused -> "not suppressed, as the mail was refused: " + refused.why();
    };
  }

  private static Document document(FailedRecipient recipient) {
    return new Document()
        .with("address", recipient.address().toString())
        .with("forwarded_to", Objects.toString(recipient.forwardedTo(), null))
        .with("severity", Text.word(recipient.severity()))
        .with("status", recipient.status())
        .with("diagnostic", recipient.diagnostic());
  }

  private static Document effect(Effect effect) {
    Document document = new Document().with("address", effect.address().toString());
    return switch (effect) {
      case Suppressed now ->
          document.with("effect", "suppressed").with("origin", Text.word(now.origin()));
      case AlreadySuppressed before -> document.with("effect", "already_suppressed");
      case Counted counted -> document.with("effect", "counted").with("days", counted.days());
      case Refused refused -> document.with("effect", "refused").with("reason", refused.why());
    };
  }

  CommandResult answer() {
    return answer("", new Document());
  }

  /**
   * All of it.
   *
   * @param more what else is to be said, on a line of its own
   * @param document to begin with
   */
  CommandResult answer(String more, Document document) {
    int messages = documents.size() - failures;
    String counts =
        kinds.entrySet().stream()
            .map(
                kind ->
                    String.format(Locale.ROOT, "%,d %s", kind.getValue(), inWords(kind.getKey())))
            .collect(Collectors.joining(", "));
    String text =
        String.format(
            Locale.ROOT,
            "%s%s; %s%s%s",
            Text.count(messages, "message"),
            counts.isEmpty() ? "" : ": " + counts,
            Text.count(suppressed, "address newly suppressed", "addresses newly suppressed"),
            repeated == 0 ? "" : String.format(Locale.ROOT, "; %,d processed before", repeated),
            failures == 0 ? "" : String.format(Locale.ROOT, "; %,d could not be read", failures));
    document.with("messages", documents);
    for (ReportType kind : ReportType.values()) {
      document.with(Text.word(kind), kinds.getOrDefault(kind, 0));
    }
    document.with("suppressed", suppressed).with("repeated", repeated).with("failed", failures);
    return new CommandResult(more.isEmpty() ? text : text + "\n" + more, document, failures > 0);
  }
}
