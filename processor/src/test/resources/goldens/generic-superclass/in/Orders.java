package dev.gatewright.golden;

import dev.gatewright.Secured;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
public class Orders extends Crud<Long, Order> {
  @Override
  public Order create(Order item) {
    return item;
  }

  @Override
  @Secured(roles = "clerk")
  public Order replace(Long key, Order item) {
    return item;
  }
}
