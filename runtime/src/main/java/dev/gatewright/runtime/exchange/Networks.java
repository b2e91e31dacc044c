package dev.gatewright.runtime.exchange;

import java.util.List;

/** IP networks. Immutable. */
record Networks(List<Cidr> networks) {

  /** Whether an address belongs to one of them. */
  boolean contain(byte[] address) {
    for (Cidr network : networks) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
