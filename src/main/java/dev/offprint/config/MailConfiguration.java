package dev.offprint.config;

import java.util.Locale;

/** What every mail says of its sender. */
public record MailConfiguration(
    @Setting(
            initial = "Offprint <offprint@localhost>",
            form = Form.MAILBOX,
            help =
                "The From of every mail, as in \"Papers at the Lab <papers@lab.example>\". Its"
                    + " address also stands in the User-Agent that sources see, as the contact.")
        String from,
    @Setting(
            initial = "",
            form = Form.OPTIONAL_MAILBOX,
            help =
                "The From of mails that are no editions, such as those that ask to confirm. Empty"
                    + " takes mail.from. Large receivers like the two to be apart.")
        String serviceFrom,
    @Setting(
            initial = "",
            form = Form.OPTIONAL_MAILBOX,
            help =
                "Where replies to a mail go, as in \"Librarian <librarian@lab.example>\". When it"
                    + " is set, editions say that replies reach a person.")
        String replyTo,
    @Setting(
            initial = "",
            form = Form.OPTIONAL_MAILBOX,
            help =
                "Who is told by mail when a run fails, a source gives no answer for two days,"
                    + " sending is paused, complaints pass 0.1 %, or a certificate or the disk runs"
                    + " out: at most once a day. Empty tells nobody but the log.")
        String operator,
    @Setting(
            initial = "",
            form = Form.ONE_LINE,
            help =
                "The name at the head of each edition, such as \"Papers at the Lab\". Empty takes"
                    + " the name in mail.from.")
        String brand,
    @Setting(
            initial = "",
            form = Form.ONE_LINE,
            help =
                "A postal address for the foot of each edition, as some countries ask for, such as"
                    + " \"1 Example Street, Oslo\".")
        String postal,
    @Setting(
            initial = "sentences",
            help =
                "What an edition shows of a paper: sentences, which are chosen from its abstract,"
                    + " or source, the summary that its source has, named as that, where there is"
                    + " one. Those of Hugging Face are written by a language model.")
        Summaries summaries,
    @Setting(
            initial = "24",
            least = 1,
            most = 120,
            help =
                "How many hours after its planning a mail is still sent, when the relay did not"
                    + " take it or could not be reached. Then it has failed as too late, so that"
                    + " nobody gets the mails of several days in a row.")
        int tooLateHours,
    @Setting(
            initial = "400",
            least = 30,
            most = 36_500,
            help =
                "For how many days the ledger tells what was mailed to whom, and what was not."
                    + " What was settled before that is forgotten in the night.")
        int keepDays,
    @Setting(
            initial = "",
            form = Form.RETURN_ADDRESS,
            help =
                "The address that mails which cannot be delivered come back to, such as"
                    + " bounces@lab.example. Each mail leaves under one of its own, with a + and"
                    + " a token before the @, so the mailbox must take those as well. Empty takes"
                    + " the address of mail.from, without a token.")
        String returnAddress,
    Bounces bounces,
    Dkim dkim) {

  /** The name at the head of editions. */
  public String shownName() {
    if (!brand.isEmpty()) {
      return brand;
    }
    int address = from.indexOf('<');
    String name =
        address < 0 ? "" : from.substring(0, address).strip().replaceAll("^\"|\"$", "").strip();
    return name.isEmpty() ? "Offprint" : name;
  }

  /** The domain that DKIM signs for: the configured one, or that of the From. In lower case. */
  public String signingDomain() {
    return DkimRules.signingDomain(dkim.domain(), from);
  }

  /** What an edition tells of a paper. */
  public enum Summaries {
    /** Sentences of the abstract. */
    SENTENCES,
    /** The source's own summary where it has one, else such sentences. */
    SOURCE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The mailbox that bounces and complaints come to. */
  public record Bounces(
      @Setting(
              initial = "imap",
              help = "How the mailbox that bounces come to is read: imap or pop3.")
          MailboxProtocol protocol,
      @Setting(
              initial = "",
              form = Form.OPTIONAL_HOST,
              help =
                  "Host name of the mailbox. The daemon reads it every five minutes and removes"
                      + " what it has written down. Empty reads none.")
          String host,
      @Setting(
              initial = "0",
              most = 65_535,
              help =
                  "TCP port of the mailbox; 0 takes the usual one: 993 or 995 for tls, else 143 or"
                      + " 110.")
          int port,
      @Setting(
              initial = "tls",
              help =
                  "How the connection is protected: starttls, tls (from the first byte) or none."
                      + " Offprint never falls back to less than this.")
          Security security,
      @Setting(
              initial = "",
              help =
                  "File with the certificates (PEM) of an authority of your own. They are trusted"
                      + " in addition to those that Java trusts, at the mailbox and at"
                      + " oauth.token_url.")
          CertificateFile caFile,
      @Setting(initial = "INBOX", help = "The folder to read; POP3 has but one.") String folder,
      @Inline Login login) {

    @Override
    public String toString() {
      return "Bounces[" + protocol + ", " + host + ":" + effectivePort() + ", " + security + "]";
    }

    /** The port to connect to: the configured one, or the usual one. */
    public int effectivePort() {
      return port != 0 ? port : protocol.usualPort(security);
    }
  }

  /** How a mailbox is read. */
  public enum MailboxProtocol {
    /** RFC 9051. */
    IMAP(143, 993),
    /** RFC 1939. */
    POP3(110, 995);

    private final int plainPort;
    private final int tlsPort;

    MailboxProtocol(int plainPort, int tlsPort) {
      this.plainPort = plainPort;
      this.tlsPort = tlsPort;
    }

    int usualPort(Security security) {
      return security == Security.TLS ? tlsPort : plainPort;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Signatures by which receivers know that a mail is the domain's (RFC 6376, RFC 8463). */
  public record Dkim(
      @Setting(
              initial = "",
              form = Form.SIGNING_DOMAIN,
              help =
                  "The domain that signs, whose DNS holds the public keys. Empty takes the domain"
                      + " of mail.from's address.")
          String domain,
      @Setting(
              initial = "offprint",
              form = Form.SELECTOR,
              help =
                  "The selector of the RSA key: its record in DNS is SELECTOR._domainkey.DOMAIN.")
          String rsaSelector,
      @Setting(
              initial = "",
              secret = true,
              form = Form.RSA_KEY,
              help =
                  "The RSA key that signs every mail. Without a key of either kind nothing is"
                      + " signed, as is right where the relay signs.")
          String rsaKey,
      @Setting(
              initial = "offprint-ed25519",
              form = Form.SELECTOR,
              help = "The selector of the Ed25519 key.")
          String ed25519Selector,
      @Setting(
              initial = "",
              secret = true,
              form = Form.ED25519_KEY,
              help =
                  "The Ed25519 key that signs every mail. Many receivers cannot check it yet, so"
                      + " use it beside an RSA key.")
          String ed25519Key) {

    /** Whether it can be the selector of a key. */
    public static boolean isSelector(String text) {
      return Form.SELECTOR.objection(text).isEmpty();
    }

    @Override
    public String toString() {
      return "Dkim[" + domain + "]";
    }
  }
}
