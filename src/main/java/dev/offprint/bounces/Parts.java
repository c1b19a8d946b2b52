package dev.offprint.bounces;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a message (RFC 2046). What cannot be told apart, as when a boundary is never found,
 * is one part with the text of all, and nothing is ever refused.
 */
final class Parts {
  private static final int MAX_DEPTH = 8;
  private static final int MAX_PARTS = 100;

  private final List<Part> leaves = new ArrayList<>();
  private int depth;

  /** The type of a multipart of which no part was found yet. */
  private @Nullable String undivided;

  /** What stands before its first part, which is mostly a sentence for old programs. */
  private String preamble = "";

  private Parts() {}

  /**
   * One part that holds no others.
   *
   * @param type in lower case, such as {@code text/plain}
   * @param body decoded; for a returned message with its header
   */
  record Part(String type, String body) {
    boolean isReturned() {
      return type.startsWith("message/rfc822")
          || type.equals("message/global")
          || type.equals("message/global-headers")
          || type.equals("text/rfc822-headers")
          || type.equals("text/rfc822-header");
    }

    boolean isText() {
      return type.startsWith("text/") && !isReturned();
    }
  }

  /** Takes a message apart, header and all; mails that it returns stay whole. */
  static List<Part> of(byte[] message) {
    Parts parts = new Parts();
    MimeTokenStream stream = new MimeTokenStream(MimeConfig.PERMISSIVE);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(new ByteArrayInputStream(message));
    try {
      EntityState state = stream.getState();
      while (state != EntityState.T_END_OF_STREAM && parts.hasRoom()) {
        parts.take(state, stream);
        state = stream.next();
      }
    } catch (IOException | MimeException e) {
      return parts.leaves; // What was read by then counts.
    }
    return parts.leaves;
  }

  private boolean hasRoom() {
    return leaves.size() < MAX_PARTS && depth <= MAX_DEPTH;
  }

  private void take(EntityState state, MimeTokenStream stream) throws IOException {
    switch (state) {
      case T_START_MULTIPART -> {
        depth++;
        undivided = type(stream);
        preamble = "";
      }
      case T_PREAMBLE -> preamble = Decoding.utf8(stream.getInputStream().readAllBytes());
      case T_START_BODYPART -> undivided = null;
      case T_BODY -> leaves.add(new Part(type(stream), Decoding.body(stream)));
      case T_END_MULTIPART -> {
        depth--;
        if (undivided != null) {
          leaves.add(new Part(undivided, preamble));
          undivided = null;
        }
      }
      default -> {}
    }
  }

  private static String type(MimeTokenStream stream) {
    return stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
  }
}
