package dev.offprint.doctor;

import dev.offprint.bounces.ReturnMailbox;
import dev.offprint.config.MailConfiguration;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the mailbox that bounces come to lets Offprint in. */
public record MailboxCheck(MailConfiguration settings, Supplier<ReturnMailbox> mailbox)
    implements Check {
  @Override
  public String name() {
    return "bounce mailbox";
  }

  @Override
  public Finding look() {
    if (settings.bounces().host().isEmpty()) {
      return new Finding.Good(
          "none is read; mails that come back go to "
              + (settings.returnAddress().isEmpty() ? settings.from() : settings.returnAddress()));
    }
    Optional<String> problem = mailbox.get().problem();
    if (problem.isEmpty()) {
      return new Finding.Good(
          settings.bounces().host() + " takes the login, and its folder can be read");
    }
    return Finding.fault(problem.get(), "check mail.bounces");
  }
}
