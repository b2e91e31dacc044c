package dev.gatewright.applications.input;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.applications.input.AskedServices.Account;
import dev.gatewright.applications.input.AskedServices.Accounts;
import dev.gatewright.applications.input.AskedServices.TakesLocked;
import jakarta.validation.Valid;
import org.springframework.core.convert.converter.Converter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttributes;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Endpoints that are asked about roles only, before something is asked about what they bind. */
public final class AskedLater {
  private AskedLater() {}

  public abstract static class Loading {
    private final Accounts accounts;

    protected Loading(Accounts accounts) {
      this.accounts = accounts;
    }

    @ModelAttribute("account")
    public Account load(@PathVariable("id") String id) {
      return accounts.find(id);
    }
  }

  @RestController
  public static class Edits extends Loading {
    public Edits(Accounts accounts) {
      super(accounts);
    }

    @PostMapping("/accounts/{id}")
    @Secured
    public String edit(@ModelAttribute("account") Account account) {
      return "read " + account.getUser() + account.getAddress();
    }
  }

  @RestController
  public static class HandsOver extends Loading {
    public HandsOver(Accounts accounts) {
      super(accounts);
    }

    @PostMapping("/accounts/{id}")
    @Secured
    public String edit(@ModelAttribute(name = "account", binding = false) Account account) {
      return "read " + account.getUser() + account.getAddress();
    }
  }

  @RestController
  public static class TakesForm {
    @PostMapping("/accounts/{id}")
    @Secured
    public String edit(Account account) {
      return "read " + account.getUser() + account.getAddress();
    }
  }

  @RestController
  public static class OtherParameter {
    @PostMapping("/accounts/{id}")
    @Secured
    public String edit(@PathVariable("id") String id) {
      return "read " + id;
    }
  }

  @RestController
  @SessionAttributes("account")
  public static class OfSession extends TakesForm {}

  @RestController
  public static class InPath {
    @PostMapping("/accounts/{account}")
    @Secured
    public String edit(@ModelAttribute("account") Account account) {
      return "read " + account.getUser() + account.getAddress();
    }
  }

  @ControllerAdvice
  public static class Advice extends Loading {
    public Advice(Accounts accounts) {
      super(accounts);
    }
  }

  @ControllerAdvice
  public static class BindingAdvice {
    @ModelAttribute
    public void prepare(@ModelAttribute("account") Account account) {}
  }

  /** Nobody knows what it gives before it is there. */
  @ControllerAdvice
  public static class UnnamedAdvice {
    private final Accounts accounts;

    public UnnamedAdvice(Accounts accounts) {
      this.accounts = accounts;
    }

    @ModelAttribute
    public Object load(@PathVariable("id") String id) {
      return accounts.find(id);
    }
  }

  /** What it loads may be locked, and nobody knows before it is there. */
  @RestController
  public static class Locks extends Loading {
    private final TakesLocked locked;

    public Locks(Accounts accounts, TakesLocked locked) {
      super(accounts);
      this.locked = locked;
    }

    @PostMapping("/accounts/{id}")
    @Secured
    public String edit(@ModelAttribute("account") Account account) {
      if (account instanceof AskedServices.Locked lockedAccount) {
        locked.save(lockedAccount);
      }
      return "read " + account.getUser() + account.getAddress();
    }
  }

  public static class ToAccount implements Converter<String, Account> {
    private final Accounts accounts;

    public ToAccount(Accounts accounts) {
      this.accounts = accounts;
    }

    @Override
    public Account convert(String id) {
      return accounts.find(id);
    }
  }

  @RestController
  public static class Flash {
    private final Accounts accounts;

    public Flash(Accounts accounts) {
      this.accounts = accounts;
    }

    @PostMapping("/leave")
    @Secured
    public RedirectView leave(RedirectAttributes attributes) {
      attributes.addFlashAttribute("account", accounts.find("2"));
      return new RedirectView("/accounts/2");
    }
  }

  /** Another endpoint, which is asked about an account that is new. */
  @RestController
  public static class ValidatesNew {
    @PostMapping("/accounts")
    @Secured
    @ValidatedInput
    public String add(@Valid Account account) {
      return "read " + account.getAddress();
    }
  }
}
