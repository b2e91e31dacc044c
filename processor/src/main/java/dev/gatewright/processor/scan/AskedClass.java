package dev.gatewright.processor.scan;

import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A class literal in an annotation whose class a guard, or the gate for it, asks.
 *
 * @param method name of the method that is called
 */
record AskedClass(TypeMirror type, String method) {

  static AskedClass policy(TypeMirror type) {
    return new AskedClass(type, "permits");
  }

  static AskedClass key(TypeMirror type) {
    return new AskedClass(type, "key");
  }

  static AskedClass plans(TypeMirror type) {
    return new AskedClass(type, "plan");
  }

  /** {@code Void.class} stands for no class where an annotation may leave it out. */
  boolean isStated() {
    return !(type instanceof DeclaredType declared
        && ElementNames.isNamed(declared.asElement(), "java.lang.Void"));
  }
}
