package dev.offprint.cli.console;

import java.io.BufferedReader;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where commands speak: answers to standard output, all else to standard error. With {@code --json}
 * standard output holds exactly one JSON document.
 */
public final class Console {
  // Paper text comes from strangers, and a terminal obeys control characters.
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  // Of ECMA-48 and DEC: to the line's begin and clear it; a long line is cut rather than wrapped,
  // since only the last of several can be taken back.
  private static final String CLEARED = "\r\u001b[K";
  private static final String UNWRAPPED = "\u001b[?7l";
  private static final String WRAPPED = "\u001b[?7h";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final boolean terminal;

  /**
   * Talks to whoever runs the command.
   *
   * @param terminal whether standard error is read by somebody at a terminal
   */
  public Console(PrintWriter out, PrintWriter err, boolean json, boolean terminal) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.terminal = terminal;
  }

  /** Shows part of a long answer at once; with {@code --json} the document says it instead. */
  public void say(String line) {
    if (!json) {
      print(out, line);
    }
  }

  /**
   * Writes a line of data that another program reads, just as it is: what a terminal would obey is
   * part of it.
   */
  public void data(String line) {
    out.print(line);
    out.print('\n');
    if (out.checkError()) {
      throw CommandFailure.failed("it cannot be written: standard output takes no more");
    }
  }

  /** Tells the operator something that is not part of the answer. */
  public void note(String line) {
    print(err, line);
  }

  /**
   * Asks somebody at a terminal before something that there is no way back from. A script is not
   * asked: whoever wrote it has decided.
   *
   * @return whether to go on
   */
  public boolean confirms(String question) {
    if (!terminal) {
      return true;
    }
    err.print(question + " [yes/no] ");
    err.flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    } catch (IOException e) {
      return false;
    }
  }

  /** Tells the operator where to type, on a line that does not end. */
  public void prompt(String text) {
    err.print(UNPRINTABLE.matcher(text).replaceAll(""));
    err.flush();
  }

  /** Whether somebody at a terminal can be asked, and is shown {@link #progress}. */
  public boolean isTerminal() {
    return terminal;
  }

  /** Shows a line in the place of the one before; an empty one ends that. */
  public void progress(String line) {
    if (terminal) {
      err.print(line.isEmpty() ? CLEARED : CLEARED + UNWRAPPED + line + WRAPPED);
      err.flush();
    }
  }

  public boolean isJson() {
    return json;
  }

  public void answer(CommandResult answer) {
    if (json) {
      // As it comes: a list may be too long to be held at once.
      JSON.writeValue(new PrintableWriter(out), answer.document());
      out.println();
      out.flush();
    } else if (!answer.text().isEmpty()) {
      print(out, answer.text());
    }
  }

  public static String json(Object document) {
    return JSON.writeValueAsString(document);
  }

  public void failure(CommandFailure failure) {
    if (json) {
      Document document = new Document().with("error", failure.getMessage());
      if (!failure.details().isEmpty()) {
        document.with("problems", failure.details());
      }
      print(out, JSON.writeValueAsString(document));
    } else {
      print(err, "offprint: " + failure.getMessage());
      failure.details().forEach(problem -> print(err, "  " + problem));
    }
  }

  private static void print(PrintWriter writer, String text) {
    writer.println(printable(text.stripTrailing()));
    writer.flush();
  }

  private static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("");
  }

  /** Leaves out what a terminal would obey, each of which is one character. */
  private static final class PrintableWriter extends FilterWriter {
    PrintableWriter(Writer out) {
      super(out);
    }

    @Override
    public void write(int character) throws IOException {
      out.write(printable(String.valueOf((char) character)));
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      out.write(printable(new String(characters, from, length)));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      out.write(printable(text.substring(from, from + length)));
    }
  }
}
