package dev.offprint.app;

import dev.offprint.cli.console.Installation;
import dev.offprint.config.MailConfiguration;
import dev.offprint.digests.EditionRenderer;
import dev.offprint.digests.Imprint;
import dev.offprint.digests.MailCheck;
import dev.offprint.digests.NoticeRenderer;
import dev.offprint.sending.Sender;
import dev.offprint.templates.Templates;
import java.nio.file.Path;

/** What mails are made with: who sends them, and the templates. */
final class Mails {
  private final Installation installation;
  private final Lazy<Templates> templates;

  /**
   * Reads nothing.
   *
   * @param folder of the templates
   */
  Mails(Installation installation, Path folder) {
    this.installation = installation;
    this.templates = new Lazy<>(() -> new Templates(folder));
  }

  private MailConfiguration settings() {
    return installation.configuration().mail();
  }

  Sender sender() {
    return Sender.of(
        installation.configuration().server().baseUrl(),
        settings().from(),
        settings().serviceFrom(),
        settings().replyTo());
  }

  Templates templates() {
    return templates.get();
  }

  private Imprint imprint() {
    return new Imprint(
        settings().shownName(),
        settings().replyTo(),
        settings().postal(),
        settings().summaries() == MailConfiguration.Summaries.SOURCE);
  }

  EditionRenderer renderer() {
    return new EditionRenderer(templates(), imprint());
  }

  NoticeRenderer notices() {
    return new NoticeRenderer(templates(), imprint());
  }

  void check() {
    MailCheck.of(templates(), imprint());
  }
}
