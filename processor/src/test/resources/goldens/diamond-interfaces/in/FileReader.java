package dev.gatewright.golden;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;

public interface FileReader {
  Integer count() throws IOException;

  List<String> lines() throws FileNotFoundException;
}
