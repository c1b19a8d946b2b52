package dev.offprint.web.http;

import dev.offprint.papers.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What whoever asks must know: a Bearer token (RFC 6750, section 2.1), or a Basic password (RFC
 * 7617) with any user name, since browsers and some mail services can send nothing else.
 */
public final class SharedSecret {
  private final byte[] digest;

  public SharedSecret(String secret) {
    this.digest = digest(secret);
  }

  /** Whether a header field {@code Authorization} holds it; takes the same time if it does not. */
  public boolean isIn(@Nullable String authorization) {
    String[] parts = authorization == null ? new String[0] : authorization.strip().split(" +", 2);
    if (parts.length < 2) {
      return false;
    }
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "bearer" -> MessageDigest.isEqual(digest, digest(parts[1]));
      case "basic" -> MessageDigest.isEqual(digest, digest(password(parts[1])));
      default -> false;
    };
  }

  private static String password(String credentials) {
    try {
      String decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      return decoded.substring(decoded.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static byte[] digest(String text) {
    return Fingerprint.of(text, Fingerprint.BYTES).getBytes(StandardCharsets.US_ASCII);
  }
}
