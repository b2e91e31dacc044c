package dev.gatewright.applications.input;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.MethodInterceptor;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;

/** Arguments that are proxies, whose own fields are empty. */
public final class Proxied {
  private Proxied() {}

  @Component
  @RequestScope
  public static class Cart {
    @Max(10)
    private int count = 1;

    private final List<@Size(max = 3) String> notes = new ArrayList<>();

    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }

    public List<String> getNotes() {
      return notes;
    }
  }

  /** Has its constraints at what a proxy passes on. */
  @Component
  @RequestScope
  public static class ByGetter {
    private int count = 1;

    @Max(10)
    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }
  }

  public record Holder(@Valid Cart cart) {}

  @Service
  public static class Orders {
    @Secured
    @ValidatedInput
    public String take(@Valid Cart cart) {
      return "read " + cart.getCount();
    }

    @Secured
    @ValidatedInput
    public String takeByGetter(List<@Valid ByGetter> carts) {
      return "read " + carts.get(0).getCount();
    }

    @Secured
    @ValidatedInput
    public String takeAll(List<@Valid Cart> carts) {
      return "read " + carts.get(0).getCount();
    }

    @Secured
    @ValidatedInput
    public String takeMap(Map<String, @Valid Cart> carts) {
      return "read " + carts.get("a").getCount();
    }

    @Secured
    @ValidatedInput
    public String takeArray(@Valid Cart[] carts) {
      return "read " + carts[0].getCount();
    }

    @Secured
    @ValidatedInput
    public String takeOptional(Optional<@Valid Cart> cart) {
      return "read " + cart.orElseThrow().getCount();
    }

    @Secured
    @ValidatedInput
    public String takeHolder(@Valid Holder holder) {
      return "read " + holder.cart().getCount();
    }
  }

  @RestController
  public static class Endpoints {
    private final Cart cart;
    private final ByGetter byGetter;
    private final Orders orders;

    public Endpoints(Cart cart, ByGetter byGetter, Orders orders) {
      this.cart = cart;
      this.byGetter = byGetter;
      this.orders = orders;
    }

    @ModelAttribute("cart")
    public Cart cart(
        @RequestParam(name = "count", defaultValue = "1") int count,
        @RequestParam(name = "note", defaultValue = "") String note) {
      cart.setCount(count);
      cart.getNotes().add(note);
      byGetter.setCount(count);
      return cart;
    }

    @PostMapping("/endpoint")
    @Secured
    @ValidatedInput
    public String endpoint(@Valid @ModelAttribute(name = "cart", binding = false) Cart given) {
      return "read " + given.getCount();
    }

    @PostMapping("/service")
    @Secured
    public String service() {
      return orders.take(cart);
    }

    @PostMapping("/by-getter")
    @Secured
    public String byGetter() {
      return orders.takeByGetter(List.of(byGetter));
    }

    @PostMapping("/advised")
    @Secured
    public String advised() {
      Cart target = new Cart();
      target.setCount(cart.getCount());
      target.getNotes().addAll(cart.getNotes());
      ProxyFactory inner = new ProxyFactory(target);
      inner.setProxyTargetClass(true);
      ProxyFactory outer = new ProxyFactory(inner.getProxy());
      outer.setProxyTargetClass(true);
      return orders.take((Cart) outer.getProxy());
    }

    @PostMapping("/list")
    @Secured
    public String list() {
      return orders.takeAll(List.of(cart));
    }

    @PostMapping("/map")
    @Secured
    public String map() {
      return orders.takeMap(Map.of("a", cart));
    }

    @PostMapping("/array")
    @Secured
    public String array() {
      return orders.takeArray(new Cart[] {cart});
    }

    @PostMapping("/optional")
    @Secured
    public String optional() {
      return orders.takeOptional(Optional.of(cart));
    }

    @PostMapping("/holder")
    @Secured
    public String holder() {
      return orders.takeHolder(new Holder(cart));
    }

    /** A proxy of nobody that is known. */
    @PostMapping("/made")
    @Secured
    public String made() {
      MethodInterceptor passing =
          (proxy, method, arguments, original) -> method.invoke(cart, arguments);
      return orders.take((Cart) Enhancer.create(Cart.class, passing));
    }

    @PostMapping("/plain")
    @Secured
    public String plain() {
      Cart plain = new Cart();
      plain.setCount(cart.getCount());
      return orders.takeAll(List.of(plain));
    }
  }
}
