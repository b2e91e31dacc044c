package orders;

import dev.gatewright.Secured;

@Secured
// expect 1: [GW-M15] @Secured cannot guard HiddenPackage: it declares both 'List' and 'java', and its guard needs the class and the package. Fix: rename that member.
class HiddenPackage {
  Object java;

  static class List {}

  void list() {}
}
