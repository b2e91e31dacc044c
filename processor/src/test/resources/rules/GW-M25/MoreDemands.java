package orders;

import dev.gatewright.Scheme;
import dev.gatewright.Secured;

/** A caller that asks less in one respect asks less. */
class Crud {
  @Secured(roles = {"clerk", "admin"})
  public void roles() {}

  @Secured(scopes = {"read", "list"})
  public void scopes() {}

  @Secured(schemes = {Scheme.BEARER, Scheme.API_KEY})
  public void schemes() {}

  @Secured(mfa = true)
  public void mfa() {}

  @Secured(maxAuthAge = "5m")
  public void age() {}
}

class More extends Crud {
  @Secured(
      roles = "admin",
      scopes = {"list", "read", "write"},
      schemes = Scheme.BEARER,
      mfa = true,
      maxAuthAge = "1m")
  public void more() {
    super.roles();
    super.scopes();
    super.schemes();
    super.mfa();
    super.age();
  }
}

class Less extends Crud {
  @Secured(
      roles = {"admin", "guest"},
      scopes = "read",
      maxAuthAge = "6m")
  public void less() {
    // expect 16: [GW-M25] Gatewright cannot guard Crud.roles(): Less.less calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'roles' without 'super', or move what both do to a method without Gatewright's annotations.
    super.roles();
    // expect 17: [GW-M25] Gatewright cannot guard Crud.scopes(): Less.less calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'scopes' without 'super', or move what both do to a method without Gatewright's annotations.
    super.scopes();
    // expect 18: [GW-M25] Gatewright cannot guard Crud.schemes(): Less.less calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'schemes' without 'super', or move what both do to a method without Gatewright's annotations.
    super.schemes();
    // expect 14: [GW-M25] Gatewright cannot guard Crud.mfa(): Less.less calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'mfa' without 'super', or move what both do to a method without Gatewright's annotations.
    super.mfa();
    // expect 14: [GW-M25] Gatewright cannot guard Crud.age(): Less.less calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'age' without 'super', or move what both do to a method without Gatewright's annotations.
    super.age();
  }
}
