package dev.gatewright.runtime.exchange;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proxies whose word about a client is believed. Immutable and thread-safe.
 *
 * <p>{@code Forwarded} (RFC 7239) and {@code X-Forwarded-For} with {@code X-Forwarded-Proto} are
 * read only where the peer of the connection is one of the proxies, from the right past further
 * trusted ones: whatever stands to the left of the first untrusted address is the client's own
 * invention. Where both are present they must agree on the address, and both must say HTTPS: a
 * proxy that writes one of them usually passes on the other as the client sent it. Where something
 * is malformed or disagrees, the last trusted address is the client's and the connection is not
 * HTTPS.
 */
public final class TrustedProxies {

  /** Longest line of {@code Forwarded} that is read, in characters; a longer one is malformed. */
  private static final int MAX_LINE_LENGTH = 4_096;

  private final List<Cidr> networks;
  private final int ipv6Prefix;

  private TrustedProxies(List<Cidr> networks, int ipv6Prefix) {
    this.networks = networks;
    this.ipv6Prefix = ipv6Prefix;
  }

  /** No proxy is trusted: the peer of a connection is the client. */
  public static TrustedProxies none() {
    return of(List.of());
  }

  /**
   * Trusts these networks, and groups IPv6 clients by /64.
   *
   * @param networks such as {@code 10.0.0.0/8}, {@code 2001:db8::/32} or {@code 192.0.2.7}
   * @throws IllegalArgumentException if one is malformed, naming it
   */
  public static TrustedProxies of(Collection<String> networks) {
    return of(networks, ClientAddress.DEFAULT_IPV6_PREFIX);
  }

  /**
   * Trusts these networks.
   *
   * @param networks such as {@code 10.0.0.0/8}, {@code 2001:db8::/32} or {@code 192.0.2.7}
   * @param ipv6Prefix bits of an IPv6 address that tell clients apart, 1 to 128
   * @throws IllegalArgumentException if a network is malformed or the prefix out of bounds
   */
  public static TrustedProxies of(Collection<String> networks, int ipv6Prefix) {
    return new TrustedProxies(
        networks.stream().map(Cidr::parse).toList(), ClientAddress.checkedPrefix(ipv6Prefix));
  }

  /**
   * The client of a request. Never throws for anything a client can send, and asks no name server.
   */
  public Client client(Exchange exchange) {
    InetAddress peer = exchange.peer();
    ClientAddress address = ClientAddress.of(peer, ipv6Prefix);
    if (!Cidr.contain(networks, address.bytes())) {
      return new Client(address, exchange.secure());
    }
    Hop direct = new Hop(address.bytes(), exchange.secure());
    Hop forwarded = forwarded(exchange.headers("Forwarded"), direct);
    Hop forwardedFor =
        XForwardedHeaders.client(
            exchange.headers("X-Forwarded-For"),
            exchange.headers("X-Forwarded-Proto"),
            direct,
            networks);
    Hop agreed = agreed(direct, forwarded, forwardedFor);
    return new Client(ClientAddress.ofBytes(agreed.address(), ipv6Prefix), agreed.https());
  }

  /**
   * The client that {@code Forwarded} (RFC 7239) names.
   *
   * @param direct the trusted peer
   * @return null where the header is absent
   */
  private @Nullable Hop forwarded(List<String> lines, Hop direct) {
    if (lines.isEmpty()) {
      return null;
    }
    Hop hop = direct;
    int hops = 0;
    for (int line = lines.size() - 1; line >= 0; line--) {
      String text = lines.get(line);
      List<ForwardedParser.Element> elements =
          text.length() > MAX_LINE_LENGTH ? null : ForwardedParser.parse(text);
      if (elements == null) {
        return hop.withoutHttps();
      }
      for (int i = elements.size() - 1; i >= 0; i--) {
        ForwardedParser.Element element = elements.get(i);
        byte[] address = element.node() == null ? null : Hop.parseNode(element.node());
        if (address == null || ++hops > Hop.MAX_HOPS) {
          // "unknown", a hidden name or junk: nobody trusted names a client further to the left.
          return hop.withoutHttps();
        }
        hop = new Hop(address, "https".equalsIgnoreCase(element.protocol()));
        if (!Cidr.contain(networks, address)) {
          return hop;
        }
      }
    }
    return hop;
  }

  private static Hop agreed(Hop direct, @Nullable Hop forwarded, @Nullable Hop forwardedFor) {
    if (forwarded == null) {
      return forwardedFor == null ? direct : forwardedFor;
    }
    if (forwardedFor == null) {
      return forwarded;
    }
    return forwarded.sameAddress(forwardedFor)
        ? new Hop(forwarded.address(), forwarded.https() && forwardedFor.https())
        : new Hop(direct.address(), false);
  }

  /** Whether the peer of a connection is one of these proxies. */
  public boolean include(InetAddress peer) {
    return Cidr.contain(networks, ClientAddress.of(peer).bytes());
  }
}
