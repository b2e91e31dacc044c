// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;

interface Small {
  @Secured
  @ValidatedInput(maxBodyBytes = 1_000)
  void place(String order);
}

interface Large {
  @Secured
  @ValidatedInput(maxBodyBytes = 1_000_000)
  void place(String order);
}

interface Same {
  @Secured
  @ValidatedInput(maxBodyBytes = 1_000)
  void place(String order);
}

interface Larger extends Small {
  @Secured
  @ValidatedInput(maxBodyBytes = 2_000)
  @Override
  void place(String order);
}

class Settled implements Small, Large {
  @ValidatedInput(maxBodyBytes = 2_000)
  @Override
  public void place(String order) {}
}

class Agreed implements Small, Same {
  @Override
  public void place(String order) {}
}

class Chain implements Small, Larger {
  @Override
  public void place(String order) {}
}
