package dev.gatewright.processor.model;

/** Who can see an element. */
public enum Visibility {
  PUBLIC,
  PROTECTED,
  PACKAGE,
  PRIVATE
}
