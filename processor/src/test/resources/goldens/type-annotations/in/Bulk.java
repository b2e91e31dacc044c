package dev.gatewright.golden;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

interface Bulk<T> {
  default void load(@NotNull List<@Valid T> items, @Nullable T first) {}

  @Nullable T last();
}
