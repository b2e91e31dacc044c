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

/** Forms of which one property is of a component's class. */
public final class ComponentForms {
  private static final String WHY = "the cart is guarded";

  private ComponentForms() {}

  /** A new one for each that asks the container. */
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

  public static class OneForm {
    private @Nullable Cart cart;

    public @Nullable Cart getCart() {
      return cart;
    }

    public void setCart(@Nullable Cart cart) {
      this.cart = cart;
    }
  }

  public static class ListForm {
    private List<Cart> carts = new ArrayList<>();

    public List<Cart> getCarts() {
      return carts;
    }

    public void setCarts(List<Cart> carts) {
      this.carts = carts;
    }
  }

  public static class MapForm {
    private final Map<String, Cart> named = new HashMap<>();

    public Map<String, Cart> getNamed() {
      return named;
    }
  }

  public static class TextForm {
    private @Nullable Coupon coupon;

    public void setCoupon(@Nullable Coupon coupon) {
      this.coupon = coupon;
    }

    @Nullable Coupon coupon() {
      return coupon;
    }
  }

  public record RecordForm(@Nullable Cart cart) {}

  public record NestedForm(@Nullable RecordForm inner) {}

  @RestController
  public static class One {
    @PostMapping("/form")
    @Public(reason = WHY)
    public String post(@ModelAttribute OneForm form) {
      return String.valueOf(form.getCart());
    }
  }

  @RestController
  public static class OfList {
    @PostMapping("/form")
    @Public(reason = WHY)
    public String post(@ModelAttribute ListForm form) {
      return form.getCarts().toString();
    }
  }

  @RestController
  public static class OfMap {
    @PostMapping("/form")
    @Public(reason = WHY)
    public String post(@ModelAttribute MapForm form) {
      return form.getNamed().toString();
    }
  }

  @RestController
  public static class OfText {
    @PostMapping("/form")
    @Public(reason = WHY)
    public String post(@ModelAttribute TextForm form) {
      return String.valueOf(form.coupon());
    }
  }

  @RestController
  public static class OfRecord {
    @PostMapping("/form")
    @Public(reason = WHY)
    public String post(@ModelAttribute RecordForm form) {
      return form.toString();
    }
  }

  @RestController
  public static class Nested {
    @PostMapping("/form")
    @Public(reason = WHY)
    public String post(@ModelAttribute NestedForm form) {
      return form.toString();
    }
  }

  /** Has no such property, and is bound as ever. */
  @RestController
  public static class Harmless {
    public record Form(String note, List<String> more) {}

    @PostMapping("/form")
    @Public(reason = WHY)
    public String post(@ModelAttribute Form form) {
      return "bound " + form.note();
    }
  }
}
