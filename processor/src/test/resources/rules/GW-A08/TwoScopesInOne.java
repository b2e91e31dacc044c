package orders;

import dev.gatewright.Secured;

class TwoScopesInOne {
  // expect 21: [GW-A08] @Secured at TwoScopesInOne.list() names the scope "orders:read orders:write": a scope has only printable ASCII characters, no space, quote or backslash. Fix: write each scope as an element of its own.
  @Secured(scopes = "orders:read orders:write")
  void list() {}
}
