package dev.gatewright.golden;

import dev.gatewright.Secured;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

@Secured
public class Shapes<S> {
  public record Item(@NotBlank String name) {}

  public void elements(List<@Valid Item> items) {}

  public void constrained(
      @NotNull @Size(max = 3) Map<@NotBlank String, List<@Valid @NotNull Item>> items,
      @Positive int count) {}

  public void onParametersOnly(@NotNull @Valid Item item, @Size(min = 1) String[] names) {}

  public void optional(Optional<@Size(min = 1, max = 2, message = "short") String> name) {}

  public @Nullable String nullness(@Nullable String one, List<@Nullable String> several) {
    return one;
  }

  public Map.@Nullable Entry<String, @Nullable Item> nested(Map.@Nullable Entry<String, Item> one) {
    return null;
  }

  public @Nullable String @Nullable [] arrays(
      @Nullable String @NonNull [] @Nullable [] deep, List<@Nullable String[]> inside) {
    return null;
  }

  public void variable(@Nullable String @Nullable ... names) {}

  public void wildcards(
      List<? extends @Nullable Item> upper, List<? super @NonNull Item> lower, List<?> any) {}

  public void validWildcards(
      @NotEmpty List<@Valid ? extends Item> upper,
      List<@Valid ? super Item> lower,
      Map<String, List<@Valid ? extends Item>> nested,
      Map<@NotBlank ? extends CharSequence, @Valid @NotNull ?> both,
      List<? extends @Size(max = 3) String> bound) {}

  public void annotatedWildcards(
      List<@Nullable ?> any, List<@Nullable ? extends Item>[] array, Item... rest) {}

  public <T extends List<@Nullable ? extends Item>> List<@Nullable ? super Item> ofVariable(T one) {
    return null;
  }

  public <T extends @Nullable Object, U extends List<@Nullable String>> @Nullable T generic(
      T one, @Nullable U other, @Nullable S own) {
    return one;
  }

  @NotNull
  public List<@NotBlank String> returned() {
    return List.of();
  }
}
