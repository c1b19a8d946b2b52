package dev.offprint.bounces;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of a message's header or of a report, as lenient as they come; names in any case. */
final class Fields {
  private static final int MAX_VALUE = 8_000;

  private final InternetHeaders headers;

  private Fields(InternetHeaders headers) {
    this.headers = headers;
  }

  /** Reads fields up to the first empty line. */
  static Fields of(String block) {
    // A continuation that continues nothing makes the library fail.
    String fields = block.stripLeading();
    try {
      return new Fields(
          new InternetHeaders(
              new ByteArrayInputStream(fields.getBytes(StandardCharsets.UTF_8)), true));
    } catch (MessagingException e) {
      return new Fields(new InternetHeaders()); // Only a stream that breaks does this.
    }
  }

  /** Every value of a field, unfolded and decoded (RFC 2047). */
  List<String> all(String name) {
    String[] values = headers.getHeader(name);
    return values == null ? List.of() : Arrays.stream(values).map(Fields::decoded).toList();
  }

  /** The first value of a field, or an empty text. */
  String first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.getFirst();
  }

  boolean has(String name) {
    return headers.getHeader(name) != null;
  }

  /** The first of some fields that says anything. */
  @Nullable String firstOf(String... names) {
    for (String name : names) {
      if (!first(name).isBlank()) {
        return first(name);
      }
    }
    return null;
  }

  private static String decoded(String value) {
    String cut = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
    String unfolded = MimeUtility.unfold(cut).strip();
    if (!unfolded.contains("=?")) {
      return unfolded;
    }
    try {
      return MimeUtility.decodeText(unfolded);
    } catch (UnsupportedEncodingException | RuntimeException e) {
      return unfolded;
    }
  }
}
