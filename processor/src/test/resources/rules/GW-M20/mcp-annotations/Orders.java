package orders;

import dev.gatewright.Secured;
import org.springaicommunity.mcp.annotation.McpComplete;
import org.springaicommunity.mcp.annotation.McpPrompt;
import org.springaicommunity.mcp.annotation.McpResource;
import org.springaicommunity.mcp.annotation.McpTool;

class Orders {
  @McpTool
  // expect 3: [GW-M20] @Secured cannot guard Orders.mcpTool(): Spring AI reaches it by @McpTool, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void mcpTool() {}

  @McpResource
  // expect 3: [GW-M20] @Secured cannot guard Orders.mcpResource(): Spring AI reaches it by @McpResource, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void mcpResource() {}

  @McpPrompt
  // expect 3: [GW-M20] @Secured cannot guard Orders.mcpPrompt(): Spring AI reaches it by @McpPrompt, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void mcpPrompt() {}

  @McpComplete
  // expect 3: [GW-M20] @Secured cannot guard Orders.mcpComplete(): Spring AI reaches it by @McpComplete, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void mcpComplete() {}
}
