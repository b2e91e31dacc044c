package dev.gatewright.golden;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Strategy;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping({"/rates", "/v1/rates/"})
@Public(reason = "rates are \"public\" */ <script> \\u002a/ @see {@link x} $T $L %s")
@RateLimited(permits = 30, per = "60s", key = LimitKey.ADDRESS, strategy = Strategy.SLIDING_WINDOW)
public class Rates {
  @GetMapping(value = {"", "/all/**/*"})
  public String all() {
    return "";
  }

  @Daily
  @RateLimited(permits = 3, per = "1h", key = LimitKey.GLOBAL, strategy = Strategy.FIXED_WINDOW, name = "daily.rates")
  public String daily() {
    return "";
  }

  @RequestMapping(path = "/{currency}", method = {RequestMethod.PUT, RequestMethod.PATCH})
  @RateLimited(permits = 5, per = "10m", key = LimitKey.ADDRESS, count = Counted.FAILED_AUTHENTICATIONS)
  public void change(String currency) {}

  @RequestMapping
  public void anything() {}

  @ExceptionHandler
  public String failed(IllegalStateException e) {
    return "";
  }
}
