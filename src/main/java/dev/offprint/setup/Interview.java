package dev.offprint.setup;

import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.PastedArguments;
import dev.offprint.setup.Answers.Login;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks at a terminal, each question until its answer can be used. */
final class Interview {
  /** The answer that takes back what is offered. */
  static final String NONE = "-";

  private final Console console;
  private final Keyboard keyboard;

  Interview(Console console, Keyboard keyboard) {
    this.console = console;
    this.keyboard = keyboard;
  }

  /** Somebody ended the input. */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Asks all five.
   *
   * @param before what is offered instead of an answer
   * @throws Ended when the input ends
   */
  Answers ask(Offer before) {
    console.note(
        "Five questions. Enter takes what stands in brackets; Ctrl-C ends it, and nothing is"
            + " written\nbefore the last answer.");
    String from = from(before.from());
    RelayAddress relay = relay(before.relay());
    Login login = login(before.login());
    String baseUrl =
        ask(
            "3/5  At what address do readers reach the pages?\n"
                + "     It stands in every mail, such as https://papers.lab.example",
            before.baseUrl(),
            text -> valid("server.base_url", text));
    PaperChoice papers =
        ask(
            "4/5  Which papers? Name sources (huggingface, biorxiv, medrxiv) and categories of"
                + " arXiv,\n     such as cs.CL, or math for all of it; "
                + NONE
                + " for none, if feeds of your own are enough",
            before.papers().toString(),
            PaperChoice::of);
    console.note(
        "\n5/5  What are you interested in? One line each, such as: mixture of experts\n"
            + "     An empty line ends them; none at all brings trending papers alone.");
    List<Interest> interests = interests();
    return new Answers(from, relay, login, baseUrl, papers, reader(from, null), interests);
  }

  /** Asks again for what the relay may have refused. */
  Answers again(Answers before) {
    String from = from(before.from());
    RelayAddress relay = relay(before.relay().toString());
    Login login = login(before.login());
    return new Answers(
        from,
        relay,
        login,
        before.baseUrl(),
        before.papers(),
        reader(from, before.reader().toString()),
        before.interests());
  }

  private String from(@Nullable String offered) {
    return ask(
        "1/5  What address do mails come from?\n"
            + "     With a name, such as: Papers at the Lab <papers@lab.example>",
        offered,
        text -> valid("mail.from", text));
  }

  private RelayAddress relay(@Nullable String offered) {
    return ask(
        "2/5  Which relay takes them? HOST or HOST:PORT, such as smtp.lab.example; localhost for"
            + " one here.\n"
            + "     Port 465 means TLS, others STARTTLS; say \"tls\", \"starttls\" or \"none\""
            + " behind it if not so.",
        offered,
        Interview::relayOf);
  }

  /** Where the relay is, as the configuration can have it. */
  static RelayAddress relayOf(String text) {
    RelayAddress relay = RelayAddress.of(text);
    valid("smtp.host", relay.host());
    valid("smtp.port", Integer.toString(relay.port()));
    return relay;
  }

  /** Asks for a yes, before something of somebody's is changed. */
  boolean confirms(String question) {
    console.prompt(question + " [yes/no] ");
    return keyboard.line().orElseThrow(Ended::new).toLowerCase(Locale.ROOT).matches("y|yes");
  }

  private Login login(Login before) {
    return login(before.username(), before);
  }

  private Login login(String offered, Login before) {
    String username =
        ask(
            "     User name there; " + (offered.isEmpty() ? "Enter" : NONE) + " for none",
            offered,
            text -> text.equals(NONE) ? "" : text);
    if (username.isEmpty()) {
      return Login.NONE;
    }
    boolean isKnown =
        username.equals(before.username())
            && (before.password() != null || before.passwordFile() != null);
    console.note("     Password; it is not shown" + (isKnown ? " [as before]" : ""));
    String secret = keyboard.secret().orElseThrow(Ended::new);
    if (!secret.isEmpty()) {
      return new Login(username, secret, null);
    }
    if (isKnown) {
      return before;
    }
    console.note("     a user name needs a password");
    // It may have been typed where none is needed.
    return login(username, before);
  }

  private EmailAddress reader(String from, @Nullable String before) {
    String offered = before == null ? from.replaceAll(".*<|>.*", "") : before;
    return ask("     And where do your own mails go?", offered, EmailAddress::of);
  }

  private List<Interest> interests() {
    List<Interest> interests = new ArrayList<>();
    while (true) {
      console.prompt("   > ");
      String line = keyboard.line().orElseThrow(Ended::new);
      if (line.isEmpty()) {
        return interests;
      }
      try {
        interests.addAll(PastedArguments.read("interest", List.of(line), null, console));
      } catch (CommandFailure e) {
        console.note("     " + e.getMessage());
      }
    }
  }

  static String valid(String key, String text) {
    SettingRules.problem(key, text)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    return text;
  }

  private <T> T ask(String question, @Nullable String offered, Function<String, T> reader) {
    console.note("\n" + question);
    while (true) {
      console.prompt(
          offered == null || offered.isEmpty()
              ? "   > "
              : String.format(Locale.ROOT, "   [%s] > ", offered));
      Optional<String> line = keyboard.line();
      String typed = line.orElseThrow(Ended::new);
      String text = typed.isEmpty() && offered != null ? offered : typed;
      if (text.isEmpty() && offered == null) {
        console.note("     this needs an answer");
        continue;
      }
      try {
        return reader.apply(text);
      } catch (IllegalArgumentException e) {
        console.note("     " + e.getMessage());
      }
    }
  }
}
