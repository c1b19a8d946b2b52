package dev.offprint.messages;

import java.util.List;

/**
 * Something to tell a reader, before it is known in which language.
 *
 * @param key as the files of messages have it
 * @param arguments texts, numbers, days of the week, lists of these, or other messages; what has a
 *     key that begins with {@code pattern.} takes a date or a time
 */
public record Message(String key, List<Object> arguments) {
  public Message {
    arguments = List.copyOf(arguments);
  }

  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments));
  }

  /** In English, which is the language of the command line and of logs. */
  @Override
  public String toString() {
    return Messages.english().text(this);
  }
}
