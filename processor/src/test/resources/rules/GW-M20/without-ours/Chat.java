// clean
package orders;

import org.springframework.messaging.handler.annotation.MessageMapping;

class Chat {
  @MessageMapping
  void say() {}
}
