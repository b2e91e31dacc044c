package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forms whose properties are of a component's class. */
public final class ComponentForms {
  private static final String WHY = "the cart is guarded";

  private ComponentForms() {}

  /** A new one for whoever asks the container. */
  @Component
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  public static class Cart {
    private String note = "";

    public String getNote() {
      return note;
    }

    public void setNote(String note) {
      this.note = note;
    }

    @Secured(roles = "keeper")
    public String checkOut() {
      return Secret.TEXT;
    }
  }

  /** Spring makes one of a text. */
  @Component
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  public static class Coupon {
    private final String code;

    public Coupon(String code) {
      this.code = code;
    }

    @Secured(roles = "keeper")
    public String redeem() {
      return code + Secret.TEXT;
    }
  }

  public static class Order {
    private @Nullable Cart cart;
    private List<Cart> carts = new ArrayList<>();
    private Map<String, Cart> named = new HashMap<>();
    private @Nullable Coupon coupon;

    public @Nullable Cart getCart() {
      return cart;
    }

    public void setCart(@Nullable Cart cart) {
      this.cart = cart;
    }

    public List<Cart> getCarts() {
      return carts;
    }

    public void setCarts(List<Cart> carts) {
      this.carts = carts;
    }

    public Map<String, Cart> getNamed() {
      return named;
    }

    public void setNamed(Map<String, Cart> named) {
      this.named = named;
    }

    public @Nullable Coupon getCoupon() {
      return coupon;
    }

    public void setCoupon(@Nullable Coupon coupon) {
      this.coupon = coupon;
    }

    String done() {
      if (cart != null) {
        return cart.checkOut();
      }
      if (!carts.isEmpty()) {
        return carts.get(0).checkOut();
      }
      return coupon == null ? named.values().iterator().next().checkOut() : coupon.redeem();
    }
  }

  public record Purchase(@Nullable Cart cart, @Nullable Coupon coupon) {
    String done() {
      return coupon != null ? coupon.redeem() : cart == null ? "" : cart.checkOut();
    }
  }

  @RestController
  public static class Orders {
    @PostMapping("/order")
    @Public(reason = WHY)
    public String order(@ModelAttribute Order order) {
      return order.done();
    }
  }

  @RestController
  public static class Purchases {
    @PostMapping("/purchase")
    @Public(reason = WHY)
    public String purchase(@ModelAttribute Purchase purchase) {
      return purchase.done();
    }
  }
}
