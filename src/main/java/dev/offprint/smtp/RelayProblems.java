package dev.offprint.smtp;

import dev.offprint.access.NoAccessToken;
import dev.offprint.access.TlsProblems;
import dev.offprint.config.Security;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.smtp.RelaySession.RelayReply;
import jakarta.mail.AuthenticationFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says in one line why the relay cannot be used, and what the operator can do about it. */
final class RelayProblems {
  private final SmtpConfiguration settings;
  private final TlsProblems certificates;
  private final String relay;

  RelayProblems(SmtpConfiguration settings, TlsProblems certificates) {
    this.settings = settings;
    this.certificates = certificates;
    this.relay = "the relay " + settings.host() + ":" + settings.effectivePort();
  }

  /**
   * Why no connection came about.
   *
   * @param refusal what the relay answered, if it did
   */
  String whileConnecting(Exception failure, Optional<RelayReply> refusal) {
    if (failure instanceof NoAccessToken none) {
      return "there is no access token for " + relay + ": " + none.getMessage();
    }
    if (failure instanceof AuthenticationFailedException && settings.login().oauth().isOn()) {
      return refusal
          .map(
              answer ->
                  relay
                      + " refused the token: "
                      + answer.text()
                      + ". Check that smtp.oauth gives tokens for smtp.username and for sending by"
                      + " SMTP.")
          .orElse(
              relay
                  + " takes no access tokens (AUTH XOAUTH2). Check smtp.host and smtp.port, or use"
                  + " smtp.password instead of smtp.oauth.");
    }
    if (failure instanceof AuthenticationFailedException) {
      return refusal
              .map(answer -> relay + " refused the login: " + answer.text() + ".")
              .orElse(relay + " offers no way to log in that Offprint knows.")
          + " Check smtp.username and smtp.password.";
    }
    if (failure instanceof RelaySession.LoginNotOffered) {
      return relay
          + " does not offer to log in. Check smtp.port and smtp.security, or leave smtp.username"
          + " empty.";
    }
    if (refusal.isPresent()) {
      return relay + " refused the connection: " + refusal.get().text();
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException unknown -> {
          return relay + " cannot be found: no such host. Check smtp.host.";
        }
        case SocketTimeoutException timeout -> {
          return relay + " does not answer. Check smtp.host, smtp.port and the firewall.";
        }
        case SSLException tls -> {
          return tls(tls);
        }
        case ConnectException refused -> {
          return relay
              + " cannot be reached: connection refused. Check smtp.host and smtp.port, and that it"
              + " runs.";
        }
        case NoRouteToHostException route -> {
          return relay + " cannot be reached: no route to it. Check smtp.host and the firewall.";
        }
        default -> {}
      }
    }
    if (settings.security() == Security.STARTTLS && says(failure, "STARTTLS is required")) {
      return relay
          + " does not offer STARTTLS. Set smtp.security to tls if this is its TLS port, or to none"
          + " only if it is on this machine.";
    }
    return relay + " cannot be used: " + rootMessage(failure);
  }

  /** Whether a connection may come about in a while without anybody's doing. */
  boolean mayPass(Exception failure) {
    if (failure instanceof NoAccessToken none) {
      return none.mayPass();
    }
    if (failure instanceof AuthenticationFailedException
        || failure instanceof RelaySession.LoginNotOffered
        || says(failure, "STARTTLS is required")) {
      return false;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException || cause instanceof UnknownHostException) {
        return false;
      }
    }
    return true;
  }

  private String tls(SSLException failure) {
    String what = relay + " could not be connected to by TLS: " + rootMessage(failure) + ". ";
    if (says(failure, "Unsupported or unrecognized SSL message")) {
      return what + "If its port begins without TLS, set smtp.security to starttls.";
    }
    return what + certificates.remedy(failure) + " Nothing was sent.";
  }

  /** The relay takes mail from nobody, or not from this sender. */
  String sender(RelayReply answer) {
    String what = relay + " does not take mail from this sender: " + answer.text() + ". ";
    return what
        + (settings.login().username().isEmpty()
            ? "Check mail.from; it may want smtp.username and smtp.password."
            : "Check that smtp.username may send as mail.from.");
  }

  /** The relay ends connections before they send anything (RFC 5321, section 3.8). */
  String busy(RelayReply answer) {
    return relay + " is not taking mail now: " + answer.text();
  }

  /** The connection broke before the message was under way, even on a new one. */
  String lost() {
    return relay + " closed the connection before it took a message.";
  }

  private static boolean says(Throwable failure, String words) {
    String message = failure.getMessage();
    return message != null && message.contains(words);
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip().replaceFirst("[.;]+$", "");
  }
}
