package dev.offprint.doctor;

import dev.offprint.doctor.dns.Answer;
import dev.offprint.doctor.dns.Dns;
import java.net.InetAddress;
import java.util.List;

/**
 * Whether the address of the relay has a name that leads back to it, which receivers ask for. A
 * hint: the relay may send from other addresses.
 */
public record ReverseNameCheck(String relay, Dns dns) implements Check {
  @Override
  public String name() {
    return "reverse name";
  }

  @Override
  public Finding look() {
    Answer<InetAddress> found = dns.addresses(relay);
    if (found instanceof Answer.Unanswered<InetAddress>(String why)) {
      return Finding.unasked("the address of " + relay, why);
    }
    List<InetAddress> addresses =
        found.orNone().stream().filter(address -> !Places.isPrivate(address)).toList();
    if (addresses.isEmpty()) {
      return new Finding.Good(
          relay
              + " is not on the Internet under that name; see that the address which talks to the"
              + " world has a PTR record, and that its name leads back to it");
    }
    for (InetAddress address : addresses) {
      Answer<String> names = dns.names(address);
      if (names instanceof Answer.Unanswered<String>(String why)) {
        return Finding.unasked("the name of " + address.getHostAddress(), why);
      }
      if (names.orNone().stream()
          .noneMatch(name -> dns.addresses(name).orNone().contains(address))) {
        return new Finding.Warning(
            names.orNone().isEmpty()
                ? address.getHostAddress() + " (" + relay + ") has no name"
                : names.orNone().getFirst() + " does not lead back to " + address.getHostAddress(),
            "if the relay sends from there, have whoever gave you the address set its PTR record to"
                + " a name with that address");
      }
    }
    return new Finding.Good(
        relay + " has a name that leads back to it; what it sends from may be another address");
  }
}
