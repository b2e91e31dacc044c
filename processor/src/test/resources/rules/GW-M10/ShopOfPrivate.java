package orders;

import dev.gatewright.Secured;

class ShopOfPrivate {
  @Secured
  // expect 18: [GW-M10] @Secured cannot guard ShopOfPrivate.Orders: it, or a type around it, is private, so no guard can extend it. Fix: remove 'private'.
  private static class Orders {
    void list() {}
  }

  private static class Inside {
    // expect 12: [GW-M10] @Secured cannot guard ShopOfPrivate.Inside.Deep: it, or a type around it, is private, so no guard can extend it. Fix: remove 'private'.
    static class Deep {
      @Secured
      void list() {}
    }
  }
}
