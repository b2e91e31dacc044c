package dev.gatewright.runtime.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.testing.FakeExchange;
import java.net.InetAddress;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class AddressParsersPropertyTest {
  private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8"));

  @Provide
  Arbitrary<String> headerValues() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "for=",
            "proto=",
            "https",
            "1.2.3.4",
            "10.0.0.1",
            "[::1]",
            "\"",
            "\\",
            ",",
            ";",
            ":",
            "::",
            " ",
            "\t",
            "=",
            "]",
            "[",
            "%",
            "256",
            "ffff",
            "unknown",
            "\u0000",
            "\u00e9");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(20).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(100));
  }

  @Property
  void noHeaderValueWhateverThrows(
      @ForAll("headerValues") String forwarded,
      @ForAll("headerValues") String addresses,
      @ForAll("headerValues") String protocols) {
    Client client =
        proxies.client(
            FakeExchange.from("10.0.0.1")
                .header("Forwarded", forwarded)
                .header("X-Forwarded-For", addresses)
                .header("X-Forwarded-Proto", protocols));
    assertThat(client.address().limitKey()).isNotEmpty();
  }

  @Property
  void noHeaderValueWhateverMovesAnUntrustedPeer(
      @ForAll("headerValues") String forwarded, @ForAll("headerValues") String addresses) {
    Client client =
        proxies.client(
            FakeExchange.from("198.51.100.4")
                .header("Forwarded", forwarded)
                .header("X-Forwarded-For", addresses)
                .header("X-Forwarded-Proto", "https"));
    assertThat(client.address()).hasToString("198.51.100.4");
    assertThat(client.https()).isFalse();
  }

  @Property
  void theTextOfAnAddressIsReadAsThatAddress(@ForAll @Size(16) byte[] bytes) throws Exception {
    assertThat(IpLiteral.parse(IpLiteral.text(bytes))).isEqualTo(bytes);
    String platformText = InetAddress.getByAddress(bytes).getHostAddress();
    assertThat(IpLiteral.unmapped(IpLiteral.parse(platformText)))
        .isEqualTo(IpLiteral.unmapped(bytes));
  }

  @Property
  void theTextOfAnIpv4AddressIsReadAsThatAddress(@ForAll @Size(4) byte[] bytes) {
    assertThat(IpLiteral.parse(IpLiteral.text(bytes))).isEqualTo(bytes);
  }

  @Property
  void whatTheParserTakesForAnAddressThePlatformTakesForTheSame(
      @ForAll("almostAddresses") String text) throws Exception {
    byte[] parsed = IpLiteral.parse(text);
    if (parsed != null) {
      assertThat(IpLiteral.unmapped(parsed))
          .isEqualTo(IpLiteral.unmapped(InetAddress.getByName(text).getAddress()));
    }
  }

  @Provide
  Arbitrary<String> almostAddresses() {
    return Arbitraries.of("::", ":", ".", "0", "1", "ff", "ffff", "255", "12", "1.2.3.4", "::1")
        .list()
        .ofMinSize(1)
        .ofMaxSize(16)
        .map(list -> String.join("", list));
  }
}
