package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.caller.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.convert.converter.Converter;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttributes;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Objects that are there before a request, and endpoints to which Spring would bind it onto them.
 */
public final class Existing {
  private Existing() {}

  public static class Owner {
    private final String user;

    @Size(max = 20)
    private String address = "home";

    public Owner() {
      this("nobody");
    }

    Owner(String user) {
      this.user = user;
    }

    public String getUser() {
      return user;
    }

    public String getAddress() {
      return address;
    }

    public void setAddress(String address) {
      this.address = address;
    }
  }

  /** Owner 1 is the caller, owner 2 another. */
  public static class Owners {
    private final Map<String, Owner> all = new ConcurrentHashMap<>();

    public Owners() {
      all.put("1", new Owner("somebody"));
      all.put("2", new Owner("another"));
    }

    public Owner find(String id) {
      return all.get(id);
    }
  }

  public static class ToOwner implements Converter<String, Owner> {
    private final Owners owners;

    public ToOwner(Owners owners) {
      this.owners = owners;
    }

    @Override
    public Owner convert(String id) {
      return owners.find(id);
    }
  }

  public static class Owns {
    private final Owners owners;

    public Owns(Owners owners) {
      this.owners = owners;
    }

    public boolean permits(Caller caller, String id) {
      return owners.find(id).getUser().equals(caller.subject());
    }
  }

  public static class OwnsIt {
    public boolean permits(Caller caller, Owner owner) {
      return owner.getUser().equals(caller.subject());
    }
  }

  public static class Nobody {
    public boolean permits(Caller caller) {
      return false;
    }
  }

  public static class ById {
    public String key(String id) {
      return id;
    }
  }

  /** Spring MVC's pattern: each request gets the object that its path names. */
  public abstract static class Loading {
    private final Owners owners;

    protected Loading(Owners owners) {
      this.owners = owners;
    }

    @ModelAttribute("owner")
    public Owner load(@PathVariable("id") String id) {
      return owners.find(id);
    }
  }

  /** The object is handed over as it is. */
  @RestController
  public static class HandedOver extends Loading {
    public HandedOver(Owners owners) {
      super(owners);
    }

    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    @ValidatedInput
    public String edit(
        @Valid @ModelAttribute(name = "owner", binding = false) Owner owner,
        @PathVariable("id") String id) {
      return "read " + owner.getUser() + owner.getAddress();
    }
  }

  @RestController
  public static class LoaderHandsOver {
    private final Owners owners;

    public LoaderHandsOver(Owners owners) {
      this.owners = owners;
    }

    @ModelAttribute(name = "owner", binding = false)
    public Owner load(@PathVariable("id") String id) {
      return owners.find(id);
    }

    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    public String edit(@ModelAttribute("owner") Owner owner, @PathVariable("id") String id) {
      return "read " + owner.getUser() + owner.getAddress();
    }
  }

  @RestController
  public static class SecuredLoaderHandsOver {
    private final Owners owners;

    public SecuredLoaderHandsOver(Owners owners) {
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
    public String edit(@Valid @ModelAttribute(name = "owner", binding = false) Owner owner) {
      return "read " + owner.getUser() + owner.getAddress();
    }
  }

  @RestController
  @SessionAttributes("owner")
  public static class SessionHandsOver {
    @ModelAttribute("owner")
    public Owner make() {
      return new Owner("somebody");
    }

    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    public String edit(
        @ModelAttribute(name = "owner", binding = false) Owner owner,
        @PathVariable("id") String id) {
      return "read " + owner.getUser() + owner.getAddress();
    }
  }

  /** A converted part of the path, which the policy is asked about. */
  @RestController
  public static class TakenFromPath {
    @PostMapping("/owners/{owner}")
    @Secured(policies = OwnsIt.class)
    public String edit(@PathVariable("owner") Owner owner) {
      return "read " + owner.getUser() + owner.getAddress();
    }
  }

  /** Nothing is asked about arguments, so that all is as in Spring MVC. */
  @RestController
  public static class OnlyRoles extends Loading {
    public OnlyRoles(Owners owners) {
      super(owners);
    }

    @PostMapping("/owners/{id}")
    @Secured(roles = "user")
    public String edit(Owner owner) {
      return "read " + owner.getAddress();
    }

    @PostMapping("/public/{id}")
    @Public(reason = "test")
    public String editPublic(Owner owner) {
      return "read " + owner.getAddress();
    }
  }

  /** Objects whose names are not known before they are there. */
  @RestController
  public static class Unnamed {
    private final Owners owners;

    public Unnamed(Owners owners) {
      this.owners = owners;
    }

    @ModelAttribute
    public void add(Model model, @PathVariable("id") String id) {
      if (id.equals("2")) {
        model.addAttribute(owners.find(id));
      }
    }

    @ModelAttribute
    public Object load(@PathVariable("id") String id) {
      return id.equals("1") ? owners.find(id) : "none";
    }

    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    public String edit(Owner owner, @PathVariable("id") String id) {
      return "read " + owner.getAddress();
    }
  }

  @ControllerAdvice
  public static class UnnamedAdvice {
    private final Owners owners;

    public UnnamedAdvice(Owners owners) {
      this.owners = owners;
    }

    @ModelAttribute
    public Object load(@PathVariable("id") String id) {
      return owners.find(id);
    }
  }

  @ControllerAdvice
  public static class BindingAdvice {
    @ModelAttribute
    public void prepare(@ModelAttribute("owner") Owner owner) {}
  }

  @RestController
  public static class WithoutObject {
    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    public String edit(@PathVariable("id") String id) {
      return "read " + id;
    }
  }

  /** What a redirect leaves for the next request. */
  @RestController
  public static class Flash {
    private final Owners owners;

    public Flash(Owners owners) {
      this.owners = owners;
    }

    @PostMapping("/leave")
    @Secured
    public RedirectView leave(RedirectAttributes attributes) {
      attributes.addFlashAttribute("owner", owners.find("2"));
      return new RedirectView("/owners/2");
    }
  }

  /** Correct code, beside a converter that makes owners of their numbers. */
  @RestController
  public static class Form {
    @PostMapping("/owners/{id}")
    @Secured(policies = Owns.class)
    public String edit(@PathVariable("id") String id, @Valid Owner owner) {
      return "read " + owner.getUser() + owner.getAddress();
    }

    @PostMapping("/keyed/{id}")
    @Secured
    @RateLimited(permits = 100, per = "1h", keyedBy = ById.class)
    public String keyed(@PathVariable("id") String id, @ModelAttribute Owner owner) {
      return "read " + owner.getUser() + owner.getAddress();
    }

    @PostMapping("/validated")
    @Secured
    @ValidatedInput
    public String validated(@Valid @ModelAttribute Owner owner) {
      return "read " + owner.getUser() + owner.getAddress();
    }
  }
}
