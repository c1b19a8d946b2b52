package dev.offprint.doctor;

import dev.offprint.messages.BrokenMessages;
import dev.offprint.templates.BrokenTemplate;

/**
 * Whether a mail of each kind can be made in each language.
 *
 * @param mails makes them
 */
public record TemplatesCheck(Runnable mails) implements Check {
  @Override
  public String name() {
    return "templates";
  }

  @Override
  public Finding look() {
    try {
      mails.run();
      return new Finding.Good("a mail of each kind can be made in each language");
    } catch (BrokenTemplate | BrokenMessages e) {
      return new Finding.Fault(
          String.valueOf(e.getMessage()), "mend the file; until then no mail of its kind is made");
    }
  }
}
