package orders;

import com.microsoft.azure.functions.annotation.FunctionName;
import dev.gatewright.Secured;

class Orders {
  @FunctionName
  // expect 3: [GW-M20] @Secured cannot guard Orders.functionName(): Azure Functions reaches it by @FunctionName, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void functionName() {}
}
