package orders;

import dev.gatewright.Secured;

// expect 1: [GW-M07] @Secured cannot guard EnumOfInterface: it is an enum, which no guard can extend. Fix: make it a class.
enum EnumOfInterface implements OrderApi {
  STANDARD;

  @Override
  public void list() {}
}

@Secured
interface OrderApi {
  void list();
}
