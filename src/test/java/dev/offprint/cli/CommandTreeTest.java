package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Reading only the commands that are named changes nothing that can be seen. */
class CommandTreeTest {
  private final CommandTree tree = new CommandTree();

  @Test
  void eachCommandIsFoundUnderItsOwnName() {
    for (Map.Entry<String, CommandLine> found :
        tree.all(new OffprintCommand()).getSubcommands().entrySet()) {
      Class<?> type = found.getValue().getCommandSpec().userObject().getClass();
      assertThat(type.getAnnotation(CommandLine.Command.class).name()).isEqualTo(found.getKey());
    }
  }

  @Test
  void aCommandThatIsNamedIsReadAlone() {
    assertThat(tree.named(new OffprintCommand(), List.of("subscribers", "list")).getSubcommands())
        .containsOnlyKeys("subscribers");
  }

  @Test
  void helpAndArgumentsWithoutACommandNeedAll() {
    assertThat(tree.mayDoWithNamed(List.of("--help", "papers"))).isFalse();
    assertThat(tree.mayDoWithNamed(List.of("papres"))).isFalse();
    assertThat(tree.mayDoWithNamed(List.of("--json", "papers"))).isTrue();
  }

  @Test
  void aMistakeBesideANameIsToldByWhoKnowsAllCommands() {
    Session session = new Session();
    assertThat(session.run("paprs", "run")).isEqualTo(2);
    assertThat(session.err).contains("did you mean 'papers'?");
    assertThat(session.run("--dat", "there", "papers", "trending")).isEqualTo(2);
    assertThat(session.err).contains("did you mean '--data'?");
  }

  @Test
  void theVersionIsToldWithoutReadingAnyCommand() {
    Session session = new Session();
    assertThat(session.run("-V")).isZero();
    assertThat(session.out).startsWith("offprint ").contains(", Java ");
  }
}
