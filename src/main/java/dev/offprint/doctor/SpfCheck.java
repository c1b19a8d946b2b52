package dev.offprint.doctor;

import dev.offprint.doctor.dns.Answer;
import dev.offprint.doctor.dns.Dns;
import dev.offprint.doctor.dns.Spf;
import dev.offprint.doctor.dns.SpfWalk;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the domain of the envelope's sender has an SPF record (RFC 7208) that receivers can
 * follow, and whether it permits the relay, as far as that can be known from here: a relay may send
 * from other addresses than it takes mail at.
 */
public record SpfCheck(String domain, String relay, Dns dns, Supplier<Readers> readers)
    implements Check {
  @Override
  public String name() {
    return "SPF";
  }

  @Override
  public Finding look() {
    if (!domain.contains(".")) {
      return new Finding.Fault(
          domain + " is no domain of the Internet", "set mail.from to an address of yours");
    }
    Answer<InetAddress> found = dns.addresses(relay);
    List<InetAddress> addresses =
        found.orNone().stream().filter(address -> !Places.isPrivate(address)).toList();
    Spf first = SpfWalk.of(dns, domain, addresses.isEmpty() ? null : addresses.getFirst());
    if (first.unanswered() != null) {
      return Finding.unasked("the SPF record of " + domain, first.unanswered());
    }
    if (first.result() == Spf.Result.NONE && first.problem() == null) {
      return Finding.matters(
          readers.get().areBulk(),
          domain + " has no SPF record",
          "add the TXT record that your relay's provider names, such as \"v=spf1 "
              + (addresses.isEmpty() ? "ip4:ADDRESS" : mechanism(addresses.getFirst()))
              + " ~all\"");
    }
    if (first.problem() != null) {
      return new Finding.Fault(
          "the SPF record of " + domain + " fails for everybody: " + first.problem(),
          "mend the TXT record; replace an include by the networks that it stands for, or drop what"
              + " no longer sends");
    }
    return judge(first, addresses);
  }

  private Finding judge(Spf first, List<InetAddress> addresses) {
    String what =
        String.format(
            Locale.ROOT, "%s has a record with %d of 10 look-ups", domain, first.lookups());
    if (addresses.isEmpty()) {
      return new Finding.Good(
          what
              + "; which address "
              + relay
              + " sends from cannot be known here, so see that the record names it");
    }
    InetAddress refused = refused(addresses);
    if (refused == null) {
      return new Finding.Good(what + "; it permits " + relay);
    }
    Spf.Result result = SpfWalk.of(dns, domain, refused).result();
    if (result == Spf.Result.UNKNOWN) {
      return new Finding.Good(
          what + "; whether it permits " + relay + ", receivers alone can tell");
    }
    return new Finding.Warning(
        String.format(
            Locale.ROOT,
            "%s; it does not permit %s, where %s takes mail (%s)",
            what,
            refused.getHostAddress(),
            relay,
            result.name().toLowerCase(Locale.ROOT)),
        "if the relay sends from there, add "
            + mechanism(refused)
            + "; if it sends from other addresses, see that a mail's Authentication-Results say"
            + " spf=pass");
  }

  private @Nullable InetAddress refused(List<InetAddress> addresses) {
    return addresses.stream()
        .filter(address -> SpfWalk.of(dns, domain, address).result() != Spf.Result.PASS)
        .findFirst()
        .orElse(null);
  }

  private static String mechanism(InetAddress address) {
    return (address.getAddress().length == 4 ? "ip4:" : "ip6:") + address.getHostAddress();
  }
}
