package dev.gatewright.golden;

import dev.gatewright.RateLimited;
import dev.gatewright.Scheme;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import java.util.List;

@Secured(schemes = {Scheme.BEARER, Scheme.API_KEY}, maxAuthAge = "1d")
@RateLimited(permits = 1_000, per = "1h")
@RateLimited(permits = 5_000_000_000L, per = "30d", name = "monthly")
interface Reporting {
  @Secured(scopes = "reports:read")
  @ValidatedInput(maxDepth = 3)
  List<String> reports(String since);
}
