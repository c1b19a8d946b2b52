package dev.offprint.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.offprint.web.http.ProcessMark;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the address in the mails leads to the process that runs here. */
class PagesChecksTest {
  @TempDir Path data;
  private HttpServer server;
  private ProcessMark mark;
  private URI here;
  private int status = 200;
  private String location = "";
  private UnaryOperator<String> answer = challenge -> mark.answer(challenge).orElse("");

  @BeforeEach
  void start() throws IOException {
    mark = ProcessMark.leave(data);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          String path = exchange.getRequestURI().getPath();
          byte[] body =
              answer
                  .apply(path.substring(path.lastIndexOf('/') + 1))
                  .getBytes(StandardCharsets.UTF_8);
          if (!location.isEmpty()) {
            exchange.getResponseHeaders().set("Location", location);
          }
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String look() {
    return Words.of(new BaseUrlCheck(here, new WebAsker(), () -> ProcessMark.read(data)).look());
  }

  @Test
  void theProcessIsKnownByItsMarkThatOthersCannotRead() throws IOException {
    assertThat(look())
        .isEqualTo(
            "warning: "
                + here
                + " leads to this process, but only on this machine -> set server.base_url to the"
                + " address that readers reach, before the first mail leaves");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("process.mark"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aCopyOfTheDataOnAnotherMachineIsSomethingElse() throws IOException {
    Path other = Files.createDirectory(data.resolve("other"));
    ProcessMark elsewhere = ProcessMark.leave(other);
    answer = challenge -> elsewhere.answer(challenge).orElse("");
    assertThat(look()).startsWith("error: " + here + " is answered by something else (status 200)");
  }

  @Test
  void aRedirectAProxyWithoutOffprintAndNobodyAreErrors() {
    status = 301;
    location = "https://www.lab.example/";
    assertThat(look()).contains("redirects to https://www.lab.example/");
    location = "";
    status = 502;
    assertThat(look()).contains("is a proxy that does not reach Offprint (status 502)");
    server.stop(0);
    assertThat(look()).startsWith("error: readers cannot reach").contains("nothing takes");
  }

  @Test
  void withoutADaemonNothingIsAsked() {
    mark.close();
    assertThat(look()).startsWith("warning: ").contains("no daemon runs on this data folder");
  }

  @Test
  void anAddressWithoutHttpsIsAnErrorUnlessItIsThisMachine() {
    URI plain = URI.create("http://papers.lab.example");
    assertThat(Words.of(new BaseUrlCheck(plain, new WebAsker(), Optional::empty).look()))
        .startsWith("error: http://papers.lab.example is not https");
  }

  private String press() {
    return Words.of(
        new OneClickCheck(here, new WebAsker(), () -> here.resolve("/unsubscribe/x"), () -> true)
            .look());
  }

  @Test
  void oneClickIsAnsweredWithoutRedirectOrLogin() {
    assertThat(press()).startsWith("ok: ");
    status = 302;
    assertThat(press()).contains("302, a redirect, which mail programs do not follow");
    status = 401;
    assertThat(press()).contains("without a login or a captcha");
    status = 500;
    assertThat(press()).startsWith("error: ");
  }

  @Test
  void aChallengeIsOfHexadecimalDigitsOnly() {
    assertThat(mark.answer("0af9")).isPresent();
    assertThat(mark.answer("")).isEmpty();
    assertThat(mark.answer("a".repeat(65))).isEmpty();
    assertThat(mark.answer("../etc")).isEmpty();
  }
}
