package dev.gatewright.spring.forwards;

import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.Strategy;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Doors, and what they lead to. */
public final class Forwards {
  private Forwards() {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({Doors.class, Targets.class, Books.class, ArticleOfOrder.class})
  public static class Application {}

  /** What an order is about. */
  public static class ArticleOfOrder {
    public String key(String article) {
      return article;
    }
  }

  @RestController
  static class Doors {
    private final Books books;

    Doors(Books books) {
      this.books = books;
    }

    @GetMapping("/forward")
    @Public(reason = "test")
    void forward(@RequestParam String to, HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      request.getRequestDispatcher(to).forward(request, response);
    }

    @GetMapping("/include")
    @Public(reason = "test")
    void include(@RequestParam String to, HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      request.getRequestDispatcher(to).include(request, response);
    }

    @GetMapping("/batch")
    @Secured
    @RateLimited(permits = 3, per = "1h", strategy = Strategy.FIXED_WINDOW)
    String batch(@RequestParam int times) {
      for (int i = 0; i < times; i++) {
        books.book("row");
      }
      return "booked";
    }

    @GetMapping("/later")
    @Secured
    @RateLimited(permits = 2, per = "1h", strategy = Strategy.FIXED_WINDOW)
    Callable<String> later() {
      String looked = books.look();
      return () -> looked;
    }
  }

  @RestController
  static class Targets {

    @GetMapping("/order")
    @Public(reason = "test")
    @RateLimited(
        permits = 2,
        per = "1h",
        strategy = Strategy.FIXED_WINDOW,
        keyedBy = ArticleOfOrder.class)
    String order(@RequestParam String article) {
      return "ordered " + article;
    }

    @GetMapping("/by-address")
    @Public(reason = "test")
    @RateLimited(permits = 2, per = "1h", strategy = Strategy.FIXED_WINDOW, key = LimitKey.ADDRESS)
    String byAddress() {
      return "by address";
    }

    @GetMapping("/by-caller")
    @Secured
    @RateLimited(permits = 2, per = "1h", strategy = Strategy.FIXED_WINDOW)
    String byCaller() {
      return "by caller";
    }
  }

  @Service
  static class Books {

    @Secured
    @RateLimited(
        permits = 1_500,
        per = "1h",
        strategy = Strategy.FIXED_WINDOW,
        keyedBy = ArticleOfOrder.class)
    String book(String article) {
      return article;
    }

    @Secured
    @RateLimited(permits = 1, per = "1h", strategy = Strategy.FIXED_WINDOW)
    String look() {
      return "looked";
    }
  }
}
