package dev.offprint.access;

import dev.offprint.config.CertificateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of an institute, which nobody knows but who is told of it. */
public final class TestAuthority {
  private static final char[] PASSWORD = "for-tests-only".toCharArray();

  public static final TestAuthority LAB = new TestAuthority("+0d");

  private final Path folder;
  private int made;
  private final Map<String, SSLContext> servers = new HashMap<>();

  /**
   * Makes one for two days.
   *
   * @param from when it begins, as keytool has it, such as {@code -10d}
   */
  public TestAuthority(String from) {
    try {
      folder = Files.createTempDirectory("authority");
      folder.toFile().deleteOnExit();
      keytool(
          "authority.p12",
          "-genkeypair",
          "-keyalg",
          "EC",
          "-dname",
          "CN=Lab Authority",
          "-ext",
          "bc:c",
          "-startdate",
          from,
          "-validity",
          "2");
      keytool("authority.p12", "-exportcert", "-rfc", "-file", path("authority.pem"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its certificate as PEM. */
  public String pem() {
    try {
      return Files.readString(folder.resolve("authority.pem"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its certificate, as an operator configures it. */
  public CertificateFile file() {
    try {
      return new CertificateFile(
          path("authority.pem"),
          List.of((X509Certificate) store("authority.p12").getCertificate("mykey")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What a server presents that has a certificate of this authority.
   *
   * @param alternativeName who it is made out to, such as {@code ip:127.0.0.1}
   * @param from when it begins; it lasts two days
   */
  public synchronized SSLContext server(String alternativeName, String from) throws Exception {
    String name = "server-" + ++made + ".p12";
    keytool(name, "-genkeypair", "-keyalg", "EC", "-dname", "CN=Lab Server");
    keytool(name, "-certreq", "-file", path("request"));
    keytool(
        "authority.p12",
        "-gencert",
        "-rfc",
        "-ext",
        "SAN=" + alternativeName,
        "-startdate",
        from,
        "-validity",
        "2",
        "-infile",
        path("request"),
        "-outfile",
        path("answer"));
    Files.writeString(folder.resolve("answer"), Files.readString(folder.resolve("answer")) + pem());
    keytool(name, "-importcert", "-noprompt", "-file", path("answer"));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store(name), PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** The same, from now on; made once for each name. */
  public synchronized SSLContext server(String alternativeName) throws Exception {
    SSLContext known = servers.get(alternativeName);
    if (known == null) {
      known = server(alternativeName, "+0d");
      servers.put(alternativeName, known);
    }
    return known;
  }

  private KeyStore store(String name) throws GeneralSecurityException {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String path(String name) {
    Path file = folder.resolve(name);
    file.toFile().deleteOnExit();
    return file.toString();
  }

  private void keytool(String store, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", path(store), "-storepass", new String(PASSWORD)));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
