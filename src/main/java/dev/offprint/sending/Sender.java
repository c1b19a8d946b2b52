package dev.offprint.sending;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who the mails are from.
 *
 * @param from the mailbox of the From header, such as {@code Offprint <papers@lab.example>}
 * @param serviceFrom the same of mails that are no editions
 * @param replyTo the mailbox that replies go to; empty where it is that of the From
 * @param domain what Message-IDs and the list's id are made under, such as {@code lab.example}
 */
public record Sender(String from, String serviceFrom, String replyTo, String domain) {
  private static final Pattern DOMAIN_NAME =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?");

  /**
   * Takes the domain of the pages when they have a public one, else the domain of the From address.
   */
  public static Sender of(URI baseUrl, String from, String serviceFrom, String replyTo) {
    String host = baseUrl.getHost() == null ? "" : baseUrl.getHost().toLowerCase(Locale.ROOT);
    return new Sender(
        from,
        serviceFrom.isEmpty() ? from : serviceFrom,
        replyTo,
        DOMAIN_NAME.matcher(host).matches() ? host : domainOf(from));
  }

  private static String domainOf(String mailbox) {
    String domain = mailbox.substring(mailbox.lastIndexOf('@') + 1).replace(">", "").strip();
    return domain.toLowerCase(Locale.ROOT);
  }
}
