package dev.offprint.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMTP server that answers as a test tells it to, and remembers what it was told. */
public final class ScriptedRelay implements AutoCloseable {
  /** Instead of an answer: closes the connection. */
  static final String CUT = "cut";

  /** Instead of an answer: none, until the client gives up. */
  static final String SILENCE = "silence";

  private static final String NOBODY = "554 5.5.1 no valid recipients";

  /** Where the relay is asked for an answer. */
  public enum Point {
    GREETING,
    EHLO,
    STARTTLS,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    /** After 1,000 octets of the message; only {@link #CUT} has a meaning. */
    INSIDE,
    END
  }

  /** What a test decides; null is the usual, good answer. */
  @FunctionalInterface
  public interface Script {
    @Nullable String answer(Point point, int connection, String line);
  }

  public final List<String> accepted = new CopyOnWriteArrayList<>();
  final List<String> commands = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();

  private final ServerSocket server;
  private final Script script;
  private final @Nullable SSLContext tls;
  private final boolean implicit;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile String offered = "";

  public ScriptedRelay(Script script) throws IOException {
    this(script, null, false);
  }

  ScriptedRelay(Script script, @Nullable SSLContext tls, boolean implicit) throws IOException {
    this.script = script;
    this.tls = tls;
    this.implicit = implicit;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  /** Offers PIPELINING from now on. */
  public ScriptedRelay pipelining() {
    offered = "250-PIPELINING\r\n";
    return this;
  }

  public int port() {
    return server.getLocalPort();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        int number = connections.incrementAndGet();
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Socket conversation = implicit ? secured(socket) : socket) {
                    new Conversation(number, conversation, implicit).run();
                  } catch (IOException e) {
                    // The client has gone.
                  }
                });
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private Socket secured(Socket plain) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            Objects.requireNonNull(tls)
                .getSocketFactory()
                .createSocket(plain, "127.0.0.1", port(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private final class Conversation {
    private final int number;
    private final boolean secure;
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;
    private boolean senderTaken;
    private boolean recipientTaken;

    Conversation(int number, Socket socket, boolean secure) throws IOException {
      this.number = number;
      this.socket = socket;
      this.secure = secure;
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      out = socket.getOutputStream();
    }

    void run() throws IOException {
      if (answer(Point.GREETING, "", "220 scripted.example")) {
        converse();
      }
    }

    private void converse() throws IOException {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        boolean open =
            switch (verb) {
              case "EHLO" -> answer(Point.EHLO, line, capabilities());
              case "AUTH" -> answer(Point.AUTH, line, "235 2.7.0 welcome");
              case "MAIL" -> sender(line);
              case "RCPT" -> recipient(line);
              case "DATA" -> data(line);
              case "RSET", "NOOP" -> say("250 ok");
              case "STARTTLS" -> startTls(line);
              case "QUIT" -> !say("221 bye");
              default -> say("500 what?");
            };
        if (!open) {
          return;
        }
      }
    }

    private String capabilities() {
      String auth = !secure && tls != null ? "" : "250-AUTH PLAIN\r\n";
      String startTls = secure || tls == null ? "" : "250-STARTTLS\r\n";
      return "250-scripted.example\r\n" + auth + startTls + offered + "250 8BITMIME";
    }

    private boolean startTls(String line) throws IOException {
      if (!answer(Point.STARTTLS, line, "220 go ahead")) {
        return false;
      }
      try (Socket secured = secured(socket)) {
        new Conversation(number, secured, true).converse();
      }
      return false;
    }

    private boolean sender(String line) throws IOException {
      String told = script.answer(Point.MAIL, number, line);
      senderTaken = told == null || told.startsWith("2");
      recipientTaken = false;
      return reply(told == null ? "250 2.1.0 ok" : told);
    }

    private boolean recipient(String line) throws IOException {
      String told = senderTaken ? script.answer(Point.RCPT, number, line) : "503 5.5.1 MAIL first";
      recipientTaken = told == null || told.startsWith("2");
      return reply(told == null ? "250 2.1.5 ok" : told);
    }

    private boolean data(String line) throws IOException {
      String told = script.answer(Point.DATA, number, line);
      String usual = recipientTaken ? "354 go on" : NOBODY;
      String answer = told == null ? usual : told;
      if (!reply(answer)) {
        return false;
      }
      if (!answer.startsWith("354")) {
        return true;
      }
      StringBuilder message = new StringBuilder();
      for (String next = in.readLine(); !".".equals(next); next = in.readLine()) {
        if (next == null) {
          return false; // the client went in the middle of it
        }
        message.append(next.startsWith(".") ? next.substring(1) : next).append("\r\n");
        if (message.length() > 1_000 && CUT.equals(script.answer(Point.INSIDE, number, ""))) {
          return false;
        }
      }
      if (!recipientTaken) {
        return reply(NOBODY);
      }
      String end = script.answer(Point.END, number, message.toString());
      if (end == null || end.startsWith("2") || end.equals("250 " + CUT)) {
        accepted.add(message.toString());
      }
      return reply(end == null ? "250 2.0.0 queued" : end);
    }

    private boolean answer(Point point, String line, String usual) throws IOException {
      String told = script.answer(point, number, line);
      return reply(told == null ? usual : told);
    }

    private boolean reply(String answer) throws IOException {
      if (answer.equals(CUT)) {
        return false;
      }
      if (answer.equals(SILENCE)) {
        while (in.readLine() != null) {}
        return false;
      }
      say(answer);
      return !answer.startsWith("421");
    }

    private boolean say(String answer) throws IOException {
      out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
