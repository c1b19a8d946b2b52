package dev.offprint.cli.console;

import dev.offprint.bounces.ReturnMailbox;
import dev.offprint.bounces.ReturnedMail;
import dev.offprint.groups.GroupStore;
import dev.offprint.ledger.Ledger;
import dev.offprint.messages.Languages;
import dev.offprint.planning.DailyLimit;
import dev.offprint.planning.Readership;
import dev.offprint.subscribers.FeedbackPapers;
import dev.offprint.subscribers.Membership;
import dev.offprint.subscribers.SubscriberStore;
import dev.offprint.subscribers.SuppressionStore;

/** What commands about subscribers and their mails work with. */
public interface SubscriberFeatures extends Installation {
  SubscriberStore subscribers();

  /** Who is mailed on a day, and who waits. */
  default Readership readership() {
    return new Readership(subscribers(), DailyLimit.of(configuration().smtp().limits()));
  }

  GroupStore groups();

  /** Decides who is subscribed. */
  Membership membership();

  /** The addresses that must not be mailed. */
  SuppressionStore suppressions();

  /** What subscribers said of papers. */
  FeedbackPapers feedbackPapers();

  Ledger ledger();

  /** What readers can be told things in. */
  Languages languages();

  /** Applies bounces and complaints. */
  ReturnedMail returnedMail();

  /** The mailbox that they come to. */
  ReturnMailbox returnMailbox();
}
