package dev.offprint.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads a secret from the file that {@code …_file} names. */
public final class SecretFile {
  private SecretFile() {}

  /**
   * What a file holds that is read again while the daemon runs: one line of text.
   *
   * @param file absolute
   * @throws Refused without any of the content in its message
   */
  public static String content(String file) {
    return content(file, Path.of(""), Form.TEXT);
  }

  /**
   * What the file holds, without one line end behind it.
   *
   * @param folder where a relative name starts
   * @param form what the content must look like
   * @throws Refused without any of the content in its message
   */
  static String content(String name, Path folder, Form form) {
    Path file = path(name, folder);
    String content = text(file);
    String secret = content.replaceFirst("\\r?\\n\\z", "");
    if (secret.isEmpty()) {
      throw new Refused("names " + Shown.plain(file.toString()) + ", which is empty", "fill it");
    }
    if (!form.severalLines() && Shown.hasControlCharacter(secret)) {
      throw new Refused(
          "names " + Shown.plain(file.toString()) + ", which holds more than one line of text",
          "let it hold the secret only");
    }
    form.objection(secret)
        .ifPresent(
            objection -> {
              throw new Refused(
                  "names " + Shown.plain(file.toString()) + ", which " + objection,
                  "give " + form.accepts());
            });
    return secret;
  }

  static Path path(String name, Path folder) {
    if (name.isBlank() || Shown.hasControlCharacter(name)) {
      throw new Refused("is " + Shown.quoted(name), "give the name of a file");
    }
    try {
      return folder.resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw new Refused("is " + Shown.quoted(name), "give the name of a file");
    }
  }

  private static String text(Path file) {
    String shown = Shown.plain(file.toString());
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(SmallFile.read(file))) + "";
      // Some editors begin every file with a byte order mark.
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Refused("names " + shown + ", which is not UTF-8 text", "save it as UTF-8");
    } catch (Refused e) {
      throw new Refused("names " + shown + ", which " + e.what(), e.remedy());
    }
  }
}
