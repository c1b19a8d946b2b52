package dev.offprint.smtp.dkim;

import dev.offprint.config.MailConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Signs messages by DKIM (RFC 6376, RFC 8463), with each key that is configured; both forms
 * relaxed, so that a relay may fold anew. For any number of threads.
 */
public final class DkimSigner {
  private final String domain;
  private final List<DkimKey> keys;

  DkimSigner(String domain, List<DkimKey> keys) {
    this.domain = domain;
    this.keys = List.copyOf(keys);
  }

  /** The one that is configured; empty if no key is. */
  public static Optional<DkimSigner> of(MailConfiguration settings) {
    List<DkimKey> keys = DkimKey.configured(settings.dkim());
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(new DkimSigner(settings.signingDomain(), keys));
  }

  /**
   * The fields to put before all others of a message.
   *
   * @param fields the message's own, in their order and as they go onto the wire: folded lines have
   *     their CRLF, the last one of a field has none
   * @param bodyHash as {@link RelaxedBody#hash} gives it
   * @param now when the signature is made; told to the second
   * @return a {@code DKIM-Signature} for each key, each folded and ended by CRLF
   * @throws IllegalArgumentException if there is no From
   */
  public String sign(List<String> fields, byte[] bodyHash, Instant now) {
    SignedFields signed = SignedFields.of(fields);
    StringBuilder signatures = new StringBuilder();
    for (DkimKey key : keys) {
      FoldedField field = unsigned(key, signed.names(), bodyHash, now);
      // The signature covers its own field too, as it is before the signature stands in it.
      String header = signed.relaxed() + RelaxedField.of(field.toString());
      byte[] signature = key.algorithm().sign(key.key(), header.getBytes(StandardCharsets.UTF_8));
      signatures.append(field.cut(base64(signature))).append("\r\n");
    }
    return signatures.toString();
  }

  private FoldedField unsigned(DkimKey key, List<String> names, byte[] bodyHash, Instant now) {
    FoldedField field =
        new FoldedField("DKIM-Signature")
            .word("v=1;")
            .word("a=" + key.algorithm().signatureType() + ";")
            .word("c=relaxed/relaxed;")
            .word("d=" + domain + ";")
            .word("s=" + key.selector() + ";")
            .word("t=" + now.getEpochSecond() + ";")
            .word("bh=" + base64(bodyHash) + ";")
            .word("h=" + names.getFirst());
    names.stream().skip(1).forEach(name -> field.more(":" + name));
    return field.more(";").word("b=");
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }
}
