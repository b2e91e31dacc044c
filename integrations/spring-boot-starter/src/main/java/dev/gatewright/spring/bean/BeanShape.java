package dev.gatewright.spring.bean;

import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.GuardAnnotations;
import dev.gatewright.spring.guard.GuardClasses;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How the class of a bean came to be, and so what can be done where the bean has no guard. */
enum BeanShape {
  /** The processor generates its guard. */
  CLASS,

  /** Extends a class whose guard is there, and has none itself. */
  SUBCLASS,

  /** Its concrete subclasses have guards. */
  ABSTRACT,

  /** Clients and servers may share it, so that it is not the class that answers. */
  INTERFACE,

  /** Made of interfaces while the application runs, as the clients of HTTP interfaces are. */
  PROXY,

  /** Has no class that could be extended. */
  LAMBDA,

  /** Has no name that a guard could have. */
  ANONYMOUS,

  /** Is declared in a method, where the processor sees nothing. */
  LOCAL,

  /** Made while the application runs; nothing can extend it. */
  HIDDEN;

  static BeanShape of(Class<?> type) {
    if (Proxy.isProxyClass(type)) {
      return PROXY;
    }
    if (type.isHidden()) {
      return type.getName().contains("$$Lambda") ? LAMBDA : HIDDEN;
    }
    if (type.isInterface()) {
      return INTERFACE;
    }
    if (type.isAnonymousClass()) {
      return ANONYMOUS;
    }
    if (type.isLocalClass()) {
      return LOCAL;
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      return ABSTRACT;
    }
    return guardedParent(type) == Object.class ? CLASS : SUBCLASS;
  }

  /** Whether the processor can generate a guard for a class of this shape. */
  boolean mayHaveGuard() {
    return this == CLASS || this == SUBCLASS;
  }

  /** Describes a class of this shape by names that are in the application's code. */
  String describe(Class<?> type) {
    return switch (this) {
      case CLASS -> type.getName();
      case SUBCLASS ->
          type.getName() + ", which extends the guarded class " + guardedParent(type).getName();
      case ABSTRACT -> "the abstract class " + type.getName();
      case INTERFACE -> "the interface " + type.getName();
      case PROXY -> "a proxy of " + annotatedParents(type);
      case LAMBDA ->
          "a lambda in " + writtenIn(type) + " that implements " + annotatedParents(type);
      case ANONYMOUS -> "an anonymous class in " + type.getEnclosingClass().getName();
      case LOCAL ->
          "the local class " + type.getSimpleName() + " in " + type.getEnclosingClass().getName();
      case HIDDEN -> "a hidden class that was defined as " + writtenIn(type);
    };
  }

  /** What to do where a bean of this shape is made without its guard. */
  String fix(Class<?> type) {
    return switch (this) {
      case CLASS ->
          "return new "
              + simpleGuard(type)
              + "(...), which takes the same arguments, the Gate, and the policies, or let the"
              + " class be found by component scan.";
      case SUBCLASS ->
          "return new "
              + simpleGuard(guardedParent(type))
              + "(...); or, if the subclass is needed, compile it with the annotation processor,"
              + " too, and let it be found by component scan.";
      case ABSTRACT ->
          "let the concrete class be found by component scan; or return its guard, and declare the"
              + " guard as the type of what is made.";
      case INTERFACE, PROXY ->
          "put the annotations on the controller, or other class, that answers, not on "
              + (this == PROXY ? annotatedParents(type) : type.getName())
              + ", which others implement; or let a named class implement it, and be found by"
              + " component scan.";
      case LAMBDA, ANONYMOUS, LOCAL, HIDDEN ->
          "write it as a named class, at the top level or static in another, so that the processor"
              + " generates its guard, and let it be found by component scan.";
    };
  }

  private static String simpleGuard(Class<?> type) {
    String guard = GuardClasses.nameFor(type);
    return guard.substring(guard.lastIndexOf('.') + 1);
  }

  /** The nearest superclass that has a guard; Object where there is none, or the class has one. */
  private static Class<?> guardedParent(Class<?> type) {
    Class<?> each = type;
    if (GuardClasses.find(type) == null) {
      each = type.getSuperclass();
      while (each != null && GuardClasses.find(each) == null) {
        each = each.getSuperclass();
      }
    }
    return each == null || each == type ? Object.class : each;
  }

  /** The interfaces by which annotations reach a class that has no code of its own. */
  private static String annotatedParents(Class<?> type) {
    GuardAnnotations annotations = new GuardAnnotations();
    return Arrays.stream(type.getInterfaces())
        .filter(annotations::reach)
        .map(Class::getName)
        .collect(Collectors.joining(" and "));
  }

  /** Hidden classes are called by their code's name and a slash. */
  private static String writtenIn(Class<?> type) {
    String name = Exemptions.nameOf(type);
    int suffix = name.indexOf('/');
    return suffix < 0 ? name : name.substring(0, suffix);
  }
}
