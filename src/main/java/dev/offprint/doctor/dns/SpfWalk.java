package dev.offprint.doctor.dns;

import dev.offprint.config.IpNetwork;
import dev.offprint.doctor.dns.Answer.Found;
import dev.offprint.doctor.dns.Answer.Nothing;
import dev.offprint.doctor.dns.Answer.Unanswered;
import dev.offprint.doctor.dns.Spf.Result;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows an SPF record as a receiver does (RFC 7208, section 4), but to its end although an
 * earlier term may decide: for another address the later ones count.
 */
public final class SpfWalk {
  /** Where a record that includes itself is left. */
  private static final int FAR_TOO_MANY = 40;

  private final Dns dns;
  private final @Nullable InetAddress sender;
  private int lookups;
  private int voids;
  private @Nullable String problem;
  private @Nullable String unanswered;

  private SpfWalk(Dns dns, @Nullable InetAddress sender) {
    this.dns = dns;
    this.sender = sender;
  }

  /**
   * What the record of a domain says.
   *
   * @param sender the address that sends; null when it is not known
   */
  public static Spf of(Dns dns, String domain, @Nullable InetAddress sender) {
    SpfWalk walk = new SpfWalk(dns, sender);
    Result result = walk.follow(domain);
    if (walk.problem == null && walk.lookups > Spf.MOST_LOOKUPS) {
      walk.problem = "it takes more than " + Spf.MOST_LOOKUPS + " look-ups";
    }
    if (walk.problem == null && walk.voids > Spf.MOST_VOID_LOOKUPS) {
      walk.problem = walk.voids + " of its look-ups find nothing, and 2 may";
    }
    return new Spf(result, walk.lookups, walk.problem, walk.unanswered);
  }

  private Result follow(String domain) {
    List<String> records =
        records(dns.texts(domain)).stream()
            .filter(text -> text.toLowerCase(Locale.ROOT).matches("v=spf1( .*)?"))
            .toList();
    if (records.size() > 1) {
      wrong(domain + " has " + records.size() + " SPF records, and one may be");
    }
    return records.isEmpty() ? Result.NONE : terms(domain, records.getFirst().split("\\s+", -1));
  }

  private Result terms(String domain, String[] terms) {
    Result decided = null;
    boolean hasAll = false;
    String redirect = null;
    for (int i = 1; i < terms.length && lookups <= FAR_TOO_MANY; i++) {
      SpfTerm term = SpfTerm.of(terms[i]);
      if (terms[i].isEmpty()) {
        continue;
      }
      if (term.isModifier()) {
        redirect = term.name().equals("redirect") ? term.value() : redirect;
        continue;
      }
      hasAll |= term.name().equals("all");
      Optional<Boolean> matches = matches(term, domain);
      if (decided == null && matches.isEmpty()) {
        decided = Result.UNKNOWN;
      } else if (decided == null && matches.get()) {
        decided = term.result();
      }
    }
    if (redirect != null && !hasAll && lookups <= FAR_TOO_MANY) {
      lookups++;
      Result elsewhere = redirect.contains("%") ? Result.UNKNOWN : follow(redirect);
      if (elsewhere == Result.NONE) {
        wrong("it redirects to " + redirect + ", which has no SPF record");
      }
      return decided == null ? elsewhere : decided;
    }
    return decided == null ? Result.NEUTRAL : decided;
  }

  /** Whether a term is about the sender; empty when a receiver alone can tell. */
  private Optional<Boolean> matches(SpfTerm term, String domain) {
    String target = term.target(domain);
    return switch (term.name()) {
      case "all" -> Optional.of(true);
      case "ip4", "ip6" -> literal(term);
      case "include" -> {
        lookups++;
        yield target.contains("%") ? Optional.empty() : included(target);
      }
      case "a" -> {
        lookups++;
        yield target.contains("%") ? Optional.empty() : around(target, term, true);
      }
      case "mx" -> {
        lookups++;
        yield target.contains("%") ? Optional.empty() : mailHosts(target, term);
      }
      case "exists" -> {
        lookups++;
        yield target.contains("%")
            ? Optional.empty()
            : Optional.of(!records(counted(dns.addresses(target))).isEmpty());
      }
      case "ptr" -> {
        lookups++;
        yield Optional.empty();
      }
      default -> {
        wrong("it holds " + term.text() + ", which is no term of SPF");
        yield Optional.of(false);
      }
    };
  }

  private Optional<Boolean> included(String target) {
    return switch (follow(target)) {
      case PASS -> Optional.of(true);
      case UNKNOWN -> Optional.empty();
      case NONE -> {
        wrong("it includes " + target + ", which has no SPF record");
        yield Optional.of(false);
      }
      case FAIL, SOFTFAIL, NEUTRAL -> Optional.of(false);
    };
  }

  private Optional<Boolean> literal(SpfTerm term) {
    try {
      IpNetwork network = IpNetwork.of(term.value());
      return Optional.of(sender != null && network.contains(sender));
    } catch (IllegalArgumentException e) {
      wrong("it holds " + term.text() + ", which is no address or network");
      return Optional.of(false);
    }
  }

  private Optional<Boolean> around(String host, SpfTerm term, boolean counts) {
    Answer<InetAddress> answer = dns.addresses(host);
    for (InetAddress address : records(counts ? counted(answer) : answer)) {
      if (sender != null
          && IpNetwork.around(address, term.bitsOfIpv4(), term.bitsOfIpv6()).contains(sender)) {
        return Optional.of(true);
      }
    }
    return Optional.of(false);
  }

  private Optional<Boolean> mailHosts(String domain, SpfTerm term) {
    List<String> hosts = records(counted(dns.mailHosts(domain)));
    if (hosts.size() > Spf.MOST_LOOKUPS) {
      wrong(domain + " has more than " + Spf.MOST_LOOKUPS + " mail hosts");
    }
    return Optional.of(
        hosts.stream()
            .limit(Spf.MOST_LOOKUPS)
            .anyMatch(host -> around(host, term, false).orElse(false)));
  }

  private <T> Answer<T> counted(Answer<T> answer) {
    voids += answer instanceof Nothing<T> ? 1 : 0;
    return answer;
  }

  private <T> List<T> records(Answer<T> answer) {
    return switch (answer) {
      case Found<T>(List<T> records) -> records;
      case Nothing<T> nothing -> List.of();
      case Unanswered<T>(String why) -> {
        unanswered = why;
        yield List.of();
      }
    };
  }

  private void wrong(String what) {
    problem = problem == null ? what : problem;
  }
}
