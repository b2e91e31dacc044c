package dev.gatewright.golden;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.GroupSequence;
import jakarta.validation.constraints.Size;

/** Says which groups its default group is, itself among them. */
public class Steps {
  /** Asked first. */
  public interface First {}

  /** The guard stands in the place of its class. */
  @Public(reason = "only validated")
  @ValidatedInput
  @GroupSequence({First.class, Depot.class})
  public static class Depot {
    public void keep(@Size(max = 3, groups = First.class) String text) {}
  }

  /** Inherits nothing of it. */
  public static class Cellar extends Depot {
    @Override
    public void keep(String text) {}
  }
}
