package dev.offprint.fetch;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What came of asking for a document. */
public sealed interface FetchResult {
  /** A document, unpacked. */
  final class Document implements FetchResult {
    private final byte[] bytes;
    private final RememberedDocuments.Validators validators;
    private final @Nullable String encoding;

    Document(byte[] bytes, RememberedDocuments.Validators validators, @Nullable String encoding) {
      this.bytes = bytes;
      this.validators = validators;
      this.encoding = encoding;
    }

    /** For a format that says its encoding itself. */
    public byte[] bytes() {
      return bytes;
    }

    /** The name of the encoding that the server gave, be it right or not; null without one. */
    public @Nullable String encoding() {
      return encoding;
    }

    /** As UTF-8. */
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public boolean looksLikeHtml() {
      return text().stripLeading().startsWith("<");
    }

    RememberedDocuments.Validators validators() {
      return validators;
    }
  }

  /** The document that was remembered is still the current one. */
  record NotModified() implements FetchResult {}

  /** No document. */
  sealed interface Failure extends FetchResult {
    /** One line. */
    String why();
  }

  /** Nothing usable for now; worth trying again. */
  record Unreachable(String why) implements Failure {}

  /** The server answers and will not give it. */
  record Refused(String why) implements Failure {}
}
