package dev.offprint.cli;

import dev.offprint.cli.console.Document;
import dev.offprint.config.MailConfiguration;
import dev.offprint.smtp.dkim.DkimKey;
import dev.offprint.smtp.dkim.DkimRecord;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs mail, in words: what to put into DNS and into the configuration.
 *
 * @param file where it lies if it is not configured; null when it is
 */
record DkimText(DkimKey key, MailConfiguration mail, @Nullable Path file) {

  /** For somebody who has just made it. */
  String firstSteps() {
    return String.format(
        Locale.ROOT,
        """
        Wrote %s, which only this user can read. Keep it in the backup.

        1. Put this record into the DNS of %s:

        %s
        2. When `dig +short TXT %s` prints it, put into the configuration:

        %s
        3. Restart the daemon. From then on every mail is signed.
        """,
        file,
        mail.signingDomain(),
        recordText(),
        record().name(),
        configuration());
  }

  String text() {
    String which = "The " + key.algorithm().keyType() + " key ";
    return file == null
        ? which + "that signs mails:\n\n" + recordText()
        : which
            + String.format(
                Locale.ROOT, "in %s, which is not configured and signs nothing:\n\n", file)
            + recordText()
            + "\nTo sign with it, once DNS has the record:\n\n"
            + configuration();
  }

  Document document() {
    return new Document()
        .with("algorithm", key.algorithm().keyType())
        .with("domain", mail.signingDomain())
        .with("selector", key.selector())
        .with("configured", file == null)
        .with("file", file == null ? null : file.toString())
        .with(
            "record",
            new Document()
                .with("name", record().name())
                .with("type", "TXT")
                .with("value", record().value())
                .with("strings", record().strings())
                .with("zone", record().zoneForm()))
        .with("configuration", file == null ? null : configuration());
  }

  private DkimRecord record() {
    return DkimRecord.of(key, mail.signingDomain());
  }

  private String recordText() {
    return String.format(
        Locale.ROOT,
        """
        Name   %s
        Type   TXT
        Value  %s

        The same for a zone file:

        %s
        """,
        record().name(),
        record().value(),
        record().zoneForm());
  }

  private String configuration() {
    String type = key.algorithm().keyType();
    boolean usual = key.selector().equals(DkimKey.selector(key.algorithm(), mail.dkim()));
    String path = String.valueOf(file).replace("\\", "\\\\").replace("\"", "\\\"");
    return "[mail.dkim]\n"
        + (usual ? "" : String.format(Locale.ROOT, "%s_selector = \"%s\"\n", type, key.selector()))
        + String.format(Locale.ROOT, "%s_key_file = \"%s\"\n", type, path);
  }
}
