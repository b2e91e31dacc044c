package orders;

import dev.gatewright.Secured;

@Secured
class MemberTaken {
  void list() {}

  // expect 10: [GW-M15] @Secured cannot guard MemberTaken: it has a method endpointPolicies() of its own, which the guard would override. Fix: rename that member.
  String endpointPolicies() {
    return "";
  }
}
