package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.offprint.cli.CommandLineProgram;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.demo.DemoCommand;
import dev.offprint.demo.ReceivedMail;
import jakarta.mail.internet.MimeMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A whole Offprint on a folder of its own, with a mail server that keeps what it is sent. */
public final class Installation implements AutoCloseable {
  private static final Path HOME = Path.of("").toAbsolutePath();

  public final TickingClock clock;
  private final Path data;
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Map<String, String> environment = new HashMap<>();

  public Installation(Path data, Instant now) {
    this.data = data;
    this.clock = new TickingClock(now);
    mail.start();
    environment.put("OFFPRINT_SMTP__HOST", "127.0.0.1");
    environment.put("OFFPRINT_SMTP__PORT", Integer.toString(mail.getSmtp().getPort()));
    environment.put("OFFPRINT_SMTP__SECURITY", "none");
    environment.put("OFFPRINT_SERVER__PORT", "0");
    environment.put("OFFPRINT_SOURCES__HUGGINGFACE__ENABLED", "false");
    environment.put("OFFPRINT_SOURCES__ARXIV__ENABLED", "false");
    // Opening the model for each of many installations would take longer than the rest.
    environment.put("OFFPRINT_MATCHING__SEMANTIC", "false");
  }

  /** What a command printed and returned. */
  public record Printed(int exit, String out, String err) {
    /** The same, of a command that did what it was told. */
    Printed done() {
      assertThat(exit).as(err + out).isZero();
      return this;
    }

    /** The same, of one that had nothing to complain of either. */
    Printed withoutComplaint() {
      assertThat(err).doesNotContain("offprint: ");
      return done();
    }
  }

  Installation with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs one command as a process of its own would. */
  public Printed run(String... arguments) {
    return run(program -> program.add("db", DbCommand::new), arguments);
  }

  /**
   * Runs one command of a program that has some more.
   *
   * @param more adds them
   */
  Printed run(UnaryOperator<CommandLineProgram> more, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLineProgram program =
        new CommandLineProgram(
            new PrintWriter(out), new PrintWriter(err), environment, options -> wiring());
    int exit = more.apply(program).add("demo", () -> new DemoCommand(HOME, clock)).run(arguments);
    return new Printed(exit, out.toString(), err.toString());
  }

  Wiring wiring() {
    return new Wiring(() -> ConfigurationLoader.load(null, environment), data, HOME, clock);
  }

  /** The daemon, at work and with its pages open. */
  public Serving serve() {
    return new Serving(this);
  }

  /** The mails of one address as a reader sees them, the newest first. */
  public List<ReceivedMail> receivedBy(String address) {
    return ReceivedMail.newestFirst(mail.getReceivedMessages()).stream()
        .filter(mail -> mail.to().equals(address))
        .toList();
  }

  List<MimeMessage> received() {
    return List.of(mail.getReceivedMessages());
  }

  public boolean waitForMails(int count) {
    return mail.waitForIncomingEmail(20_000, count);
  }

  public void forgetMails() {
    try {
      mail.purgeEmailFromAllMailboxes();
    } catch (com.icegreen.greenmail.store.FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    mail.stop();
  }
}
