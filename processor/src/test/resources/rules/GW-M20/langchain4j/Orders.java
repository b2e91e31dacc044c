package orders;

import dev.gatewright.Secured;
import dev.langchain4j.agent.tool.Tool;

class Orders {
  @Tool
  // expect 3: [GW-M20] @Secured cannot guard Orders.tool(): LangChain4j reaches it by @Tool, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void tool() {}
}
