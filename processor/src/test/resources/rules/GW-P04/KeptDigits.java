// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

/** Widening that tells all values apart. */
class KeptDigits {
  @Secured(policies = IntToLong.class)
  void ofIntToLong(int id) {}

  @Secured(policies = IntToDouble.class)
  void ofIntToDouble(int id) {}

  @Secured(policies = ShortToFloat.class)
  void ofShortToFloat(short id) {}

  @Secured(policies = FloatToDouble.class)
  void ofFloatToDouble(float id) {}

  @Secured(policies = LongToLong.class)
  void ofLongToLong(long id) {}

  @Secured(policies = BoxedIntegerToLong.class)
  void ofBoxedIntegerToLong(Integer id) {}

  @Secured(policies = CharToFloat.class)
  void ofCharToFloat(char id) {}

  @Secured(policies = BoxedLongToNumber.class)
  void ofBoxedLongToNumber(Long id) {}
}

class IntToLong {
  public boolean permits(Caller caller, long id) {
    return id > 0;
  }
}

class IntToDouble {
  public boolean permits(Caller caller, double id) {
    return id > 0;
  }
}

class ShortToFloat {
  public boolean permits(Caller caller, float id) {
    return id > 0;
  }
}

class FloatToDouble {
  public boolean permits(Caller caller, double id) {
    return id > 0;
  }
}

class LongToLong {
  public boolean permits(Caller caller, long id) {
    return id > 0;
  }
}

class BoxedIntegerToLong {
  public boolean permits(Caller caller, long id) {
    return id > 0;
  }
}

class CharToFloat {
  public boolean permits(Caller caller, float id) {
    return id > 0;
  }
}

class BoxedLongToNumber {
  public boolean permits(Caller caller, Number id) {
    return id.longValue() > 0;
  }
}
