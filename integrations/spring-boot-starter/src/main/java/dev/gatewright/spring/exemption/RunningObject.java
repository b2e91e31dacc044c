package dev.gatewright.spring.exemption;

import dev.gatewright.spring.guard.FrameworkClasses;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * An object whose methods a thread runs at the moment.
 *
 * @param type its class, as far as the methods tell: the most derived of those that declare them
 * @param calls its methods, innermost first
 */
public record RunningObject(Class<?> type, List<StackWalker.StackFrame> calls) {

  /** The object of calls that {@link #mayRun} has found to be of one. */
  public static RunningObject of(List<StackWalker.StackFrame> calls) {
    Class<?> type = calls.get(0).getDeclaringClass();
    for (StackWalker.StackFrame call : calls) {
      if (type.isAssignableFrom(call.getDeclaringClass())) {
        type = call.getDeclaringClass();
      }
    }
    return new RunningObject(type, List.copyOf(calls));
  }

  /** Whether the method of a class may be one of the object whose calls have been met so far. */
  public static boolean mayRun(List<StackWalker.StackFrame> met, Class<?> type) {
    return met.stream()
        .map(StackWalker.StackFrame::getDeclaringClass)
        .allMatch(each -> each.isAssignableFrom(type) || type.isAssignableFrom(each));
  }

  /** Whether all of its methods that run are declared in packages of that name. */
  public boolean isOf(String packages) {
    return calls.stream()
        .allMatch(call -> FrameworkClasses.contain(call.getDeclaringClass(), packages));
  }

  /**
   * Whether it may be of that class: of its own one, or of a subclass which overrides none of the
   * methods that run, as the overriding one would run instead.
   */
  public boolean mayBe(Class<?> other) {
    if (!type.isAssignableFrom(other)) {
      return false;
    }
    for (Class<?> each = other; each != null && each != type; each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        if (calls.stream().anyMatch(call -> isOverridden(call, method))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOverridden(StackWalker.StackFrame call, Method by) {
    if (!call.getMethodName().equals(by.getName())
        || !call.getMethodType().parameterList().equals(List.of(by.getParameterTypes()))) {
      return false;
    }
    try {
      Method own = call.getDeclaringClass().getDeclaredMethod(by.getName(), by.getParameterTypes());
      return !Modifier.isPrivate(own.getModifiers()) && !Modifier.isStatic(own.getModifiers());
    } catch (NoSuchMethodException | LinkageError hidden) {
      return false;
    }
  }
}
