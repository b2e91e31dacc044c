package orders;

import dev.gatewright.Secured;

@Secured
class SameFlattenedName_Nested {
  void list() {}
}

class SameFlattenedName {
  @Secured
  // expect 10: [GW-M11] @Secured cannot guard SameFlattenedName.Nested: its guard would be orders.SameFlattenedName_NestedGuard, and the guard of SameFlattenedName_Nested has that name already. Fix: rename one of the two.
  static class Nested {
    void list() {}
  }
}
