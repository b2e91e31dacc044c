package dev.gatewright.applications.input;

import dev.gatewright.Public;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Binds as methods with {@code @InitBinder} say. */
public final class Binders {
  private Binders() {}

  /** Has no setters. */
  public static class Fields {
    private String name = "";
    private int count;
    private List<Integer> sizes = new ArrayList<>();
    private Map<Integer, Integer> notes = new HashMap<>();
    private Inner inner = new Inner();

    @Override
    public String toString() {
      return name + count + sizes + notes + inner.text;
    }
  }

  /** Is within another. */
  public static class Inner {
    private String text = "";
  }

  /** Has setters. */
  public static class Properties {
    private String name = "";
    private int count;
    private boolean open;

    public void setName(String name) {
      this.name = name;
    }

    public void setCount(int count) {
      this.count = count;
    }

    public void setOpen(boolean open) {
      this.open = open;
    }

    @Override
    public String toString() {
      return name + count + open;
    }
  }

  /** Binds to fields. */
  @RestController
  @Public(reason = "test")
  public static class OfFields {
    @InitBinder
    void initialize(WebDataBinder binder) {
      binder.initDirectFieldAccess();
    }

    @RequestMapping("/fields")
    public String bind(Fields fields) {
      return "read " + fields;
    }
  }

  /** Has prefixes of its own. */
  @RestController
  @Public(reason = "test")
  public static class OfOwnPrefixes {
    @InitBinder
    void initialize(WebDataBinder binder) {
      binder.setFieldDefaultPrefix("default.");
      binder.setFieldMarkerPrefix("on_");
    }

    @RequestMapping("/own")
    public String bind(Properties properties) {
      return "read " + properties;
    }
  }

  /** Binds as Spring MVC does. */
  @RestController
  @Public(reason = "test")
  public static class OfSpring {
    @RequestMapping("/spring")
    public String bind(Properties properties) {
      return "read " + properties;
    }
  }
}
