package dev.offprint.cli;

import dev.offprint.bounces.ReturnedMail;
import dev.offprint.cli.console.Action;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.SubscriberFeatures;
import dev.offprint.cli.console.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in messages that came back. */
@Command(
    name = "process",
    description = "Read messages that came back, and stop mailing who must not be mailed.",
    footer = {
      "",
      "A hard bounce or a complaint suppresses its address at once; an address that",
      "could not be reached for five editions in a row is suppressed as well. What was",
      "refused for its sender, network or content says nothing of the reader, and",
      "suppresses nobody. Answers by people and programs are left alone. Processing a",
      "message twice changes nothing more. With --mailbox, messages whose report is",
      "written down are removed from there; all others stay.",
      "",
      "Examples:",
      "  offprint bounces process --mailbox",
      "  offprint bounces process Maildir/new",
      "  offprint bounces process - < message.eml"
    })
final class BouncesProcess implements Action<SubscriberFeatures> {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files of one message each, or folders of them; - is standard input.")
  List<Path> files = List.of();

  @Option(
      names = "--mailbox",
      description = "Read the mailbox of mail.bounces once, as the daemon does every five minutes.")
  boolean mailbox;

  @Override
  public CommandResult act(SubscriberFeatures features, Console console) {
    if (mailbox != files.isEmpty()) {
      throw CommandFailure.wrongUsage("give files, or --mailbox");
    }
    return mailbox ? MailboxPoll.once(features.returnMailbox(), console) : read(features, console);
  }

  private CommandResult read(SubscriberFeatures features, Console console) {
    ReturnedMail returned = features.returnedMail();
    ProcessedText text = new ProcessedText(console);
    for (Path given : files) {
      try {
        for (Path file : MessageFiles.in(given)) {
          process(file, returned, text);
        }
      } catch (IOException e) {
        text.fail(Text.file(given), reason(e));
      }
    }
    return text.answer();
  }

  private static void process(Path file, ReturnedMail returned, ProcessedText text) {
    String name = Text.file(file);
    byte[] message;
    try {
      message = MessageFiles.read(file);
    } catch (IOException e) {
      text.fail(name, reason(e));
      return;
    }
    text.tell(name, returned.process(message));
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return "it cannot be read: " + (message == null ? e.getClass().getSimpleName() : message);
  }
}
