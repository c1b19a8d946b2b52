package dev.offprint.setup;

import dev.offprint.cli.ConfigWarnings;
import dev.offprint.cli.console.CommandFailure;
import dev.offprint.cli.console.CommandResult;
import dev.offprint.cli.console.Console;
import dev.offprint.cli.console.Document;
import dev.offprint.cli.console.GlobalOptions;
import dev.offprint.cli.console.Text;
import dev.offprint.config.Configuration;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.InvalidConfiguration;
import dev.offprint.db.DataFolder;
import dev.offprint.fetch.Proxies;
import dev.offprint.sending.SendOutcome;
import dev.offprint.setup.Answers.Login;
import dev.offprint.smtp.SmtpTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done with answers: the configuration, the first mail, the first subscriber. */
final class Setup {
  private final ConfigurationFile file;
  private final GlobalOptions global;
  private final InstantSource clock;
  private final Console console;
  private boolean hasPassword;

  Setup(ConfigurationFile file, GlobalOptions global, InstantSource clock, Console console) {
    this.file = file;
    this.global = global;
    this.clock = clock;
    this.console = console;
  }

  /** Writes the configuration, and the password beside it. */
  void write(Answers answers) {
    makeFolder();
    DataOwner owner = DataOwner.of(global.data());
    boolean isNew = !Files.exists(file.path());
    Path beside = PasswordFile.beside(file.path());
    Login login = answers.login();
    String password = login.password();
    if (password != null) {
      if (!hasPassword && Files.exists(beside) && !beside.toString().equals(file.passwordFile())) {
        throw CommandFailure.failed(
            beside + " exists already and is left as it is; move it away, or give --password-file");
      }
      PasswordFile.write(beside, password, owner.user());
      hasPassword = true; // It stays ours when a next answer takes the login back.
    }
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    values.put("server.base_url", Optional.of(answers.baseUrl()));
    values.put("smtp.host", Optional.of(answers.relay().host()));
    int port = answers.relay().port();
    values.put("smtp.port", port == 0 ? Optional.empty() : Optional.of(Integer.toString(port)));
    values.put("smtp.security", Optional.of(answers.relay().security().toString()));
    values.put("smtp.username", Optional.of(login.username()).filter(name -> !name.isEmpty()));
    values.put("smtp.password", Optional.empty());
    values.put(
        "smtp.password_file",
        Optional.ofNullable(password == null ? login.passwordFile() : beside.toString()));
    values.put("mail.from", Optional.of(answers.from()));
    values.putAll(answers.papers().settings());
    file.write(values);
    if (isNew && owner.isOther()) {
      share(owner);
    }
    console.note("\nThe configuration is in " + file.path() + ".");
  }

  private void share(DataOwner owner) {
    try {
      owner.share(file.path());
    } catch (IOException e) {
      throw CommandFailure.failed(
          String.format(
              Locale.ROOT,
              "%s is written, and the owner of the data cannot be let read it: %s",
              file.path(),
              e.getMessage()));
    }
  }

  private void makeFolder() {
    try {
      DataFolder.makeFor(file.path(), global.data());
    } catch (IOException e) {
      throw CommandFailure.failed(
          String.format(Locale.ROOT, "cannot make %s: %s", global.data(), e.getMessage()));
    }
  }

  /** What is in force now. */
  private Configuration configuration() {
    try {
      return ConfigurationLoader.load(file.path(), global.environment()).configuration();
    } catch (InvalidConfiguration e) {
      throw CommandFailure.wrongConfiguration(
          "the configuration cannot be used", e.problems().stream().map(Object::toString).toList());
    }
  }

  /**
   * Sends the first mail until the relay takes it.
   *
   * @param interview asks again for what was wrong; null when nobody can be asked
   * @return the answers by which it went
   */
  Answers prove(Answers first, @Nullable Interview interview) {
    Answers answers = first;
    while (true) {
      Configuration configuration = configuration();
      ConfigWarnings.categories(configuration)
          .forEach(warning -> console.note("warning: " + warning));
      console.note(
          String.format(
              Locale.ROOT,
              "A mail to %s goes to %s:%d …",
              answers.reader(),
              configuration.smtp().host(),
              configuration.smtp().effectivePort()));
      Optional<String> problem = problem(send(answers, configuration));
      if (problem.isEmpty()) {
        return answers;
      }
      if (interview == null) {
        throw refused(problem.get(), "give the same command with --update");
      }
      console.note(
          "\n"
              + Text.paragraph(List.of("It did not go: " + problem.get()))
              + "\nOnce more, please; Enter keeps an answer, Ctrl-D ends it.");
      try {
        answers = interview.again(answers);
      } catch (Interview.Ended e) {
        throw refused(problem.get(), "run 'offprint init' again");
      }
      write(answers);
    }
  }

  private CommandFailure refused(String problem, String how) {
    return CommandFailure.failed(
        String.format(
            Locale.ROOT,
            "%s The other answers are kept in %s: correct it there, or %s; nobody is subscribed"
                + " yet",
            problem,
            file.path(),
            how));
  }

  private SendOutcome send(Answers answers, Configuration configuration) {
    return new FirstMail(
            SmtpTransport.impatient(
                configuration.smtp(),
                configuration.mail(),
                Proxies.of(configuration.harvest(), global.environment()),
                clock),
            configuration,
            new SecureRandom())
        .send(answers.reader(), clock.instant());
  }

  /** Why it did not go, in a sentence; a mail that the relay takes later has proved it. */
  private Optional<String> problem(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted(String response) -> {
        console.note("The relay has taken it: " + response);
        yield Optional.empty();
      }
      case SendOutcome.Deferred(String why) -> later(why);
      case SendOutcome.SlowDown(String why) -> later(why);
      case SendOutcome.Unconfirmed(String why) -> Optional.of(sentence(why));
      case SendOutcome.ConnectionLost lost ->
          Optional.of("the relay closed the connection before it took the mail.");
      case SendOutcome.Rejected(String why) ->
          Optional.of(
              "the relay refuses this mail: "
                  + sentence(why)
                  + " Check the address that mails come from, and your own.");
      case SendOutcome.RelayUnavailable unavailable -> Optional.of(sentence(unavailable.why()));
    };
  }

  private Optional<String> later(String why) {
    console.note("The relay answers, and wants this mail later, which is usual at first: " + why);
    return Optional.empty();
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  /**
   * Subscribes, and says what is left to do.
   *
   * @param options of the program that name this installation, with a blank before
   */
  CommandResult finish(Answers answers, Subscribing subscribing, String options) {
    Subscribing.Outcome subscribed = subscribing.add(answers, file, global, console);
    List<NextSteps.Step> steps = NextSteps.of(configuration(), file.path(), options);
    StringBuilder text = new StringBuilder(Text.paragraph(List.of(subscribed.what())));
    text.append("\nLeft to do:\n");
    for (int i = 0; i < steps.size(); i++) {
      NextSteps.Step step = steps.get(i);
      String number = (i + 1) + ". ";
      text.append(number)
          .append(String.join("\n   ", Text.wrap(step.what(), Text.WIDTH - number.length())))
          .append(step.command() == null ? "\n" : ":\n     " + step.command() + "\n");
    }
    return new CommandResult(
        text.toString(),
        new Document()
            .with("configuration", file.path().toString())
            .with("relay", configuration().smtp().host())
            .with("reader", answers.reader().toString())
            .with("subscribed", subscribed.what())
            .with("left_to_do", steps),
        !subscribed.isDone());
  }
}
