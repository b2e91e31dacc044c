package dev.gatewright.golden;

import java.io.IOException;
import java.util.List;

/** What it returns is less, and what it throws is more, than what {@link FileReader} says. */
public interface Reader {
  Number count() throws IOException, InterruptedException;

  List<?> lines() throws IOException;
}
