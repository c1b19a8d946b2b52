package dev.offprint.bounces;

import dev.offprint.access.NoAccessToken;
import dev.offprint.access.RefusedToken;
import dev.offprint.access.TlsProblems;
import dev.offprint.config.MailConfiguration;
import dev.offprint.config.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.ReadOnlyFolderException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says in one line why the mailbox cannot be read, and what the operator can do about it. */
final class MailboxProblems {
  private static final int MAX_MESSAGE = 200;

  /** What the library says where nothing that it may do is offered, by POP3 and by IMAP. */
  private static final String NO_MECHANISM = "No authentication mechanisms supported";

  static final String NO_METHOD = "No login methods supported";

  private final MailConfiguration.Bounces settings;
  private final TlsProblems certificates;
  private final String mailbox;

  MailboxProblems(MailConfiguration.Bounces settings, TlsProblems certificates) {
    this.settings = settings;
    this.certificates = certificates;
    this.mailbox = "the mailbox at " + settings.host() + ":" + settings.effectivePort();
  }

  String inWords(Exception failure) {
    return switch (failure) {
      case NoAccessToken none ->
          "there is no access token for " + mailbox + ": " + none.getMessage();
      case AuthenticationFailedException login -> login(oneLine(login));
      case FolderNotFoundException missing ->
          mailbox + " has no folder \"" + settings.folder() + "\". Check mail.bounces.folder.";
      case ReadOnlyFolderException readOnly ->
          mailbox + " lets nothing be removed. Check what mail.bounces.username may do there.";
      default -> connection(failure);
    };
  }

  /** By POP3 the library calls it a refused login whatever goes wrong up to there. */
  private String login(String why) {
    if (why.endsWith("timed out")) {
      return silent();
    }
    if (why.matches("(STLS|STARTTLS) (is )?required.*")) {
      return unprotected();
    }
    if (why.contains(NO_MECHANISM)) {
      return noTokens();
    }
    if (!settings.login().oauth().isOn()) {
      return mailbox
          + " refused the login: "
          + why
          + ". Check mail.bounces.username and mail.bounces.password.";
    }
    return mailbox
        + " refused the token: "
        + RefusedToken.inWords(why.substring(Math.max(0, why.indexOf('{')))).orElse(why)
        + ". Check that mail.bounces.oauth gives tokens for mail.bounces.username and for "
        + settings.protocol()
        + ".";
  }

  private String connection(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException unknown -> {
          return mailbox + " cannot be found: no such host. Check mail.bounces.host.";
        }
        case SocketTimeoutException timeout -> {
          return silent();
        }
        case SSLException tls -> {
          return tls(tls);
        }
        case ConnectException refused -> {
          return mailbox
              + " cannot be reached: connection refused. Check mail.bounces.host and"
              + " mail.bounces.port, and that it runs.";
        }
        case NoRouteToHostException route -> {
          return mailbox + " cannot be reached: no route to it. Check mail.bounces.host.";
        }
        default -> {}
      }
    }
    if (oneLine(failure).contains(NO_METHOD)) {
      return noTokens();
    }
    return settings.security() == Security.STARTTLS && oneLine(failure).contains("STARTTLS")
        ? unprotected()
        : mailbox + " cannot be read: " + oneLine(root(failure));
  }

  private String noTokens() {
    return settings.login().oauth().isOn()
        ? mailbox
            + " takes no access tokens (XOAUTH2). Check mail.bounces.host and mail.bounces.port, or"
            + " use mail.bounces.password instead of mail.bounces.oauth."
        : mailbox + " offers no way to log in that Offprint knows. Check mail.bounces.port.";
  }

  private String silent() {
    return mailbox
        + " does not answer. Check mail.bounces.host, mail.bounces.port and the firewall.";
  }

  private String unprotected() {
    return mailbox
        + " does not offer STARTTLS. Set mail.bounces.security to tls if this is its TLS port, or"
        + " to none only if it is on this machine.";
  }

  private String tls(SSLException failure) {
    String what = mailbox + " could not be connected to by TLS: " + oneLine(root(failure)) + ". ";
    if (oneLine(failure).contains("Unsupported or unrecognized SSL message")) {
      return what + "If its port begins without TLS, set mail.bounces.security to starttls.";
    }
    return what + certificates.remedy(failure) + " No password was sent.";
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** What hosts say ends in all sorts of ways; in a sentence it has no full stop. */
  static String oneLine(Throwable failure) {
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    String line = message.replaceAll("[\\s\\p{Cntrl}]+", " ").strip().replaceFirst("[.;]+$", "");
    return line.length() <= MAX_MESSAGE ? line : line.substring(0, MAX_MESSAGE) + "…";
  }
}
