package dev.offprint.cli;

import dev.offprint.access.TokenFile;
import dev.offprint.config.CertificateFile;
import dev.offprint.config.Configuration;
import dev.offprint.config.Login;
import dev.offprint.config.MailConfiguration;
import dev.offprint.config.PrivateKeyText;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.config.SourcesConfiguration;
import dev.offprint.interests.ArxivCategories;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/** What is valid in a configuration, and yet not what large providers or readers need. */
public final class ConfigWarnings {
  private static final int GOOD_RSA_BITS = 2048;
  private static final String LOCAL = "localhost|127\\..*|\\[?::1]?|.*\\.localhost";

  private ConfigWarnings() {}

  /** One line for each. */
  static List<String> of(Configuration configuration, Instant now) {
    List<String> warnings = new ArrayList<>(besidesBaseUrl(configuration, now));
    baseUrl(configuration.server().baseUrl(), warnings);
    return warnings;
  }

  /** One line for each, but for what is wrong with {@code server.base_url}. */
  public static List<String> besidesBaseUrl(Configuration configuration, Instant now) {
    List<String> warnings = new ArrayList<>();
    if (configuration.mail().from().matches(".*@localhost>?\\s*")) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "mail.from is still %s, which nobody can answer and relays refuse; set it to an"
                  + " address of yours",
              configuration.mail().from()));
    }
    weakKey(configuration.mail().dkim(), warnings);
    warnings.addAll(categories(configuration));
    warnings.addAll(
        WarmUpWarnings.of(configuration.smtp().limits(), LocalDate.ofInstant(now, ZoneOffset.UTC)));
    if (!configuration.database().url().isEmpty()
        && !configuration.database().backupFolder().isEmpty()) {
      warnings.add(
          "database.backup_folder has no effect, as the database is elsewhere: back it up by its"
              + " own means, such as pg_dump");
    }
    SmtpConfiguration smtp = configuration.smtp();
    access("smtp", smtp.caFile(), smtp.login().oauth(), now, warnings);
    MailConfiguration.Bounces bounces = configuration.mail().bounces();
    access("mail.bounces", bounces.caFile(), bounces.login().oauth(), now, warnings);
    return warnings;
  }

  /** One line when categories are asked for that arXiv does not have, for which nothing comes. */
  public static List<String> categories(Configuration configuration) {
    SourcesConfiguration.Arxiv arxiv = configuration.sources().arxiv();
    List<String> unknown =
        arxiv.categories().stream()
            .flatMap(category -> ArxivCategories.unknown(category).stream())
            .toList();
    return unknown.isEmpty() || !arxiv.enabled()
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "sources.arxiv.categories names what arXiv does not have, so nothing comes of it:"
                    + " %s",
                String.join(", ", unknown)));
  }

  private static void access(
      String section, CertificateFile own, Login.OAuth oauth, Instant now, List<String> warnings) {
    for (X509Certificate certificate : own.certificates()) {
      if (now.isAfter(certificate.getNotAfter().toInstant())) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%s.ca_file %s holds a certificate that expired on %s (%s); put the new one into"
                    + " it",
                section,
                own.name(),
                day(certificate.getNotAfter()),
                certificate.getSubjectX500Principal().getName()));
      } else if (now.isBefore(certificate.getNotBefore().toInstant())) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%s.ca_file %s holds a certificate that is valid only from %s on (%s)",
                section,
                own.name(),
                day(certificate.getNotBefore()),
                certificate.getSubjectX500Principal().getName()));
      }
    }
    if (!oauth.tokenFile().isEmpty()) {
      TokenFile.problem(section + ".oauth.token_file", oauth.tokenFile()).ifPresent(warnings::add);
    }
  }

  private static LocalDate day(Date time) {
    return LocalDate.ofInstant(time.toInstant(), ZoneOffset.UTC);
  }

  private static void baseUrl(URI address, List<String> warnings) {
    if (String.valueOf(address.getHost()).matches(LOCAL)) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "server.base_url is %s, so the links in mails work on this machine alone; set it to"
                  + " the address that readers reach",
              address));
    } else if (!"https".equals(address.getScheme())) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "server.base_url is %s: unsubscribing with one click (RFC 8058) needs https, and"
                  + " large mail providers ask for it",
              address));
    }
  }

  /** RFC 8301, section 3.2. */
  private static void weakKey(MailConfiguration.Dkim settings, List<String> warnings) {
    if (settings.rsaKey().isEmpty()) {
      return;
    }
    int bits = PrivateKeyText.rsa(settings.rsaKey()).getModulus().bitLength();
    if (bits < GOOD_RSA_BITS) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "mail.dkim.rsa_key has %d bits, and some receivers want %d; make a new one under"
                  + " another selector",
              bits,
              GOOD_RSA_BITS));
    }
  }
}
