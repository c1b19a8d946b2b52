package dev.offprint.doctor.dns;

import dev.offprint.doctor.dns.Answer.Found;
import dev.offprint.doctor.dns.Answer.Nothing;
import dev.offprint.doctor.dns.Answer.Unanswered;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks DNS, each question once; safe for use by many threads. */
public final class Dns {
  private static final Duration EACH = Duration.ofSeconds(2);
  private static final int TRIES = 2;

  private final Resolver resolver;
  private final Map<String, Answer<Record>> known = new ConcurrentHashMap<>();

  private Dns(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Asks the servers that this machine is configured for, or those that the system property {@code
   * dns.server} names, with commas between them.
   */
  public static Dns ofSystem() {
    ExtendedResolver servers = new ExtendedResolver();
    servers.setTimeout(EACH.multipliedBy(TRIES));
    for (Resolver server : servers.getResolvers()) {
      server.setTimeout(EACH);
    }
    servers.setRetries(TRIES);
    return new Dns(servers);
  }

  /** Asks one server. */
  public static Dns at(InetSocketAddress server) {
    SimpleResolver resolver = new SimpleResolver(server);
    resolver.setTimeout(EACH);
    return new Dns(resolver);
  }

  /** The texts of a name; the strings of each are joined (RFC 7208, section 3.3). */
  public Answer<String> texts(String name) {
    return map(
        ask(name, Type.TXT),
        record ->
            ((TXTRecord) record)
                .getStringsAsByteArrays().stream()
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .collect(Collectors.joining()));
  }

  /** The IPv4 and IPv6 addresses of a name. */
  public Answer<InetAddress> addresses(String name) {
    Answer<InetAddress> four = map(ask(name, Type.A), record -> ((ARecord) record).getAddress());
    Answer<InetAddress> six =
        map(ask(name, Type.AAAA), record -> ((AAAARecord) record).getAddress());
    List<InetAddress> all = Stream.concat(four.orNone().stream(), six.orNone().stream()).toList();
    if (!all.isEmpty()) {
      return new Found<>(all);
    }
    return four instanceof Unanswered<InetAddress> ? four : six;
  }

  /** The names of the hosts that take mail for a name. */
  public Answer<String> mailHosts(String name) {
    return map(ask(name, Type.MX), record -> plain(((MXRecord) record).getTarget()));
  }

  /** The names of an address. */
  public Answer<String> names(InetAddress address) {
    return map(
        ask(ReverseMap.fromAddress(address), Type.PTR),
        record -> plain(((PTRRecord) record).getTarget()));
  }

  private static String plain(Name name) {
    return name.toString(true);
  }

  private Answer<Record> ask(String name, int type) {
    try {
      return ask(Name.fromString(IDN.toASCII(name), Name.root), type);
    } catch (TextParseException | IllegalArgumentException e) {
      return new Nothing<>(); // No name that DNS can hold.
    }
  }

  private Answer<Record> ask(Name name, int type) {
    return known.computeIfAbsent(type + " " + name, key -> lookUp(name, type));
  }

  private Answer<Record> lookUp(Name name, int type) {
    Lookup lookup = new Lookup(name, type);
    lookup.setResolver(resolver);
    lookup.setCache(null);
    Record[] found = lookup.run();
    return switch (lookup.getResult()) {
      case Lookup.SUCCESSFUL -> new Found<>(List.of(found));
      case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> new Nothing<>();
      default -> new Unanswered<>(String.valueOf(lookup.getErrorString()));
    };
  }

  private static <T> Answer<T> map(Answer<Record> answer, Function<Record, T> content) {
    return switch (answer) {
      case Found<Record>(List<Record> records) -> {
        List<T> contents = new ArrayList<>();
        records.forEach(record -> contents.add(content.apply(record)));
        yield new Found<>(contents);
      }
      case Nothing<Record> nothing -> new Nothing<>();
      case Unanswered<Record>(String why) -> new Unanswered<>(why);
    };
  }
}
