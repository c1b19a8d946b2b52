package dev.offprint.doctor;

import dev.offprint.config.MailConfiguration;
import dev.offprint.doctor.dns.Answer;
import dev.offprint.doctor.dns.Dns;
import dev.offprint.doctor.dns.Tags;
import dev.offprint.smtp.dkim.DkimKey;
import dev.offprint.smtp.dkim.DkimRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether DNS holds the public half of each key that signs (RFC 6376, section 3.6.1). */
public record DkimCheck(MailConfiguration mail, Dns dns) implements Check {
  @Override
  public String name() {
    return "DKIM";
  }

  @Override
  public Finding look() {
    List<DkimKey> keys = DkimKey.configured(mail.dkim());
    if (keys.isEmpty()) {
      return new Finding.Warning(
          "Offprint signs nothing; whether the relay does cannot be known here",
          "if the relay does not sign for " + mail.signingDomain() + ": offprint dkim init");
    }
    List<String> good = new ArrayList<>();
    for (DkimKey key : keys) {
      DkimRecord wanted = DkimRecord.of(key, mail.signingDomain());
      Finding finding = look(key, wanted);
      if (!(finding instanceof Finding.Good)) {
        return finding;
      }
      good.add(finding.what());
    }
    return new Finding.Good(String.join("; ", good));
  }

  private Finding look(DkimKey key, DkimRecord wanted) {
    Answer<String> answer = dns.texts(wanted.name());
    if (answer instanceof Answer.Unanswered<String>(String why)) {
      return Finding.unasked("the record " + wanted.name(), why);
    }
    List<String> records = answer.orNone();
    if (records.isEmpty()) {
      return fault("there is no record " + wanted.name());
    }
    if (records.size() > 1) {
      return fault(wanted.name() + " has " + records.size() + " TXT records, and one may be");
    }
    Tags tags = Tags.of(records.getFirst());
    String wrong = wrong(tags, Tags.of(wanted.value()), key);
    if (wrong != null) {
      return fault("the record " + wanted.name() + " " + wrong);
    }
    return tags.get("t", "").matches("(.*:)?\\s*y\\s*(:.*)?")
        ? new Finding.Warning(
            "the record " + wanted.name() + " says t=y: receivers take the key for a trial",
            "take t=y out of it")
        : new Finding.Good(
            String.format(
                Locale.ROOT, "%s holds the %s key", wanted.name(), key.algorithm().keyType()));
  }

  private static @Nullable String wrong(Tags tags, Tags wanted, DkimKey key) {
    String there = tags.get("p", "").replaceAll("\\s+", "");
    if (!tags.get("v", "DKIM1").equals("DKIM1")) {
      return "is no DKIM key";
    }
    if (!tags.get("k", "rsa").equalsIgnoreCase(key.algorithm().keyType())) {
      return "is of another kind than the key that signs (k=" + tags.get("k", "rsa") + ")";
    }
    if (there.isEmpty()) {
      return "is empty, by which the key is withdrawn";
    }
    return there.equals(wanted.get("p", "")) ? null : "holds another key than the one that signs";
  }

  private static Finding fault(String what) {
    return new Finding.Fault(
        what + ", so no signature is valid",
        "put into DNS what `offprint dkim show` prints, or configure the key that DNS has");
  }
}
