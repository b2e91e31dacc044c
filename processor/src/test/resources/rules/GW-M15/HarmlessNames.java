// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Scheme;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.constraints.NotBlank;

@Secured(maxAuthAge = "5m", schemes = Scheme.BEARER)
@ValidatedInput
class Fields {
  Object EndpointPolicy, Duration, List, Scheme, Strategy, LimitPolicy, LimitKey, Gate, Passage;

  @RateLimited(permits = 1, per = "1m")
  void list(@NotBlank String text) {}
}

@Secured
@ValidatedInput
class Packages {
  Object dev, java, jakarta, orders;

  void list(@NotBlank String dev, Object java) {}
}

@Secured
@ValidatedInput
class Parameters {
  void list(@NotBlank String Gate, Object EndpointPolicy, Object gate, Object passage) {}
}

@Secured
class Types {
  static class String {}

  static class Gate {}

  static class Override {}

  void list() {}
}

@Secured
class Variables<EndpointPolicy, List> {
  void list(EndpointPolicy one, List two) {}
}

@Secured
class NestedPackages {
  static class dev {}

  static class java {}

  void list() {}
}
