package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Objects with annotations that Spring makes of what was sent, at places that bind as forms do. */
public final class BoundObjects {
  private static final String WHY = "the keeper is guarded";

  private BoundObjects() {}

  public static class Keeper {
    private String note = "";

    public Keeper() {}

    public Keeper(String note) {
      this.note = note;
    }

    public String getNote() {
      return note;
    }

    public void setNote(String note) {
      this.note = note;
    }

    @Secured(roles = "keeper")
    public String tell() {
      return Secret.TEXT;
    }
  }

  static String asked(@Nullable Keeper keeper) {
    return keeper == null ? "nobody" : keeper.tell();
  }

  /** Takes one, and keeps what it says. */
  public static class Told {
    private final String text;

    public Told(@Nullable Keeper keeper) {
      this.text = asked(keeper);
    }
  }

  /** Keeps it in a field that does not say what it is. */
  public static class Kept {
    private final @Nullable Object kept;

    public Kept(@BindParam("keeper") @Nullable Keeper one) {
      this.kept = one;
    }
  }

  public static class Holder<T> {
    private @Nullable T keeper;

    public @Nullable T getKeeper() {
      return keeper;
    }

    public void setKeeper(@Nullable T keeper) {
      this.keeper = keeper;
    }
  }

  /** Only its supertype says what it holds. */
  public static class Inherited extends Holder<Keeper> {}

  /** Nobody can read it. */
  public static class Written {
    private @Nullable Object kept;

    public void setKeeper(Keeper keeper) {
      this.kept = keeper;
    }
  }

  @RestController
  @Public(reason = WHY)
  public static class ByConstructor {
    @GetMapping("/told")
    public String told(@ModelAttribute Told told) {
      return told.text;
    }
  }

  @RestController
  @Public(reason = WHY)
  public static class ByRenamed {
    @GetMapping("/kept")
    public String kept(@ModelAttribute Kept kept) {
      return asked((Keeper) kept.kept);
    }
  }

  @RestController
  @Public(reason = WHY)
  public static class BySupertype {
    @GetMapping("/inherited")
    public String inherited(@ModelAttribute Inherited inherited) {
      return asked(inherited.getKeeper());
    }
  }

  @RestController
  @Public(reason = WHY)
  public static class BySetter {
    @GetMapping("/written")
    public String written(@ModelAttribute Written written) {
      return asked((Keeper) written.kept);
    }
  }

  /** Binds before its endpoint. */
  @RestController
  @Public(reason = WHY)
  public static class Models {
    @ModelAttribute("said")
    String said(Inherited form) {
      return asked(form.getKeeper());
    }

    @GetMapping("/model")
    public String model(@ModelAttribute(name = "said", binding = false) String said) {
      return said;
    }
  }

  /** Converts before its endpoint. */
  @RestController
  @Public(reason = WHY)
  public static class Binders {
    private String said = "";

    @InitBinder
    void prepare(WebDataBinder binder, @RequestParam("keeper") Keeper keeper) {
      said = asked(keeper);
    }

    @GetMapping("/binder")
    public String binder(@RequestParam(name = "other", required = false) @Nullable String other) {
      return said + other;
    }
  }

  /** Binds before the endpoints of others. */
  @ControllerAdvice
  public static class Advice {
    @ModelAttribute("said")
    String said(@RequestParam("keeper") Keeper keeper) {
      return asked(keeper);
    }
  }

  @RestController
  @Public(reason = WHY)
  public static class Advised {
    @GetMapping("/advised")
    public String advised(@ModelAttribute(name = "said", binding = false) String said) {
      return said;
    }
  }
}
