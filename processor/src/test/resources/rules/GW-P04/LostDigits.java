package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

/** A float has the same value for 16777216 and 16777217. */
class LostDigits {
  // expect 33: [GW-P04] IntToFloat cannot be a policy of LostDigits.ofIntToFloat(int): IntToFloat.permits(Caller, float) asks for 'float id', but the endpoint has (int id). Fix: give both the same parameter name and type.
  @Secured(policies = IntToFloat.class)
  void ofIntToFloat(int id) {}

  // expect 34: [GW-P04] LongToFloat cannot be a policy of LostDigits.ofLongToFloat(long): LongToFloat.permits(Caller, float) asks for 'float id', but the endpoint has (long id). Fix: give both the same parameter name and type.
  @Secured(policies = LongToFloat.class)
  void ofLongToFloat(long id) {}

  // expect 35: [GW-P04] LongToDouble cannot be a policy of LostDigits.ofLongToDouble(long): LongToDouble.permits(Caller, double) asks for 'double id', but the endpoint has (long id). Fix: give both the same parameter name and type.
  @Secured(policies = LongToDouble.class)
  void ofLongToDouble(long id) {}

  // expect 42: [GW-P04] BoxedIntegerToFloat cannot be a policy of LostDigits.ofBoxedIntegerToFloat(Integer): BoxedIntegerToFloat.permits(Caller, float) asks for 'float id', but the endpoint has (Integer id). Fix: give both the same parameter name and type.
  @Secured(policies = BoxedIntegerToFloat.class)
  void ofBoxedIntegerToFloat(Integer id) {}

  // expect 40: [GW-P04] BoxedLongToDouble cannot be a policy of LostDigits.ofBoxedLongToDouble(Long): BoxedLongToDouble.permits(Caller, double) asks for 'double id', but the endpoint has (Long id). Fix: give both the same parameter name and type.
  @Secured(policies = BoxedLongToDouble.class)
  void ofBoxedLongToDouble(Long id) {}
}

class IntToFloat {
  public boolean permits(Caller caller, float id) {
    return id > 0;
  }
}

class LongToFloat {
  public boolean permits(Caller caller, float id) {
    return id > 0;
  }
}

class LongToDouble {
  public boolean permits(Caller caller, double id) {
    return id > 0;
  }
}

class BoxedIntegerToFloat {
  public boolean permits(Caller caller, float id) {
    return id > 0;
  }
}

class BoxedLongToDouble {
  public boolean permits(Caller caller, double id) {
    return id > 0;
  }
}
