package dev.offprint.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.app.Installation.Printed;
import dev.offprint.demo.ReceivedMail;
import dev.offprint.groups.Group;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Groups and many readers, as the operator looks after them, and what their readers are mailed. */
class ReadersOfGroupsTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String PAPERS = "src/main/resources/dev/offprint/demo/sample-day.jsonl";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;
  private Installation offprint;

  @BeforeEach
  void open() {
    offprint = new Installation(folder, MONDAY_NOON);
    run("papers", "import", PAPERS, "--date", "today");
  }

  @AfterEach
  void close() {
    offprint.close();
  }

  private String run(String... arguments) {
    return offprint.run(arguments).done().out();
  }

  private JsonNode json(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--json";
    return JSON.readTree(run(all));
  }

  private List<String> listed(String... filters) {
    String[] all = new String[filters.length + 2];
    all[0] = "subscribers";
    all[1] = "list";
    System.arraycopy(filters, 0, all, 2, filters.length);
    return json(all).valueStream().map(each -> each.get("address").stringValue()).toList();
  }

  @Test
  void aNameOfBeforeIsShownChangedAndRemovedThoughNoGroupIsCalledSoAnyMore() {
    Printed refused = offprint.run("groups", "add", "Lab\u200b", "--trending");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("cannot be seen");
    try (Wiring wiring = offprint.wiring()) {
      Preferences preferences =
          new Preferences(
              Preferences.Content.TRENDING,
              List.of(),
              10,
              Timing.usual(wiring.zone()),
              Preferences.Format.HTML);
      Group old = new Group(0, "lab", "Lab\u200b", Group.Access.CLOSED, false, preferences);
      assertThat(wiring.groups().add(old, MONDAY_NOON)).isPresent();
    }
    assertThat(run("groups", "show", "Lab\u200b")).startsWith("Lab\u200b");
    assertThat(run("groups", "set", "Lab\u200b", "--max", "3")).contains("Lab\u200b");
    assertThat(offprint.run("groups", "set", "lab", "--name", "a\u200bb").exit()).isEqualTo(2);
    assertThat(run("groups", "set", "lab", "--name", "Etc. & Co")).startsWith("Etc. & Co");
    assertThat(run("groups", "remove", "Etc. & Co", "--yes")).contains("is deleted");
  }

  @Test
  void aMembersMailSaysWhichInterestOfWhichGroupBroughtAPaper() {
    run("groups", "add", "Vision Lab", "--interest", "attention", "--at", "06:30", "--max", "3");
    run("subscribers", "add", "ada@example.org", "--group", "vision lab");
    run("subscribers", "add", "eve@example.org", "--interest", "residual learning");
    assertThat(run("subscribers", "show", "ada@example.org"))
        .contains("Groups      Vision Lab", "at 06:30", "3 papers a mail", "what its groups bring");
    run("run");
    ReceivedMail mail = offprint.receivedBy("ada@example.org").getFirst();
    assertThat(mail.text())
        .contains(
            "attention, an interest of Vision Lab",
            "You get this because ada@example.org is in Vision Lab.");
    assertThat(offprint.receivedBy("eve@example.org").getFirst().text())
        .doesNotContain("Vision Lab");
    assertThat(run("deliveries", "explain", "ada@example.org"))
        .contains(
            "The interests of Vision Lab count as well: attention.",
            "interest \"attention\" of Vision Lab");
    assertThat(json("subscribers", "list").get(0).get("groups").get(0).stringValue())
        .isEqualTo("Vision Lab");
  }

  @Test
  void anEditionForAllIsTheSameForAll() {
    run("groups", "add", "Course", "--same-for-all", "--trending", "--interest", "attention");
    run("subscribers", "add", "ada@example.org", "--interest", "residual learning");
    run("subscribers", "add", "eve@example.org", "--trending", "--max", "1");
    for (String name : List.of("ada@example.org", "eve@example.org")) {
      run("subscribers", "set", name, "--add-group", "Course");
    }
    run("run");
    List<String> papers = papers("ada@example.org");
    assertThat(papers).hasSizeGreaterThan(3).isEqualTo(papers("eve@example.org"));
    assertThat(run("deliveries", "explain", "ada@example.org"))
        .contains("chosen for the group Course, the same for all its members");
    run("groups", "add", "Other", "--same-for-all");
    Printed second = offprint.run("subscribers", "set", "ada@example.org", "--add-group", "Other");
    assertThat(second.exit()).isEqualTo(1);
    assertThat(second.err()).contains("Course and Other");
    run(
        "subscribers",
        "set",
        "ada@example.org",
        "--add-group",
        "Other",
        "--remove-group",
        "Course");
    assertThat(listed("--group", "Other")).containsExactly("ada@example.org");
    run("groups", "set", "Course", "--no-same-for-all");
    run("subscribers", "set", "ada@example.org", "--add-group", "Course");
    Printed third = offprint.run("groups", "set", "Course", "--same-for-all");
    assertThat(third.exit()).isEqualTo(1);
    assertThat(third.err()).contains("1 member is in another group");
  }

  private List<String> papers(String address) {
    return json("deliveries", "explain", address)
        .get("papers")
        .valueStream()
        .map(paper -> paper.get("id").stringValue())
        .toList();
  }

  @Test
  void membersFollowNewDefaultsUnlessTheyChoseOthers() {
    run("groups", "add", "Lab", "--interest", "attention", "--at", "06:30");
    run("subscribers", "add", "ada@example.org", "--group", "Lab");
    run("subscribers", "add", "eve@example.org", "--group", "Lab", "--at", "09:00");
    assertThat(run("groups", "set", "Lab", "--at", "08:00", "--add-interest", "residual learning"))
        .contains("1 member had the earlier preferences and has the new ones.");
    assertThat(run("subscribers", "show", "ada@example.org")).contains("at 08:00");
    assertThat(run("subscribers", "show", "eve@example.org")).contains("at 09:00");
    assertThat(run("groups", "list")).contains("Lab", "closed").containsPattern("Lab +2 +closed");
  }

  @Test
  void removingAGroupSaysWhatIsLostAndKeepsItsMembers() {
    run("groups", "add", "Lab", "--interest", "attention", "--interest", "residual learning");
    run("subscribers", "add", "ada@example.org", "--group", "Lab");
    run("subscribers", "add", "eve@example.org", "--trending", "--group", "Lab");
    assertThat(run("groups", "remove", "Lab", "--yes"))
        .contains(
            "2 members lose its 2 interests",
            "1 of them wants nothing else, and gets no mail until that changes.");
    assertThat(listed()).containsExactly("ada@example.org", "eve@example.org");
    run("run");
    assertThat(offprint.receivedBy("ada@example.org")).isEmpty();
    assertThat(offprint.receivedBy("eve@example.org")).hasSize(1);
    assertThat(run("deliveries", "explain", "ada@example.org"))
        .containsPattern("you have no interests and want no\\s+trending papers");
  }

  @Test
  void theOptionsThatSayWhichSubscribersAreMeantCombine() {
    run("groups", "add", "Lab", "--interest", "attention");
    run("subscribers", "add", "ada@lab.example", "--interest", "graph networks", "--trending");
    run("subscribers", "add", "bob@cs.lab.example", "--group", "Lab");
    run("subscribers", "add", "eve@example.org", "--interest", "Graph drawing");
    run("subscribers", "pause", "eve@example.org");
    assertThat(listed("--domain", "lab.example"))
        .containsExactly("ada@lab.example", "bob@cs.lab.example");
    assertThat(listed("--domain", "b.example")).isEmpty();
    assertThat(listed("--interest", "graph")).containsExactly("ada@lab.example", "eve@example.org");
    assertThat(
            listed("--interest", "graph", "--status", "paused,active", "--domain", "example.org"))
        .containsExactly("eve@example.org");
    assertThat(listed("--group", "Lab")).containsExactly("bob@cs.lab.example");
    assertThat(listed("--status", "pending")).isEmpty();
    assertThat(offprint.run("subscribers", "list", "--status", "asleep").exit()).isEqualTo(2);
    assertThat(offprint.run("subscribers", "list", "--group", "Nobody").err())
        .contains("there is no group 'Nobody'", "Lab");
    run("run", "--group", "Lab");
    assertThat(listed("--not-mailed-since", "today", "--status", "active"))
        .containsExactly("ada@lab.example");
    assertThat(json("deliveries", "list", "--group", "Lab", "--date", "today")).hasSize(1);
    offprint.clock.tick(Duration.ofDays(1));
    assertThat(listed("--not-mailed-since", "yesterday", "--status", "active"))
        .containsExactly("ada@lab.example");
    assertThat(listed("--not-mailed-since", "today")).hasSize(3);
  }

  @Test
  void manyAreChangedOnceItIsSaidHowManyTheyAre() {
    run("groups", "add", "Lab", "--interest", "attention");
    for (String name : List.of("ada", "bob", "eve")) {
      run("subscribers", "add", name + "@lab.example", "--max", "3");
    }
    run("subscribers", "add", "zoe@example.org", "--max", "3");
    Printed asked = offprint.run("subscribers", "set", "--domain", "lab.example", "--max", "7");
    assertThat(asked.exit()).isEqualTo(2);
    assertThat(asked.err()).contains("3 subscribers match; nothing was changed", "--yes");
    assertThat(maximums()).containsExactly(3, 3, 3, 3);
    JsonNode changed = json("subscribers", "set", "--domain", "lab.example", "--max", "7", "--yes");
    assertThat(changed.get("matched").intValue()).isEqualTo(3);
    assertThat(changed.get("changed").intValue()).isEqualTo(3);
    assertThat(maximums()).containsExactly(7, 7, 7, 3);
    run("subscribers", "set", "--domain", "lab.example", "--add-group", "Lab", "--yes");
    assertThat(listed("--group", "Lab")).hasSize(3);
    assertThat(run("subscribers", "pause", "--group", "Lab", "--until", "2026-04-01", "--yes"))
        .contains("3 subscribers matched: 3 changed, 0 as before, 0 refused.");
    assertThat(run("subscribers", "resume", "--status", "paused", "--yes")).contains("3 changed");
    run("subscribers", "remove", "--interest", "nothing", "--yes");
    run("subscribers", "remove", "eve@lab.example");
    Printed partly = offprint.run("subscribers", "set", "--group", "Lab", "--max", "9", "--yes");
    assertThat(partly.exit()).isEqualTo(1);
    assertThat(partly.out()).contains("2 changed, 0 as before, 1 refused");
    assertThat(partly.err()).contains("eve@lab.example: it is unsubscribed");
    assertThat(run("subscribers", "set", "--domain", "nowhere.example", "--max", "1", "--yes"))
        .contains("No subscriber matches.");
  }

  private List<Integer> maximums() {
    return json("subscribers", "list")
        .valueStream()
        .map(each -> each.get("maximum").intValue())
        .toList();
  }

  @Test
  void oneOrManyAreMeantAndNeverBothOrNobody() {
    run("subscribers", "add", "ada@example.org");
    for (String command : List.of("pause", "resume", "remove")) {
      assertThat(offprint.run("subscribers", command).exit()).as(command).isEqualTo(2);
      assertThat(offprint.run("subscribers", command, "--yes").exit()).as(command).isEqualTo(2);
      assertThat(
              offprint.run("subscribers", command, "ada@example.org", "--status", "active").exit())
          .as(command)
          .isEqualTo(2);
    }
    assertThat(offprint.run("subscribers", "set", "--max", "1").exit()).isEqualTo(2);
    assertThat(listed("--status", "active")).containsExactly("ada@example.org");
  }

  @Test
  void allSendingIsPausedAndResumedWhileTheDaemonRuns() {
    run("subscribers", "add", "ada@example.org", "--at", "07:00", "--zone", "UTC");
    assertThat(run("status")).doesNotContain("paused since");
    try (Serving serving = offprint.serve()) {
      assertThat(run("pause")).contains("Sending is paused since");
      assertThat(run("pause")).contains("It was so already");
      assertThat(run("status")).contains("Sending     paused since Mon 2026-03-02 12:00");
      assertThat(json("status").get("paused_since").stringValue())
          .isEqualTo("2026-03-02T12:00:00Z");
      Printed refused = offprint.run("run");
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err()).contains("nothing goes out until 'offprint resume'");
      assertThat(json("deliveries", "list")).isEmpty();
      run("run", "--dry-run");
      assertThat(run("deliveries", "explain", "ada@example.org")).contains("Sending is paused");
      serving.planDue();
      assertThat(run("resume")).contains("Mails go out again; none did since");
      assertThat(run("resume")).contains("Sending was not paused.");
    }
    run("run");
    assertThat(offprint.receivedBy("ada@example.org")).hasSize(1);
  }
}
