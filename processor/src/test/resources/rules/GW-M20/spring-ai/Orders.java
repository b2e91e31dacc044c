package orders;

import dev.gatewright.Secured;
import org.springframework.ai.mcp.annotation.McpComplete;
import org.springframework.ai.mcp.annotation.McpPrompt;
import org.springframework.ai.mcp.annotation.McpResource;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.tool.annotation.Tool;

class Orders {
  @Tool
  // expect 3: [GW-M20] @Secured cannot guard Orders.tool(): Spring AI reaches it by @Tool, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void tool() {}

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
