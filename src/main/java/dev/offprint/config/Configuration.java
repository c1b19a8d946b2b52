package dev.offprint.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Everything an operator can decide. Each key is documented at its component by {@link Setting}.
 */
public record Configuration(
    Server server,
    Database database,
    Smtp smtp,
    Mail mail,
    Sources sources,
    Harvest harvest,
    Matching matching) {

  /** The web pages. */
  public record Server(
      @Setting(
              initial = "8080",
              most = 65_535,
              help = "TCP port of the web pages; 0 takes any free one.")
          int port,
      @Setting(
              initial = "127.0.0.1",
              form = Form.HOST,
              help =
                  "Address to listen on. Keep 127.0.0.1 behind a reverse proxy; 0.0.0.0 listens"
                      + " everywhere.")
          String bind,
      @Setting(
              initial = "http://localhost:8080",
              help =
                  "Address under which readers reach the pages. It stands in every mail, so it must"
                      + " be right before the first one leaves; mail providers want https.")
          URI baseUrl,
      @Setting(
              initial = "0",
              most = 65_535,
              help = "TCP port on 127.0.0.1 under which Prometheus finds /metrics; 0 offers none.")
          int metricsPort,
      @Setting(
              initial = "",
              secret = true,
              help =
                  "What mail services must give as a password or Bearer token to post bounces and"
                      + " complaints to /hooks/bounces. Empty takes none.")
          String hookSecret,
      @Setting(
              initial = "127.0.0.1, ::1",
              form = Form.NETWORK,
              help =
                  "The reverse proxies that are believed when they say for whom they ask"
                      + " (X-Forwarded-For): addresses, or networks such as 10.0.0.0/8. What others"
                      + " say is ignored.")
          List<String> trustedProxies) {
    public Server {
      trustedProxies = List.copyOf(trustedProxies);
    }

    @Override
    public String toString() {
      return "Server[" + bind + ":" + port + ", " + baseUrl + "]";
    }
  }

  /** Where subscribers, papers and the ledger are kept. */
  public record Database(
      @Setting(
              initial = "",
              form = Form.JDBC,
              help =
                  "JDBC address. Empty keeps an H2 file in the data folder;"
                      + " jdbc:postgresql://host/name uses PostgreSQL.")
          String url,
      @Setting(initial = "", help = "Database user; H2 in the data folder needs none.")
          String username,
      @Setting(initial = "", secret = true, help = "Database password.") String password) {

    @Override
    public String toString() {
      return "Database[" + url.replaceFirst("[;?].*", "") + "]";
    }
  }

  /** The relay that takes the mails. */
  public record Smtp(
      @Setting(initial = "localhost", form = Form.HOST, help = "Host name of the relay.")
          String host,
      @Setting(
              initial = "0",
              most = 65_535,
              help =
                  "TCP port of the relay; 0 takes the usual one: 587 for starttls, 465 for tls, 25"
                      + " for none.")
          int port,
      @Setting(
              initial = "starttls",
              help =
                  "How the connection is protected: starttls, tls (from the first byte) or none."
                      + " Offprint never falls back to less than this.")
          Security security,
      @Setting(initial = "", help = "User name at the relay; empty sends without logging in.")
          String username,
      @Setting(initial = "", secret = true, help = "Password at the relay.") String password,
      @Setting(initial = "4", least = 1, most = 64, help = "Connections held to the relay at once.")
          int connections,
      Limits limits) {

    @Override
    public String toString() {
      return "Smtp[" + host + ":" + effectivePort() + ", " + security + "]";
    }

    /** The port to connect to: the configured one, or the usual one for this kind of protection. */
    public int effectivePort() {
      return port != 0 ? port : security.usualPort();
    }
  }

  /** How fast mails may leave. */
  public record Limits(
      @Setting(
              initial = "0",
              most = 10_000,
              help = "Mails a second to the relay, spread evenly; 0 is as fast as it takes them.")
          int perSecond,
      @Setting(
              initial = "0",
              most = 1_000_000,
              help =
                  "Mails over one connection, before it is closed and a new one opened; 0 is any"
                      + " number.")
          int perConnection,
      @Setting(
              initial = "0",
              most = 64,
              help =
                  "Mails on the wire at once to one recipient domain, such as gmail.com; 0 is any"
                      + " number.")
          int domainConnections,
      @Setting(
              initial = "0",
              most = 600_000,
              help =
                  "Mails a minute to one recipient domain, spread evenly; 0 is any number. Others"
                      + " do not wait for them.")
          int domainPerMinute) {}

  /** Protection of a connection that carries mail. */
  public enum Security {
    /** Plain greeting, then STARTTLS (RFC 3207), which must succeed. */
    STARTTLS(587),
    /** TLS from the first byte (RFC 8314). */
    TLS(465),
    /** No protection; for a relay on the same machine. */
    NONE(25);

    private final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }

    int usualPort() {
      return usualPort;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What every mail says of its sender. */
  public record Mail(
      @Setting(
              initial = "Offprint <offprint@localhost>",
              form = Form.MAILBOX,
              help =
                  "The From of every mail, as in \"Papers at the Lab <papers@lab.example>\". Its"
                      + " address also stands in the User-Agent that sources see, as the contact.")
          String from,
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

    /** The domain that DKIM signs for: the configured one, or that of the From. In lower case. */
    public String signingDomain() {
      return DkimRules.signingDomain(dkim.domain(), from);
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
      @Setting(initial = "", help = "User name at the mailbox.") String username,
      @Setting(initial = "", secret = true, help = "Password at the mailbox.") String password,
      @Setting(initial = "INBOX", help = "The folder to read; POP3 has but one.") String folder) {

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

  /** Where papers come from. */
  public record Sources(
      HuggingFace huggingface,
      Arxiv arxiv,
      Biorxiv biorxiv,
      Medrxiv medrxiv,
      Feed feed,
      Folder file) {}

  /** The daily papers of Hugging Face. */
  public record HuggingFace(
      @Setting(initial = "true", help = "Whether the daemon fetches this source.") boolean enabled,
      @Setting(initial = "https://huggingface.co", help = "Where its API is found.") URI baseUrl) {}

  /** The papers that arXiv announces. */
  public record Arxiv(
      @Setting(initial = "true", help = "Whether the daemon fetches this source.") boolean enabled,
      @Setting(
              initial = "https://arxiv.org",
              help =
                  "Where arXiv is found. For arxiv.org, its feeds, its API and OAI-PMH are asked on"
                      + " their own hosts; any other address is asked for all three.")
          URI baseUrl,
      @Setting(
              initial = "cs.AI, cs.CL, cs.CV, cs.LG, stat.ML",
              form = Form.CATEGORY,
              help =
                  "Categories whose announcements are taken in, such as cs.CL, or a whole archive"
                      + " such as math.")
          List<String> categories) {
    public Arxiv {
      categories = List.copyOf(categories);
    }
  }

  /** The preprints of bioRxiv. */
  public record Biorxiv(
      @Setting(initial = "false", help = "Whether the daemon fetches this source.") boolean enabled,
      @Setting(initial = "https://api.biorxiv.org", help = "Where its API is found.")
          URI baseUrl) {}

  /** The preprints of medRxiv. */
  public record Medrxiv(
      @Setting(initial = "false", help = "Whether the daemon fetches this source.") boolean enabled,
      @Setting(initial = "https://api.biorxiv.org", help = "Where its API is found.")
          URI baseUrl) {}

  /** Feeds of journals, laboratories and blogs. */
  public record Feed(
      @Setting(initial = "true", help = "Whether the daemon fetches these feeds.") boolean enabled,
      @Setting(
              initial = "",
              form = Form.FEED,
              help =
                  "RSS and Atom feeds: for each a name, its address, and a category for its papers"
                      + " if wanted.")
          List<String> feeds) {
    public Feed {
      feeds = List.copyOf(feeds);
    }
  }

  /** Files that are dropped into a folder. */
  public record Folder(
      @Setting(
              initial = "true",
              help =
                  "Whether the daemon takes in the files of this folder. Each is moved to done or"
                      + " failed in it.")
          boolean enabled,
      @Setting(
              initial = "incoming",
              help = "The folder, in the data folder unless its path is absolute.")
          String folder) {}

  /** How sources are asked, and how long editions wait for them. */
  public record Harvest(
      @Setting(
              initial = "90",
              most = 720,
              help =
                  "Minutes that an edition which is due waits for a source that has not answered on"
                      + " that day. Then it goes without, and the ledger says so. A source that has"
                      + " not answered for three days is not waited for.")
          int waitMinutes,
      @Setting(
              initial = "false",
              help =
                  "Whether a public host may redirect a request into a private network, such as a"
                      + " journal's feed to a mirror of your own.")
          boolean privateRedirects) {}

  /** How interests find papers. */
  public record Matching(
      @Setting(
              initial = "true",
              help =
                  "Whether interests find papers by meaning too, with a sentence model that runs on"
                      + " this machine. Each new paper then costs some fifty milliseconds, once.")
          boolean semantic) {}
}
