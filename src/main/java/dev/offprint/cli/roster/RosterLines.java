package dev.offprint.cli.roster;

import dev.offprint.cli.console.CsvLine;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.Text;
import dev.offprint.cli.console.Weekdays;
import dev.offprint.documents.SubscriberDocument;
import dev.offprint.groups.Group;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Subscribers as lines of our own export, which the import takes for what they were. */
public final class RosterLines {
  private static final JsonMapper JSON = new JsonMapper();

  private RosterLines() {}

  /** The names of the columns. */
  public static String names() {
    return CsvLine.of(Column.EXPORTED.stream().map(Column::title).toList());
  }

  /**
   * One as comma-separated values.
   *
   * @param consent what they agreed to; null where nothing is kept of that
   */
  public static String values(Subscriber subscriber, List<Group> groups, @Nullable String consent) {
    Preferences preferences = subscriber.preferences();
    return CsvLine.of(
        Column.EXPORTED.stream()
            .map(
                column ->
                    switch (column) {
                      case ADDRESS -> subscriber.address().toString();
                      case STATUS -> Text.word(subscriber.status());
                      case PAUSED_UNTIL ->
                          subscriber.pausedUntil() == null
                              ? ""
                              : subscriber.pausedUntil().toString();
                      case SINCE -> subscriber.createdAt().toString();
                      case CONTENT -> Text.word(preferences.content());
                      case INTERESTS ->
                          Several.written(
                              preferences.interests().stream().map(Interest::line).toList());
                      case MAXIMUM -> Integer.toString(preferences.maximum());
                      case TIME -> preferences.timing().at().toString();
                      case ZONE -> preferences.timing().zone().toString();
                      case DAYS -> Weekdays.write(preferences.timing().days());
                      case FORMAT -> Text.word(preferences.format());
                      case LANGUAGE -> preferences.language();
                      case GROUPS -> Several.written(groups.stream().map(Group::name).toList());
                      case CONSENT -> consent == null ? "" : consent;
                      case TRENDING, MATCHING -> "";
                    })
            .toList());
  }

  /** One as a JSON document: as elsewhere, but for what is of this installation alone. */
  public static Document document(
      Subscriber subscriber, List<Group> groups, @Nullable String consent) {
    Document document =
        Document.of(SubscriberDocument.of(subscriber, groups)).without("id", "next_due");
    return consent == null ? document : document.with("consent", consent);
  }

  /** The same on one line. */
  public static String json(Document document) {
    return JSON.writeValueAsString(document);
  }
}
