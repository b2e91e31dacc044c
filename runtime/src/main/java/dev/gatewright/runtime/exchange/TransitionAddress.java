package dev.gatewright.runtime.exchange;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * IPv6 addresses that stand for an IPv4 host on the other side of a tunnel or translator, and of
 * which one such host has very many, or very many hosts share a /64.
 *
 * <p>Whoever completed a TCP handshake from one of these received packets that a relay sends to the
 * IPv4 address inside, and to nowhere else: so nobody can use them to be counted as a stranger.
 * Private, loopback and multicast addresses inside are no such host, and are not taken out.
 */
enum TransitionAddress {

  /** 6to4 (RFC 3056): {@code 2002:}, the address, 80 bits of the host's own choice. */
  SIX_TO_FOUR(48, 0x20, 0x02) {
    @Override
    byte[] inside(byte[] address) {
      return Arrays.copyOfRange(address, 2, 6);
    }
  },

  /**
   * Teredo (RFC 4380): {@code 2001:0:}, server, flags, port, and the address with all bits flipped.
   */
  TEREDO(32, 0x20, 0x01, 0, 0) {
    @Override
    byte[] inside(byte[] address) {
      byte[] client = super.inside(address);
      for (int i = 0; i < client.length; i++) {
        client[i] = (byte) ~client[i];
      }
      return client;
    }
  },

  /** What a NAT64 or SIIT translator makes of an IPv4 address (RFC 6052): {@code 64:ff9b::/96}. */
  NAT64(96, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0),

  /**
   * The same within one network (RFC 8215): {@code 64:ff9b:1::/48}, of which a translator takes a
   * /96, or a /64 with zeros behind the address (RFC 6052, section 2.2). Shorter prefixes cannot be
   * told from these: what they stand for is taken for no host.
   */
  LOCAL_NAT64(48, 0, 0x64, 0xff, 0x9b, 0, 1) {
    @Override
    byte[] inside(byte[] address) {
      boolean isBehindZeros =
          address[8] == 0 && address[13] == 0 && address[14] == 0 && address[15] == 0;
      return isBehindZeros
          ? address[12] == 0 ? new byte[4] : Arrays.copyOfRange(address, 9, 13)
          : super.inside(address);
    }
  };

  private static final int IPV6_BYTES = 16;

  private final int networkBits;

  @SuppressWarnings("ImmutableEnumChecker") // never written
  private final int[] prefix;

  TransitionAddress(int networkBits, int... prefix) {
    this.networkBits = networkBits;
    this.prefix = prefix;
  }

  /** The kind of an address; null where it is none of these. */
  static @Nullable TransitionAddress of(byte[] address) {
    if (address.length == IPV6_BYTES) {
      for (TransitionAddress kind : values()) {
        if (kind.hasPrefix(address)) {
          return kind;
        }
      }
    }
    return null;
  }

  private boolean hasPrefix(byte[] address) {
    for (int i = 0; i < prefix.length; i++) {
      if ((address[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** The IPv4 address inside, whatever it is. */
  byte[] inside(byte[] address) {
    return Arrays.copyOfRange(address, 12, IPV6_BYTES);
  }

  /**
   * What limits count under: the IPv4 host; all that can be no host's, of one network, together.
   */
  String limitKey(byte[] address) {
    byte[] inside = inside(address);
    return canBeHost(inside)
        ? IpLiteral.text(inside)
        : IpLiteral.text(Cidr.masked(address, networkBits)) + "/" + networkBits;
  }

  /** Whether a host on the Internet can have the IPv4 address (RFC 6890). */
  private static boolean canBeHost(byte[] ipv4) {
    int first = ipv4[0] & 0xff;
    int second = ipv4[1] & 0xff;
    return switch (first) {
      case 0, 10, 127 -> false;
      case 100 -> (second & 0xc0) != 64;
      case 169 -> second != 254;
      case 172 -> (second & 0xf0) != 16;
      case 192 -> second != 168;
      default -> first < 224;
    };
  }
}
