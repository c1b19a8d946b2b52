package dev.offprint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows of the architecture: each package sees only what its row allows. */
class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.offprint");

  /** What a package may see directly; what those may see comes with it. */
  private static final Map<String, List<String>> MAY_SEE =
      Map.ofEntries(
          Map.entry("text", List.of()),
          Map.entry("messages", List.of()),
          Map.entry("templates", List.of("messages")),
          Map.entry("config", List.of()),
          Map.entry("db", List.of("config")),
          Map.entry("papers", List.of("text", "db")),
          Map.entry("fetch", List.of("config")),
          Map.entry("access", List.of("fetch")),
          Map.entry("sources.dates", List.of()),
          Map.entry("sources", List.of("papers", "fetch", "sources.dates")),
          Map.entry("sources.arxiv", List.of("sources")),
          Map.entry("sources.files", List.of("sources.arxiv")),
          Map.entry("subscribers", List.of("papers", "messages")),
          Map.entry("search", List.of("papers")),
          Map.entry("interests", List.of("search", "subscribers")),
          Map.entry("meaning", List.of("papers")),
          Map.entry("groups", List.of("subscribers")),
          Map.entry("selection", List.of("interests", "meaning", "groups")),
          Map.entry("digests.sentences", List.of("search")),
          Map.entry("digests", List.of("selection", "digests.sentences", "templates")),
          Map.entry("ledger", List.of("digests")),
          Map.entry("documents", List.of("ledger")),
          Map.entry("planning", List.of("ledger", "metrics")),
          Map.entry("sending", List.of("ledger", "metrics")),
          Map.entry("smtp.dkim", List.of("config")),
          Map.entry("smtp", List.of("sending", "smtp.dkim", "access")),
          Map.entry("bounces", List.of("ledger", "access")),
          Map.entry("metrics", List.of()),
          Map.entry("schedule", List.of("sources", "planning", "sending", "bounces")),
          Map.entry("web.http", List.of("digests")),
          Map.entry("web.reader", List.of("web.http", "bounces")),
          Map.entry("web", List.of("web.reader", "documents")),
          Map.entry(
              "cli.console", List.of("sources", "planning", "sending", "bounces", "documents")),
          Map.entry("cli.papers", List.of("cli.console", "sources.files")),
          Map.entry("cli.roster", List.of("cli.console")),
          Map.entry("cli.subscribers", List.of("cli.roster")),
          Map.entry("cli.deliveries", List.of("cli.subscribers")),
          Map.entry("cli", List.of("cli.papers", "cli.deliveries", "smtp.dkim", "web")),
          Map.entry("doctor.dns", List.of("config")),
          Map.entry(
              "doctor",
              List.of("doctor.dns", "sources", "planning", "bounces", "smtp", "web.http")),
          Map.entry("alerts", List.of("doctor")),
          Map.entry("setup", List.of("cli", "smtp")),
          Map.entry("operator", List.of("cli", "metrics")),
          Map.entry("app", List.of("operator", "schedule", "smtp", "alerts")),
          Map.entry("bench", List.of("app")),
          Map.entry("demo", List.of("app")));

  /** A library that only some packages may know, and those. */
  private static final Map<String, List<String>> KEPT_IN =
      Map.of(
          "ai.onnxruntime..", List.of("meaning"),
          "org.apache.lucene..", List.of("search", "selection"),
          "org.quartz..", List.of("schedule"),
          "org.xbill..", List.of("doctor.dns"),
          "jakarta.mail..", List.of("smtp", "bounces", "demo"),
          "org.apache.james.mime4j..", List.of("bounces"),
          "io.micrometer..", List.of("metrics"),
          "io.javalin..", List.of("web", "web.http", "demo"));

  @TestFactory
  List<DynamicTest> eachPackageSeesOnlyWhatItMay() {
    return MAY_SEE.keySet().stream()
        .sorted()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage("dev.offprint." + name)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                MAY_SEE.keySet().stream()
                                    .filter(other -> !reach(name).contains(other))
                                    .map(other -> "dev.offprint." + other)
                                    .toArray(String[]::new))
                            .allowEmptyShould(true)
                            .check(PRODUCT)))
        .toList();
  }

  @TestFactory
  List<DynamicTest> eachLibraryStaysInItsPackage() {
    return KEPT_IN.entrySet().stream()
        .map(
            kept ->
                DynamicTest.dynamicTest(
                    kept.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackages(
                                Stream.concat(kept.getValue().stream(), Stream.of("app", "bench"))
                                    .map(name -> "dev.offprint." + name)
                                    .toArray(String[]::new))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(kept.getKey())
                            .check(PRODUCT)))
        .toList();
  }

  @Test
  void onlyStoresAndTheDatabaseItselfSeeSql() {
    noClasses()
        .that()
        .haveNameNotMatching("dev\\.offprint\\.[\\w.]+\\.Jdbi.*")
        .and()
        .resideOutsideOfPackages("dev.offprint.db", "dev.offprint.app", "dev.offprint.bench")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.jdbi\\..*|java\\.sql\\.(Prepared|Callable)?Statement")
        .check(PRODUCT);
  }

  @Test
  void onlyTheMailboxAndTheRelayAreConnectedTo() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.offprint.smtp", "dev.offprint.demo")
        .and()
        .haveNameNotMatching("dev\\.offprint\\.bounces\\.Mailbox(Connection|Login)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "jakarta\\.mail\\.(Store|Folder|Session|Transport)|org\\.eclipse\\.angus\\..*")
        .check(PRODUCT);
  }

  @Test
  void fewClassesSeeTheHttpServer() {
    noClasses()
        .that()
        .haveNameNotMatching(
            "dev\\.offprint\\.web\\.(http\\.)?(WebServer|Exchange|Port|RefusedRequests|SlowClients|OperatorServer)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
        .check(PRODUCT);
  }

  @Test
  void theTableOfPackagesInTheDocumentationIsThisOne() throws IOException {
    Pattern row = Pattern.compile("\\| `([\\w.]+)` \\| [^|]+ \\| ([\\w., ]+) \\|");
    Map<String, List<String>> table =
        Files.readAllLines(Path.of("docs/architecture.md")).stream()
            .map(row::matcher)
            .filter(Matcher::matches)
            .collect(
                Collectors.toMap(
                    found -> found.group(1),
                    found ->
                        found.group(2).equals("nothing")
                            ? List.of()
                            : List.of(found.group(2).split(", "))));
    assertThat(table).isEqualTo(MAY_SEE);
  }

  @Test
  void everyClassLivesInAPackageOfTheList() {
    classes()
        .should()
        .resideInAnyPackage(
            Stream.concat(
                    Stream.of("dev.offprint"),
                    MAY_SEE.keySet().stream().map(name -> "dev.offprint." + name))
                .toArray(String[]::new))
        .check(PRODUCT);
  }

  @Test
  void nobodyAsksTheMachineForTheTime() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.offprint.app", "dev.offprint.bench")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(PRODUCT);
  }

  /** A machine set to Arabic or Persian writes other digits, one set to Turkish another i. */
  @Test
  void nothingIsWrittenInTheLanguageOfTheMachine() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(java.io.PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(java.io.PrintWriter.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
        .orShould()
        .callMethod(DateTimeFormatterBuilder.class, "toFormatter")
        .check(PRODUCT);
  }

  private static Set<String> reach(String name) {
    Set<String> reached = new java.util.HashSet<>(Set.of(name));
    for (String next : MAY_SEE.getOrDefault(name, List.of())) {
      reached.addAll(reach(next));
    }
    return reached;
  }
}
