package dev.gatewright.golden;

import dev.gatewright.Secured;

/** A method that two interfaces declare, and one that Object has, but not for everybody. */
@Secured
public interface Files extends Reader, FileReader {
  Object clone();
}
