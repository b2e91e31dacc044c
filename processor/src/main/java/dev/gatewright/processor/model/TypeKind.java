package dev.gatewright.processor.model;

/** Kind of a type declaration. */
public enum TypeKind {
  CLASS,
  INTERFACE,
  RECORD,
  ENUM,
  ANNOTATION
}
