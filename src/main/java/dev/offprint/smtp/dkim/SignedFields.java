package dev.offprint.smtp.dkim;

import java.util.ArrayList;
import java.util.List;

/**
 * The header fields that a signature covers (RFC 6376, section 5.4).
 *
 * @param names as they stand in the tag h=
 * @param relaxed all of them in that order, in relaxed form, each ended by CRLF
 */
record SignedFields(List<String> names, String relaxed) {
  private static final String FROM = "From";

  /**
   * What mail programs show or act on, as far as it is written here and relays leave it alone.
   * One-click unsubscribing wants its two fields signed (RFC 8058, section 4).
   */
  private static final List<String> COVERED =
      List.of(
          FROM,
          "To",
          "Subject",
          "Date",
          "Message-ID",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding",
          "List-Id",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "Auto-Submitted",
          "Feedback-ID");

  SignedFields {
    names = List.copyOf(names);
  }

  /**
   * Those of a header that are to be signed. Of several with the same name the last comes first
   * (section 5.4.2). From is named once more than it is there: then nobody can add another, which
   * mail programs might show instead (section 8.15).
   *
   * @param fields of the whole header, each as {@link RelaxedField#of} takes it
   * @throws IllegalArgumentException if there is no From, which must be signed
   */
  static SignedFields of(List<String> fields) {
    List<String> present = fields.stream().map(RelaxedField::name).toList();
    List<String> names = new ArrayList<>();
    StringBuilder relaxed = new StringBuilder();
    for (String name : COVERED) {
      for (int at = fields.size() - 1; at >= 0; at--) {
        if (present.get(at).equalsIgnoreCase(name)) {
          names.add(name);
          relaxed.append(RelaxedField.of(fields.get(at))).append("\r\n");
        }
      }
    }
    if (!names.contains(FROM)) {
      throw new IllegalArgumentException("a message without From cannot be signed");
    }
    names.addFirst(FROM);
    return new SignedFields(names, relaxed.toString());
  }
}
