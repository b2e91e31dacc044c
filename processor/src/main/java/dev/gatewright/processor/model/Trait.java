package dev.gatewright.processor.model;

/** What an element is besides its visibility, as far as guarding it is concerned. */
public enum Trait {
  ABSTRACT,
  FINAL,
  /** Of a class that Lombok makes final, which its source does not say. */
  FINAL_BY_LOMBOK,
  STATIC,
  SEALED,
  DEFAULT,
  /** A member class that needs an instance of its enclosing class. */
  INNER,
  /** Declared inside a method, or anonymous. */
  LOCAL,
  /** A class whose name means another one inside of the guard. */
  HIDDEN_TYPE,
  /** Of a class that is asked: it has a method of that name which is not public, nor private. */
  OVERLOADED,
  /** Of a class that is asked: it implements the runtime's {@code CallerPlans}. */
  KNOWS_PLANS
}
