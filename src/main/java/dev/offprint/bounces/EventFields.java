package dev.offprint.bounces;

import dev.offprint.subscribers.EmailAddress;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of an event. */
final class EventFields {
  private EventFields() {}

  /**
   * A text that must be there.
   *
   * @throws MalformedEvent if it is not
   */
  public static String text(JsonNode node, String name) {
    String text = textOrNull(node, name);
    if (text == null) {
      throw new MalformedEvent(name + " is missing");
    }
    return text;
  }

  /**
   * A text that may be missing.
   *
   * @throws MalformedEvent if it is something else
   */
  static @Nullable String textOrNull(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()
        || value.isNull()
        || (value.isString() && value.asString().isBlank())) {
      return null;
    }
    if (!value.isString()) {
      throw new MalformedEvent(name + " must be text");
    }
    return value.asString();
  }

  /**
   * An address that must be there.
   *
   * @throws MalformedEvent if it is not, or cannot be mailed to
   */
  static EmailAddress address(JsonNode node, String name) {
    return AddressesInText.inField(text(node, name))
        .orElseThrow(() -> new MalformedEvent(name + " must be an address, such as a@b.example"));
  }
}
