package dev.offprint.cli;

import dev.offprint.smtp.DkimKey;
import dev.offprint.smtp.DkimRecord;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A key that signs mail, in words: what to put into DNS and into the configuration. */
final class DkimText {
  private DkimText() {}

  static String firstSteps(DkimKey key, String domain, Path file) {
    return """
    Wrote %s, which only this user can read. Keep it in the backup.

    1. Put this record into the DNS of %s:

    %s
    2. When `dig +short TXT %s` prints it, add to the configuration:

    %s
    3. Restart the daemon. From then on every mail is signed.
    """
        .formatted(
            file,
            domain,
            record(DkimRecord.of(key, domain)),
            DkimRecord.of(key, domain).name(),
            configuration(key, file));
  }

  /**
   * A key as it is.
   *
   * @param file where it lies if it is not configured; null when it is
   */
  static String of(DkimKey key, String domain, @Nullable Path file) {
    String state =
        file == null
            ? "The %s key that signs mails:\n".formatted(key.algorithm().keyType())
            : "The %s key in %s, which is not configured and signs nothing:\n"
                .formatted(key.algorithm().keyType(), file);
    return state
        + "\n"
        + record(DkimRecord.of(key, domain))
        + (file == null
            ? ""
            : "\nTo sign with it, once DNS has the record:\n\n" + configuration(key, file));
  }

  static Document document(DkimKey key, String domain, @Nullable Path file, boolean configured) {
    DkimRecord record = DkimRecord.of(key, domain);
    return new Document()
        .with("algorithm", key.algorithm().keyType())
        .with("domain", domain)
        .with("selector", key.selector())
        .with("configured", configured)
        .with("file", file == null ? null : file.toString())
        .with(
            "record",
            new Document()
                .with("name", record.name())
                .with("type", "TXT")
                .with("value", record.value())
                .with("strings", record.strings())
                .with("zone", record.zoneForm()))
        .with("configuration", file == null ? null : configuration(key, file));
  }

  private static String record(DkimRecord record) {
    return """
    Name   %s
    Type   TXT
    Value  %s

    The same for a zone file:

    %s
    """
        .formatted(record.name(), record.value(), record.zoneForm());
  }

  private static String configuration(DkimKey key, Path file) {
    return """
    [mail.dkim]
    %s_key_file = "%s"
    """
        .formatted(
            key.algorithm().keyType(), file.toString().replace("\\", "\\\\").replace("\"", "\\\""));
  }
}
