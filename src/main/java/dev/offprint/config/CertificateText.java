package dev.offprint.config;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads certificates from PEM (RFC 7468, section 5): any number of them, with other text and blocks
 * of other kinds before, between and behind them.
 */
final class CertificateText {
  private static final String REMEDY =
      "give a file with certificates in PEM, each from BEGIN CERTIFICATE to END CERTIFICATE";
  private static final Pattern BORDER = Pattern.compile("-----(BEGIN|END) ([A-Z0-9. ]{1,40})-----");

  /** The label, and two that older programs write (RFC 7468, section 5.1). */
  private static final Set<String> LABELS =
      Set.of("CERTIFICATE", "X509 CERTIFICATE", "X.509 CERTIFICATE");

  private final String text;
  private final List<X509Certificate> certificates = new ArrayList<>();
  private final List<String> damages = new ArrayList<>();
  private final Set<String> otherLabels = new TreeSet<>();

  /**
   * Takes a text that is not read yet.
   *
   * @param text one character for each octet
   */
  CertificateText(String text) {
    this.text = text;
  }

  /**
   * All certificates, in their order.
   *
   * @throws Refused if there is none, or some block of one is damaged
   */
  List<X509Certificate> certificates() {
    if (text.isBlank()) {
      throw new Refused("is empty", REMEDY);
    }
    read();
    if (!damages.isEmpty()) {
      throw new Refused("holds " + String.join(", and ", damages), "copy the whole file anew");
    }
    if (certificates.isEmpty()) {
      throw none();
    }
    return certificates;
  }

  private void read() {
    StringBuilder block = new StringBuilder();
    int number = 0;
    int begin = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      // A byte order mark may stand before the first.
      Matcher border = BORDER.matcher(line.replaceFirst("^\u00EF\u00BB\u00BF", "").strip());
      if (!border.matches()) {
        block.append(line.strip());
      } else if (!LABELS.contains(border.group(2))) {
        otherLabels.add(border.group(2));
      } else if (border.group(1).equals("BEGIN")) {
        unended(begin);
        begin = number;
        block.setLength(0);
      } else if (begin > 0) {
        certificate(block.toString(), begin);
        begin = 0;
      } else {
        damages.add("the end of a certificate without its beginning in line " + number);
      }
    }
    unended(begin);
  }

  private void unended(int begin) {
    if (begin > 0) {
      damages.add("a certificate without its end from line " + begin + " on");
    }
  }

  private void certificate(String block, int begin) {
    try {
      byte[] octets = Base64.getDecoder().decode(block);
      certificates.add(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(octets)));
    } catch (IllegalArgumentException | CertificateException e) {
      damages.add("a damaged certificate from line " + begin + " on");
    }
  }

  private Refused none() {
    if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF")) {
      return new Refused("is in UTF-16", "save it as UTF-8");
    }
    if (text.startsWith("0\u0082") || text.startsWith("0\u0080")) { // a SEQUENCE of ASN.1
      return new Refused(
          "holds no text", "if it is a certificate in DER, `openssl x509 -inform der` converts it");
    }
    return new Refused(
        "holds no certificate in PEM"
            + (otherLabels.isEmpty() ? "" : ", but " + String.join(", ", otherLabels)),
        REMEDY);
  }
}
