package dev.gatewright.runtime.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "192.168.4.0/22, 192.168.7.255, true",
    "192.168.4.0/22, 192.168.8.0, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7/32, 192.0.2.6, false",
    "128.0.0.0/1, 200.1.1.1, true",
    "128.0.0.0/1, 127.1.1.1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::1, ::1, true",
    "::1, 0.0.0.1, false",
    "::ffff:10.0.0.0/104, 10.20.30.40, true",
    "::ffff:10.0.0.0/104, 11.20.30.40, false",
  })
  void aNetworkHoldsTheAddressesWithItsPrefix(String network, String address, boolean contained) {
    assertThat(Cidr.parse(network).contains(IpLiteral.parse(address))).isEqualTo(contained);
  }
}
