package dev.gatewright.spring.bean;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aspectj.weaver.internal.tools.PointcutExpressionImpl;
import org.aspectj.weaver.patterns.AndPointcut;
import org.aspectj.weaver.patterns.NotPointcut;
import org.aspectj.weaver.patterns.OrPointcut;
import org.aspectj.weaver.patterns.Pointcut;
import org.aspectj.weaver.patterns.ThisOrTargetAnnotationPointcut;
import org.springframework.aop.aspectj.AspectJExpressionPointcut;

/**
 * Reads of a pointcut which annotations it asks the called object's class for, as by {@code
 * @target(Service)}: that is asked at each call only, whatever matches before.
 */
final class TargetAnnotations {
  private TargetAnnotations() {}

  /** Whether a guard bears all of them that the guarded class bears. */
  static boolean areAlike(AspectJExpressionPointcut pointcut, Class<?> guarded, Class<?> guard) {
    List<String> asked = new ArrayList<>();
    if (pointcut.getPointcutExpression() instanceof PointcutExpressionImpl expression) {
      collect(expression.getUnderlyingPointcut(), true, asked);
    }
    return asked.stream().noneMatch(each -> bears(guarded, each) && !bears(guard, each));
  }

  /** What must not be there is not missed. */
  private static void collect(Pointcut pointcut, boolean isWanted, List<String> asked) {
    if (pointcut instanceof AndPointcut both) {
      collect(both.getLeft(), isWanted, asked);
      collect(both.getRight(), isWanted, asked);
    } else if (pointcut instanceof OrPointcut either) {
      collect(either.getLeft(), isWanted, asked);
      collect(either.getRight(), isWanted, asked);
    } else if (pointcut instanceof NotPointcut not) {
      collect(not.getNegatedPointcut(), !isWanted, asked);
    } else if (isWanted && pointcut instanceof ThisOrTargetAnnotationPointcut annotated) {
      asked.add(annotated.getAnnotationTypePattern().getAnnotationType().getName());
    }
  }

  private static boolean bears(Class<?> type, String annotation) {
    return Stream.of(type.getAnnotations())
        .anyMatch(each -> each.annotationType().getName().equals(annotation));
  }
}
