package dev.offprint.subscribers;

import dev.offprint.messages.Message;
import dev.offprint.messages.Unacceptable;
import java.nio.charset.StandardCharsets;

/** The part of an address before its {@code @}: a dot-atom, or one in UTF-8 (RFC 6531, 3.3). */
final class LocalPart {
  /** RFC 5321, section 4.5.3.1.1. */
  private static final int MAX_OCTETS = 64;

  /** Beside letters and digits, RFC 5322, section 3.2.3. */
  private static final String ALLOWED_SIGNS = "!#$%&'*+-/=?^_`{|}~.";

  private LocalPart() {}

  /**
   * Says what is wrong with a local part.
   *
   * @throws Unacceptable if anything is
   */
  static void check(String local) {
    if (local.isEmpty()) {
      throw new Unacceptable(Message.of("address.local.empty"));
    }
    if (local.indexOf('"') >= 0) {
      throw new Unacceptable(Message.of("address.local.quoted"));
    }
    if (local.indexOf('(') >= 0 || local.indexOf(')') >= 0) {
      throw new Unacceptable(Message.of("address.comment"));
    }
    if (local.indexOf('<') >= 0) {
      throw new Unacceptable(Message.of("address.alone"));
    }
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
      throw new Unacceptable(Message.of("address.local.dots"));
    }
    for (int at = 0; at < local.length(); at += Character.charCount(local.codePointAt(at))) {
      int character = local.codePointAt(at);
      if (!isAllowed(character)) {
        throw new Unacceptable(
            isVisible(character)
                ? Message.of("address.local.character", Character.toString(character))
                : Message.of("address.local.hidden"));
      }
    }
    if (octets(local) > MAX_OCTETS) {
      throw new Unacceptable(Message.of("address.local.long", MAX_OCTETS));
    }
  }

  static int octets(String local) {
    return local.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isAllowed(int character) {
    if (character < 128) {
      return Character.isLetterOrDigit(character) || ALLOWED_SIGNS.indexOf(character) >= 0;
    }
    return isVisible(character);
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Some scripts cannot spell every name without the two joiners; the rest of the format
      // characters turn text around or hide in it.
      case Character.FORMAT -> character == 0x200C || character == 0x200D;
      default -> true;
    };
  }
}
