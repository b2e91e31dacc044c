package dev.gatewright.test.shop;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Scheme;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.caller.Caller;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the shop offers over HTTP. */
@RestController
public class Shop {
  private final Stock stock;
  private final Cellar cellar;

  Shop(Stock stock, Cellar cellar) {
    this.stock = stock;
    this.cellar = cellar;
  }

  /** Tells who calls. */
  @GetMapping("/me")
  @Secured
  public String me(Caller caller) {
    return caller.issuer() + " " + caller.subject() + " " + caller.scheme();
  }

  /** Open to anybody. */
  @GetMapping("/stock/{article}")
  @Public(reason = "what is there is no secret")
  public int stock(@PathVariable String article) {
    return stock.piecesOf(article);
  }

  /** Takes a role, a scope and the right caller. */
  @GetMapping("/baskets/{owner}")
  @Secured(roles = "customer", scopes = "baskets:read", policies = OwnsBasket.class)
  public String basket(@PathVariable String owner) {
    return "basket of " + owner;
  }

  /** Takes a recent log-in with two factors. */
  @PostMapping("/orders")
  @Secured(roles = "customer", mfa = true, maxAuthAge = "5m")
  @ValidatedInput
  public String order(@Valid @RequestBody Order order) {
    return order.pieces() + " of " + order.article();
  }

  /** Two a minute for each caller. */
  @GetMapping("/offers")
  @Secured
  @RateLimited(permits = 2, per = "1m")
  public String offers() {
    return "cheap";
  }

  /** For machines. */
  @GetMapping("/deliveries")
  @Secured(schemes = Scheme.API_KEY)
  public String deliveries(Caller caller) {
    return "for " + caller.subject();
  }

  /** Asks another guarded class. */
  @GetMapping("/cellar")
  @Secured
  public String cellar() {
    return cellar.open();
  }
}
