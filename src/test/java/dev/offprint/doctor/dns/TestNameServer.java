package dev.offprint.doctor.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/** A name server on this machine that knows what a test tells it, over UDP. */
public final class TestNameServer implements AutoCloseable {
  private static final int TTL = 60;

  private final DatagramSocket socket;
  private final List<Record> records = new CopyOnWriteArrayList<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  public TestNameServer() {
    try {
      socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  /** What asks it. */
  public Dns dns() {
    return Dns.at((InetSocketAddress) socket.getLocalSocketAddress());
  }

  public TestNameServer text(String name, String text) {
    List<String> strings = new ArrayList<>();
    for (int at = 0; at < text.length(); at += 200) {
      strings.add(text.substring(at, Math.min(text.length(), at + 200)));
    }
    records.add(new TXTRecord(name(name), DClass.IN, TTL, strings));
    return this;
  }

  public TestNameServer address(String name, String address) {
    InetAddress literal = InetAddress.ofLiteral(address);
    records.add(
        literal.getAddress().length == 4
            ? new ARecord(name(name), DClass.IN, TTL, literal)
            : new AAAARecord(name(name), DClass.IN, TTL, literal));
    return this;
  }

  TestNameServer mailHost(String name, String host) {
    records.add(new MXRecord(name(name), DClass.IN, TTL, 10, name(host)));
    return this;
  }

  public TestNameServer reverse(String address, String host) {
    records.add(
        new PTRRecord(
            ReverseMap.fromAddress(InetAddress.ofLiteral(address)), DClass.IN, TTL, name(host)));
    return this;
  }

  /** Answers that it failed, for this name. */
  public TestNameServer failing(String name) {
    failing.add(name(name).toString());
    return this;
  }

  /** Forgets what it knows of a name. */
  public TestNameServer without(String name) {
    records.removeIf(record -> record.getName().equals(name(name)));
    return this;
  }

  private static Name name(String text) {
    try {
      return Name.fromString(text, Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void serve() {
    byte[] buffer = new byte[4096];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        byte[] answer =
            answer(new Message(Arrays.copyOf(buffer, packet.getLength()))).toWire(65_000);
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException e) {
        // Closed, or nothing that is a question.
      }
    }
  }

  private Message answer(Message question) {
    Message answer = new Message(question.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    Record asked = question.getQuestion();
    answer.addRecord(asked, Section.QUESTION);
    if (failing.contains(asked.getName().toString())) {
      answer.getHeader().setRcode(Rcode.SERVFAIL);
      return answer;
    }
    boolean isKnown = false;
    for (Record record : records) {
      if (record.getName().equals(asked.getName())) {
        isKnown = true;
        if (record.getType() == asked.getType()) {
          answer.addRecord(record, Section.ANSWER);
        }
      }
    }
    if (!isKnown) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    }
    return answer;
  }

  @Override
  public void close() {
    socket.close();
  }
}
