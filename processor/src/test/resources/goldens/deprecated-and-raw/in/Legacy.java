package dev.gatewright.golden;

import dev.gatewright.Secured;
import java.io.Serializable;
import java.util.List;

public class Legacy implements Serializable {
  private static final long serialVersionUID = 1;

  @Deprecated
  public Legacy() {}

  @Secured
  @Deprecated
  public String old() {
    return "";
  }

  @Secured
  @Deprecated(forRemoval = true)
  public String going() {
    return "";
  }

  @Secured
  @SuppressWarnings("rawtypes")
  public List raw(Class type) {
    return List.of();
  }

  @Secured
  @SuppressWarnings("deprecation")
  public Relic relic() {
    return new Relic();
  }
}
