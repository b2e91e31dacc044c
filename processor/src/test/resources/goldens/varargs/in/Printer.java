package dev.gatewright.golden;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import java.util.List;

public class Printer {
  private final List<String> trays;

  public Printer(String... trays) {
    this.trays = List.of(trays);
  }

  @Secured
  @ValidatedInput
  public String print(String format, Object... arguments) {
    return trays + String.format(format, arguments);
  }

  @Secured
  @SuppressWarnings("unchecked")
  public <T> int copies(List<T>... stacks) {
    return stacks.length;
  }
}
