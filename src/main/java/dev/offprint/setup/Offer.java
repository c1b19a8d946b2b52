package dev.offprint.setup;

import dev.offprint.config.ConfigurationLoader.Effective;
import dev.offprint.config.Origin;
import dev.offprint.config.Security;
import dev.offprint.setup.Answers.Login;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is offered for each question: what is configured already.
 *
 * @param from null when it is not configured, as are the others
 */
record Offer(
    @Nullable String from,
    @Nullable String relay,
    Login login,
    @Nullable String baseUrl,
    PaperChoice papers) {
  static final Offer NOTHING = new Offer(null, null, Login.NONE, null, PaperChoice.USUAL);

  /**
   * What some settings say.
   *
   * @param passwordFile that is configured; null when none is
   */
  static Offer of(List<Effective> settings, @Nullable String passwordFile) {
    Map<String, String> given = new HashMap<>();
    settings.stream()
        .filter(setting -> setting.origin() instanceof Origin.InFile)
        .forEach(setting -> given.put(setting.setting().key(), setting.value()));
    return new Offer(
        given.get("mail.from"),
        relay(given),
        new Login(given.getOrDefault("smtp.username", ""), null, passwordFile),
        given.get("server.base_url"),
        papers(settings));
  }

  private static @Nullable String relay(Map<String, String> given) {
    String host = given.get("smtp.host");
    if (host == null) {
      return null;
    }
    Security security =
        Arrays.stream(Security.values())
            .filter(each -> each.toString().equals(given.getOrDefault("smtp.security", "starttls")))
            .findFirst()
            .orElse(Security.STARTTLS);
    return new RelayAddress(host, Integer.parseInt(given.getOrDefault("smtp.port", "0")), security)
        .toString();
  }

  private static PaperChoice papers(List<Effective> settings) {
    Map<String, String> all = new HashMap<>();
    settings.forEach(setting -> all.put(setting.setting().key(), setting.value()));
    List<String> sources = new ArrayList<>();
    for (String name : List.of("huggingface", "biorxiv", "medrxiv")) {
      if ("true".equals(all.get("sources." + name + ".enabled"))) {
        sources.add(name);
      }
    }
    List<String> categories =
        "true".equals(all.get("sources.arxiv.enabled"))
            ? List.of(all.getOrDefault("sources.arxiv.categories", "").split(", ", -1))
            : List.of();
    return new PaperChoice(sources, categories);
  }
}
