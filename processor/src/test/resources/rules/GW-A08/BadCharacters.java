package orders;

import dev.gatewright.Secured;

class BadCharacters {
  // expect 22: [GW-A08] @Secured at BadCharacters.list() names the scope "größe:read": a scope has only printable ASCII characters, no space, quote or backslash. Fix: write each scope as an element of its own.
  // expect 51: [GW-A08] @Secured at BadCharacters.list() names the scope "a\"b": a scope has only printable ASCII characters, no space, quote or backslash. Fix: write each scope as an element of its own.
  @Secured(scopes = {"größe:read", "orders:read", "a\"b"})
  void list() {}
}
