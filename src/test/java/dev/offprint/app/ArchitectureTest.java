package dev.offprint.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
          Map.entry("config", List.of()),
          Map.entry("db", List.of("config")),
          Map.entry("papers", List.of("db")),
          Map.entry("sources", List.of("papers")),
          Map.entry("subscribers", List.of("papers")),
          Map.entry("meaning", List.of("papers")),
          Map.entry("selection", List.of("papers", "subscribers", "meaning")),
          Map.entry("digests", List.of("selection")),
          Map.entry("outbox", List.of("digests")),
          Map.entry("smtp", List.of("outbox")),
          Map.entry("bounces", List.of("outbox")),
          Map.entry("metrics", List.of()),
          Map.entry("schedule", List.of("sources", "outbox", "smtp", "bounces")),
          Map.entry("web", List.of("schedule")),
          Map.entry("cli", List.of("web")),
          Map.entry("app", List.of("web", "cli", "metrics")));

  /** A library that only some packages may know, and those. */
  private static final Map<String, List<String>> KEPT_IN =
      Map.of(
          "ai.onnxruntime..", List.of("meaning"),
          "org.apache.lucene..", List.of("selection"),
          "org.quartz..", List.of("schedule"),
          "jakarta.mail..", List.of("smtp", "bounces"),
          "io.micrometer..", List.of("metrics"),
          "io.javalin..", List.of("web"));

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
                                Stream.concat(kept.getValue().stream(), Stream.of("app"))
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
        .haveNameNotMatching("dev\\.offprint\\.\\w+\\.Jdbi.*")
        .and()
        .resideOutsideOfPackages("dev.offprint.db", "dev.offprint.app")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.jdbi\\..*|java\\.sql\\.(Prepared|Callable)?Statement")
        .check(PRODUCT);
  }

  @Test
  void onlyTheMailboxAndTheRelayAreConnectedTo() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.offprint.smtp", "dev.offprint.app")
        .and()
        .doNotHaveSimpleName("MailboxConnection")
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
            "dev\\.offprint\\.web\\.(WebServer|Exchange|SlowClients|MetricsServer)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
        .check(PRODUCT);
  }

  @Test
  void everyClassLivesInAPackageOfTheList() {
    classes()
        .should()
        .resideInAnyPackage(
            MAY_SEE.keySet().stream().map(name -> "dev.offprint." + name).toArray(String[]::new))
        .check(PRODUCT);
  }

  @Test
  void nobodyAsksTheMachineForTheTime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.offprint.app")
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

  private static Set<String> reach(String name) {
    Set<String> reached = new java.util.HashSet<>(Set.of(name));
    for (String next : MAY_SEE.getOrDefault(name, List.of())) {
      reached.addAll(reach(next));
    }
    return reached;
  }
}
