package dev.gatewright.golden;

import dev.gatewright.Secured;
import org.jspecify.annotations.Nullable;

@Secured
class BulkItems implements Bulk<Shapes.Item> {
  @Override
  public Shapes.@Nullable Item last() {
    return null;
  }
}
