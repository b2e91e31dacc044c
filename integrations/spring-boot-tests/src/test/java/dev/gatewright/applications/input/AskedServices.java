package dev.gatewright.applications.input;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.caller.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Service;

/** Services that are asked about what an endpoint hands to them, and such that are not. */
public final class AskedServices {
  private AskedServices() {}

  /** What classes of accounts are known by. */
  public interface Owned {
    String getUser();
  }

  /** What only some of them are. */
  public interface Locked {}

  public static class BasicAccount implements Owned {
    private final String user;

    @Size(max = 10)
    private String address = "home";

    public BasicAccount() {
      this("nobody");
    }

    BasicAccount(String user) {
      this.user = user;
    }

    @Override
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

  public static class Account extends BasicAccount {
    public Account() {}

    Account(String user) {
      super(user);
    }
  }

  public static class LockedAccount extends Account implements Locked {
    public LockedAccount() {}

    LockedAccount(String user) {
      super(user);
    }
  }

  /** Has nothing to do with accounts. */
  public static class Invoice {
    @Size(max = 10)
    public String text = "";
  }

  /** Account 1 is the caller's, 2 another's, 3 is locked. */
  public static class Accounts {
    private final Map<String, Account> all = new ConcurrentHashMap<>();

    public Accounts() {
      all.put("1", new Account("somebody"));
      all.put("2", new Account("another"));
      all.put("3", new LockedAccount("another"));
    }

    public Account find(String id) {
      return all.get(id);
    }
  }

  public static class OwnsAccount {
    public boolean permits(Caller caller, Owned account) {
      return account.getUser().equals(caller.subject());
    }
  }

  public static class KnowsId {
    public boolean permits(Caller caller, String id) {
      return id.equals("1");
    }
  }

  @Service
  public static class WithPolicy {
    @Secured(policies = OwnsAccount.class)
    public void save(Account account) {}
  }

  @Service
  @Secured(policies = OwnsAccount.class)
  public static class OnType {
    public void save(Account account) {}
  }

  /** The policy looks at the id only; what it refuses has been changed all the same. */
  @Service
  public static class WithPolicyOnId {
    @Secured(policies = KnowsId.class)
    public void save(String id, Account account) {}
  }

  @Service
  public static class WithPolicyOnCaller {
    @Secured(policies = Existing.Nobody.class)
    public void save(Account account) {}
  }

  @Service
  public static class Keyed {
    @Secured
    @RateLimited(permits = 1, per = "1h", keyedBy = Existing.ById.class)
    public void save(String id, Account account) {}
  }

  @Service
  public static class Validated {
    @Secured
    @ValidatedInput
    public void save(@Valid Account account) {}
  }

  @Service
  @Lazy
  public static class MadeLater {
    @Secured(policies = OwnsAccount.class)
    public void save(Account account) {}
  }

  @Service
  @Scope("prototype")
  public static class MadeOften {
    @Secured(policies = OwnsAccount.class)
    public void save(Account account) {}
  }

  @Service
  public static class TakesSubclass {
    @Secured(policies = OwnsAccount.class)
    public void save(LockedAccount account) {}
  }

  @Service
  public static class TakesSuperclass {
    @Secured(policies = OwnsAccount.class)
    public void save(BasicAccount account) {}
  }

  @Service
  public static class TakesInterface {
    @Secured(policies = OwnsAccount.class)
    public void save(Owned account) {}
  }

  @Service
  public static class TakesAnything {
    @Secured(policies = Existing.Nobody.class)
    public void save(Object account) {}
  }

  @Service
  public static class TakesList {
    @Secured
    @ValidatedInput
    public void save(List<@Valid Account> accounts) {}
  }

  @Service
  public static class TakesNested {
    @Secured(policies = Existing.Nobody.class)
    public void save(Map<String, Optional<? extends Account>[]> accounts) {}
  }

  @Service
  public static class TakesArray {
    @Secured
    @ValidatedInput
    public void save(@Valid Account... accounts) {}
  }

  public static class AllAccounts extends ArrayList<Account> {
    private static final long serialVersionUID = 1;
  }

  @Service
  public static class TakesCollectionOfItsOwn {
    @Secured(policies = Existing.Nobody.class)
    public void save(AllAccounts accounts) {}
  }

  @Service
  public static class TakesVariable {
    @Secured
    @ValidatedInput
    public <T extends Account> void save(@Valid T account) {}
  }

  public abstract static class Saving<T> {
    @Secured
    @ValidatedInput
    public void save(@Valid T object) {}
  }

  @Service
  public static class SavesAccounts extends Saving<Account> {}

  @Service
  public static class SavesInvoices extends Saving<Invoice> {}

  @Service
  public static class TakesInvoices {
    @Secured(policies = KnowsId.class)
    public void find(String id, Class<?> type, Map<String, Object> hints) {}

    @Secured
    @ValidatedInput
    public void save(@Valid Invoice invoice, List<@Valid Invoice> others) {}
  }

  @Service
  public static class OnlyRoles {
    @Secured(roles = "user", scopes = "none")
    public void save(Account account) {}
  }

  @Service
  public static class OnlyCounted {
    @Secured
    @RateLimited(permits = 1, per = "1h")
    public void save(Account account) {}
  }

  /** Asks, but not about accounts: the other method does nothing but look at roles. */
  @Service
  public static class AsksElsewhere {
    @Secured(policies = KnowsId.class)
    public void find(String id) {}

    @Secured(roles = "user")
    public void save(Account account) {}
  }

  @Service
  public static class TakesLocked {
    @Secured(policies = Existing.Nobody.class)
    public void save(Locked account) {}
  }
}
