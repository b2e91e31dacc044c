package dev.gatewright.golden;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import java.util.Map;

public class Bank {

  /** A type that the guard names through its enclosing type. */
  public record Branch(String city) {
    public record Id(long number) {}
  }

  @Secured(roles = "teller")
  public static class Branches {
    public Branch find(Branch.Id id) {
      return new Branch(id.toString());
    }

    public Map.Entry<Branch, Branch.Id[]> first() {
      return Map.entry(new Branch("Bern"), new Branch.Id[0]);
    }
  }

  @Secured
  protected static class Vaults {
    protected Vaults() {}

    protected int count() {
      return 1;
    }

    static class Deep {
      @Public(reason = "opening hours hang on the door")
      String openingHours() {
        return "9-17";
      }
    }
  }
}
