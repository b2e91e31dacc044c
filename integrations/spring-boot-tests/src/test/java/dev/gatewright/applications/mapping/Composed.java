package dev.gatewright.applications.mapping;

import dev.gatewright.Public;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Endpoints whose routes are written in attributes of the application's own annotations. */
public final class Composed {
  private Composed() {}

  @Retention(RetentionPolicy.RUNTIME)
  @RestController
  @RequestMapping
  public @interface Api {
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] under() default {};
  }

  @Retention(RetentionPolicy.RUNTIME)
  @RequestMapping(
      method = {RequestMethod.PUT, RequestMethod.PATCH},
      path = "/not-this")
  public @interface Change {
    @AliasFor(annotation = RequestMapping.class, attribute = "value")
    String[] uri();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @RequestMapping(method = RequestMethod.DELETE)
  public @interface Remove {
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] value() default {};

    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] at() default {};
  }

  @Retention(RetentionPolicy.RUNTIME)
  @RequestMapping(method = RequestMethod.GET)
  public @interface Fetch {
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] from() default {};
  }

  /** An alias of an alias. */
  @Retention(RetentionPolicy.RUNTIME)
  @Fetch
  public @interface Read {
    @AliasFor(annotation = Fetch.class, attribute = "from")
    String[] of() default {"/by-default"};
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Read(of = "/fixed")
  public @interface ReadFixed {}

  @Retention(RetentionPolicy.RUNTIME)
  @RequestMapping("/any")
  public @interface Any {
    @AliasFor(annotation = RequestMapping.class, attribute = "method")
    RequestMethod[] by() default {};

    /** Of the same name as the attribute, and no alias. */
    String[] path() default {"/no-alias"};
  }

  @Retention(RetentionPolicy.RUNTIME)
  @HttpExchange(method = "DELETE")
  public @interface Purge {
    @AliasFor(annotation = HttpExchange.class, attribute = "url")
    String where() default "";
  }

  @Api(under = {"/a", "b/"})
  @Public(reason = "routes only")
  public static class Aliased {
    @Change(uri = {"/{id}", "all"})
    public void change() {}

    @Remove("/{id}")
    public void remove() {}

    @Remove(at = "/old")
    public void removeOld() {}

    @Read
    public void read() {}

    @Read(of = "/read")
    public void readOther() {}

    @ReadFixed
    public void readFixed() {}

    @Any
    public void any() {}

    @Any(by = RequestMethod.OPTIONS, path = "/else")
    public void anyBy() {}

    @PatchMapping
    public void self() {}
  }

  @Api
  @Public(reason = "routes only")
  public static class WithoutPath {
    @GetMapping("plain")
    public void plain() {}

    @RequestMapping(
        path = {"/one", "/two"},
        method = {RequestMethod.GET, RequestMethod.POST})
    public void several() {}
  }

  @RestController
  @RequestMapping("/wild/*")
  @Public(reason = "routes only")
  public static class Wildcard {
    @GetMapping("/card")
    public void card() {}
  }

  @RestController
  @RequestMapping("/variable/{tenant}")
  @Public(reason = "routes only")
  public static class Variable {
    @GetMapping
    public void own() {}

    @GetMapping("/{id}/")
    public void one() {}
  }

  @RestController
  @HttpExchange("/exchanges")
  @Public(reason = "routes only")
  public static class Exchanges {
    @Purge(where = "/{id}")
    public void purge() {}

    @GetExchange(url = "/list")
    public void list() {}
  }
}
