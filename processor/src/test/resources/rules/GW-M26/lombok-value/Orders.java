package orders;

import dev.gatewright.Secured;
import lombok.Value;

@Secured(scopes = "orders:read")
@Value
// expect 1: [GW-M26] @Secured cannot guard Orders: Lombok makes the class final, so no guard can extend it. Fix: write the annotations that you need of those that @Value stands for, as @Getter and @RequiredArgsConstructor, or add @NonFinal.
class Orders {
  void list() {}
}
