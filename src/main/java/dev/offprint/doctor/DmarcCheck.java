package dev.offprint.doctor;

import dev.offprint.config.MailConfiguration;
import dev.offprint.doctor.dns.Dmarc;
import dev.offprint.doctor.dns.Dns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the domain of the From has a DMARC record (RFC 9989), and SPF or DKIM vouch for a domain
 * that counts for it.
 *
 * @param envelope the domain that SPF vouches for
 */
public record DmarcCheck(
    MailConfiguration mail, String envelope, Dns dns, Supplier<Readers> readers) implements Check {
  @Override
  public String name() {
    return "DMARC";
  }

  @Override
  public Finding look() {
    String from = Places.domain(mail.from());
    if (!from.contains(".")) {
      return new Finding.Fault(
          from + " is no domain of the Internet", "set mail.from to an address of yours");
    }
    Dmarc dmarc = Dmarc.of(dns, from);
    if (dmarc.unanswered() != null) {
      return Finding.unasked("the DMARC record of " + from, dmarc.unanswered());
    }
    if (!dmarc.several().isEmpty()) {
      return new Finding.Fault(
          "_dmarc."
              + dmarc.several().getFirst()
              + " has several DMARC records, which count as none",
          "keep one of them");
    }
    Optional<String> place = dmarc.place();
    if (place.isEmpty()) {
      return Finding.matters(
          readers.get().areBulk(),
          from + " has no DMARC record, nor has a domain above it",
          "add a TXT record at _dmarc."
              + dmarc.organisation()
              + ", to begin with \"v=DMARC1; p=none; rua=mailto:you@"
              + dmarc.organisation()
              + "\"");
    }
    return aligned(dmarc, "_dmarc." + place.get() + " says p=" + dmarc.policy(), from);
  }

  private Finding aligned(Dmarc dmarc, String what, String from) {
    List<String> ways = new ArrayList<>();
    if (dmarc.isAligned(dns, "aspf", envelope)) {
      ways.add("SPF");
    }
    boolean signs = !mail.dkim().rsaKey().isEmpty() || !mail.dkim().ed25519Key().isEmpty();
    if (signs && dmarc.isAligned(dns, "adkim", mail.signingDomain())) {
      ways.add("DKIM");
    }
    if (!ways.isEmpty()) {
      return new Finding.Good(
          String.format(
              Locale.ROOT, "%s; %s counts for %s", what, String.join(" and ", ways), from));
    }
    return new Finding.Fault(
        String.format(
            Locale.ROOT,
            "%s; neither SPF (for %s) nor DKIM%s counts for %s",
            what,
            envelope,
            signs ? " (for " + mail.signingDomain() + ")" : "",
            from),
        "use addresses of one domain in mail.from, mail.return_address and mail.dkim.domain, or"
            + " take aspf=s and adkim=s out of the record");
  }
}
