package dev.gatewright.golden;

import dev.gatewright.Secured;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

public class Archive {
  public Archive() throws IOException {}

  @Secured
  public byte[] read(String name) throws IOException, TimeoutException {
    throw new FileNotFoundException(name);
  }

  @Secured
  public <E extends Exception> void fail(E with) throws E {
    throw with;
  }
}
