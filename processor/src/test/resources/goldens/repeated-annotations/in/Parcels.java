package dev.gatewright.golden;

import dev.gatewright.Secured;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@NotRepeated.Part
@NotRepeated.OfSource
@NotRepeated.OfClassFile
@NotRepeated.ByInheritance
@Measured("parcels")
@RestController
@RequestMapping("/parcels")
class Parcels extends ParcelsBase {

  @Secured(roles = "clerk")
  @PostMapping("/{id}/ship")
  @NotRepeated.Iban
  @NotRepeated.OfSource
  @Measured(
      value = "ship \"now\"",
      tags = {"kind", "parcel"},
      percentiles = {0.5, 0.99},
      unit = TimeUnit.SECONDS,
      by = Parcels.class,
      retry = @Measured.Retry(attempts = 3, pause = 250L, mark = '\n'))
  String ship(@PathVariable @MeasuredTag("id") String id, @MeasuredTag("to") String... to) {
    return id;
  }

  @Secured(roles = "clerk")
  @NotRepeated.Read
  String all() {
    return "";
  }

  /** Overrides a method without its annotations, as without a guard. */
  @Override
  @Secured(roles = "clerk")
  @PostMapping("/cancel")
  String cancel() {
    return "";
  }
}
