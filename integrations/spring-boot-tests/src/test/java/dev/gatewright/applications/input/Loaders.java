package dev.gatewright.applications.input;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.applications.input.Existing.ById;
import dev.gatewright.applications.input.Existing.Loading;
import dev.gatewright.applications.input.Existing.Nobody;
import dev.gatewright.applications.input.Existing.Owner;
import dev.gatewright.applications.input.Existing.Owners;
import dev.gatewright.applications.input.Existing.Owns;
import dev.gatewright.applications.input.Existing.OwnsIt;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttributes;

/**
 * Endpoints that would change an object that is there, whatever their guards say of the request.
 */
public final class Loaders {
  private Loaders() {}

  @RestController
  public static class WithPolicy {
    private final Owners owners;

    public WithPolicy(Owners owners) {
      this.owners = owners;
    }

    @ModelAttribute("owner")
    public Owner load(@PathVariable("id") String id) {
      return owners.find(id);
    }

    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    public String edit(@ModelAttribute("owner") Owner owner, @PathVariable("id") String id) {
      return "read " + owner.getAddress();
    }
  }

  @RestController
  public static class ByConvention {
    private final Owners owners;

    public ByConvention(Owners owners) {
      this.owners = owners;
    }

    @ModelAttribute
    public Owner load(@PathVariable("id") String id) {
      return owners.find(id);
    }

    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    public String edit(Owner owner, @PathVariable("id") String id) {
      return "read " + owner.getAddress();
    }
  }

  @RestController
  public static class Inherited extends Loading {
    public Inherited(Owners owners) {
      super(owners);
    }

    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    public String edit(Owner owner, @PathVariable("id") String id) {
      return "read " + owner.getAddress();
    }
  }

  @RestController
  public static class WithPolicyOnCaller extends Loading {
    public WithPolicyOnCaller(Owners owners) {
      super(owners);
    }

    @PostMapping("/owners/{id}")
    @Secured(policies = Nobody.class)
    public String edit(Owner owner) {
      return "read " + owner.getAddress();
    }
  }

  @RestController
  public static class Validated extends Loading {
    public Validated(Owners owners) {
      super(owners);
    }

    @PostMapping("/owners/{id}")
    @Secured
    @ValidatedInput
    public String edit(@Valid @ModelAttribute("owner") Owner owner) {
      return "read " + owner.getAddress();
    }
  }

  @RestController
  public static class Keyed extends Loading {
    public Keyed(Owners owners) {
      super(owners);
    }

    @PostMapping("/owners/{id}")
    @Secured
    @RateLimited(permits = 1, per = "1h", keyedBy = ById.class)
    public String edit(Owner owner, @PathVariable("id") String id) {
      return "read " + owner.getAddress();
    }
  }

  @RestController
  @Secured(policies = Owns.class)
  public static class OnType extends Loading {
    public OnType(Owners owners) {
      super(owners);
    }

    @PostMapping("/owners/{id}")
    public String edit(Owner owner, @PathVariable("id") String id) {
      return "read " + owner.getAddress();
    }
  }

  /** The policy is asked about the object before it is bound, and the endpoint's after it. */
  @RestController
  public static class SecuredLoader {
    private final Owners owners;

    public SecuredLoader(Owners owners) {
      this.owners = owners;
    }

    @ModelAttribute("owner")
    @Secured(policies = Owns.class)
    public Owner load(@PathVariable("id") String id) {
      return owners.find(id);
    }

    @PostMapping("/owners/{id}")
    @Secured
    @ValidatedInput
    public String edit(@Valid @ModelAttribute("owner") Owner owner) {
      return "read " + owner.getAddress();
    }
  }

  @ControllerAdvice
  public static class Advice extends Loading {
    public Advice(Owners owners) {
      super(owners);
    }
  }

  /** Has no object of its own; an advice may have. */
  @RestController
  public static class Plain {
    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    public String edit(Owner owner, @PathVariable("id") String id) {
      return "read " + owner.getAddress();
    }
  }

  @RestController
  @SessionAttributes("owner")
  public static class SessionByName extends Plain {}

  @RestController
  @SessionAttributes(types = Owner.class)
  public static class SessionByType extends Plain {}

  /** The name of the part of the path is the name of the attribute. */
  @RestController
  public static class InPath {
    @PostMapping("/{owner}")
    @Secured(policies = OwnsIt.class)
    public String edit(@ModelAttribute("owner") Owner owner) {
      return "read " + owner.getAddress();
    }
  }

  /** What is called before the endpoint has bound the object already. */
  @RestController
  public static class BoundBefore {
    @ModelAttribute
    public void prepare(@ModelAttribute("owner") Owner owner) {}

    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    public String edit(Owner owner, @PathVariable("id") String id) {
      return "read " + owner.getAddress();
    }
  }

  /** Binds onto what is loaded, before an endpoint that takes no object at all. */
  @RestController
  public static class BindsBefore extends Loading {
    public BindsBefore(Owners owners) {
      super(owners);
    }

    @ModelAttribute
    public void prepare(@ModelAttribute("owner") Owner owner) {}

    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    public String edit(@PathVariable("id") String id) {
      return "read " + id;
    }
  }
}
