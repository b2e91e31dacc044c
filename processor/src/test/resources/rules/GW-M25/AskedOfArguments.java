package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.caller.Caller;
import jakarta.validation.constraints.Size;

/** What is asked about the caller's arguments says nothing about those of the call. */
class Owns {
  public boolean permits(Caller caller, String id) {
    return id.startsWith(caller.subject());
  }
}

@Secured(policies = Owns.class)
class Crud {
  public String find(String id) {
    return id;
  }
}

class Accounts extends Crud {
  public String compare(String id, String other) {
    // expect 22: [GW-M25] Gatewright cannot guard Crud.find(String): Accounts.compare calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'find' without 'super', or move what both do to a method without Gatewright's annotations.
    // expect 39: [GW-M25] Gatewright cannot guard Crud.find(String): Accounts.compare calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'find' without 'super', or move what both do to a method without Gatewright's annotations.
    return super.find(id) + super.find(other);
  }
}

@Secured
@ValidatedInput
class Forms {
  public String show(@Size(max = 3) String text) {
    return text;
  }
}

class LongForms extends Forms {
  public String both(@Size(max = 3) String text) {
    // expect 22: [GW-M25] Gatewright cannot guard Forms.show(String): LongForms.both calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'show' without 'super', or move what both do to a method without Gatewright's annotations.
    return super.show(text + text);
  }
}

@Secured
class Limited {
  @RateLimited(permits = 1, per = "1h")
  public String once() {
    return "";
  }
}

class Unlimited extends Limited {
  @RateLimited(permits = 1, per = "1h")
  public String twice() {
    // expect 22: [GW-M25] Gatewright cannot guard Limited.once(): Unlimited.twice calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'once' without 'super', or move what both do to a method without Gatewright's annotations.
    return super.once();
  }
}
