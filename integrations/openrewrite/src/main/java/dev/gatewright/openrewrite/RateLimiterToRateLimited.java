package dev.gatewright.openrewrite;

import dev.gatewright.openrewrite.RateLimiterConfiguration.Known;
import dev.gatewright.openrewrite.RateLimiterConfiguration.Numbers;
import dev.gatewright.openrewrite.RateLimiterConfiguration.Unknown;
import dev.gatewright.openrewrite.Verdict.Left;
import dev.gatewright.openrewrite.Verdict.NewAnnotation;
import dev.gatewright.openrewrite.Verdict.Turned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType.FullyQualified;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Turns {@code @RateLimiter} of resilience4j on controllers into {@code @RateLimited} with the
 * numbers of the application's configuration, where one place has the limiter for itself and calls
 * never wait.
 */
public final class RateLimiterToRateLimited
    extends ScanningRecipe<RateLimiterToRateLimited.Sources> {
  private static final String RATE_LIMITER =
      "io.github.resilience4j.ratelimiter.annotation.RateLimiter";
  private static final Set<String> PROGRAMS =
      Set.of(
          "io.github.resilience4j.ratelimiter.RateLimiterRegistry",
          "io.github.resilience4j.ratelimiter.RateLimiterConfig",
          "io.github.resilience4j.common.ratelimiter.configuration.RateLimiterConfigCustomizer");

  @Override
  public String getDisplayName() {
    return "Turn `@RateLimiter` of resilience4j into `@RateLimited` of Gatewright";
  }

  @Override
  public String getDescription() {
    return "Takes the numbers from `application.yml` and `application.properties` of the same run."
        + " What waits, falls back, is shared or stands outside of controllers stays, under a"
        + " comment that says why and what to do.";
  }

  @Override
  public Sources getInitialValue(ExecutionContext context) {
    return new Sources();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(Sources sources) {
    return new TreeVisitor<>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext context) {
        if (tree instanceof J.CompilationUnit unit) {
          sources.code.scanner().visit(unit, context);
          sources.scan(unit);
        } else if (tree != null) {
          sources.configuration.scan(tree);
        }
        return tree;
      }
    };
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(Sources sources) {
    return new EditingVisitor(sources.code) {
      @Override
      void decide(J.ClassDeclaration type, AnnotationEdits edits) {
        sources.decide(type, edits);
      }
    };
  }

  /** What is known of all sources. For one thread. */
  static final class Sources {
    private final CodeBase code = new CodeBase();
    private final RateLimiterConfiguration configuration = new RateLimiterConfiguration();
    private final Map<String, Integer> uses = new HashMap<>();
    private boolean isConfiguredByProgram;

    private Sources() {}

    private void scan(J.CompilationUnit unit) {
      isConfiguredByProgram |=
          unit.getTypesInUse().getTypesInUse().stream()
              .map(TypeUtils::asFullyQualified)
              .anyMatch(type -> type != null && PROGRAMS.contains(type.getFullyQualifiedName()));
      new JavaIsoVisitor<Map<String, Integer>>() {
        @Override
        public J.Annotation visitAnnotation(J.Annotation annotation, Map<String, Integer> to) {
          if (Types.name(annotation).equals(RATE_LIMITER)) {
            name(annotation).ifPresent(name -> to.merge(name, 1, Integer::sum));
          }
          return super.visitAnnotation(annotation, to);
        }
      }.visit(unit, uses);
    }

    private void decide(J.ClassDeclaration type, AnnotationEdits edits) {
      List<J.MethodDeclaration> methods = Reach.methods(type);
      Optional<J.Annotation> onType = limiter(type.getLeadingAnnotations());
      boolean isOnMethods =
          methods.stream().anyMatch(method -> limiter(method.getLeadingAnnotations()).isPresent());
      if (onType.isPresent()) {
        edits.decide(onType.get(), verdict(onType.get(), placeOf(type, methods, isOnMethods)));
      }
      for (J.MethodDeclaration method : methods) {
        limiter(method.getLeadingAnnotations())
            .ifPresent(
                annotation ->
                    edits.decide(annotation, verdict(annotation, placeOf(type, method, onType))));
      }
    }

    /** Why a limiter cannot be turned on a type. */
    private Optional<String> placeOf(
        J.ClassDeclaration type, List<J.MethodDeclaration> methods, boolean isOnMethods) {
      Optional<String> reason = placeOf(type);
      if (reason.isPresent()) {
        return reason;
      }
      if (isOnMethods) {
        return Optional.of("methods have others in its place, and Gatewright's add up");
      }
      return methods.stream()
          .filter(method -> Reach.isAsked(method) && !Types.isMapped(method.getMethodType()))
          .findFirst()
          .map(
              method ->
                  method.getSimpleName() + " is no endpoint, and @RateLimited would not reach it");
    }

    /** Why a limiter cannot be turned on a method. */
    private static Optional<String> placeOf(
        J.ClassDeclaration type, J.MethodDeclaration method, Optional<J.Annotation> onType) {
      if (!Types.isMapped(method.getMethodType())) {
        return Optional.of(
            "the method is no endpoint: @RateLimited limits requests, keep this for other calls");
      }
      if (onType.isPresent()) {
        return Optional.of("the class has another in its place, and Gatewright's add up");
      }
      return isClass(type)
          ? Optional.empty()
          : Optional.of("it is inherited from an interface: write @RateLimited by hand");
    }

    private Optional<String> placeOf(J.ClassDeclaration type) {
      FullyQualified known = TypeUtils.asFullyQualified(type.getType());
      if (known == null || !isClass(type) || !Types.isController(known)) {
        return Optional.of(
            "the class is no controller: @RateLimited limits requests, keep this for other calls");
      }
      return code.isExtended(known.getFullyQualifiedName())
              || Types.supertypes(known).stream()
                  .anyMatch(supertype -> supertype.getKind() == FullyQualified.Kind.Class)
          ? Optional.of("the class has a superclass or subclasses: write @RateLimited by hand")
          : Optional.empty();
    }

    private static boolean isClass(J.ClassDeclaration type) {
      return type.getKind() == J.ClassDeclaration.Kind.Type.Class;
    }

    private Verdict verdict(J.Annotation annotation, Optional<String> place) {
      if (place.isPresent()) {
        return left(place.get());
      }
      List<Expression> arguments = CodeBase.arguments(annotation);
      Optional<String> name = name(annotation);
      if (name.isEmpty() || arguments.size() > 1) {
        return left(
            "Gatewright has no fallbackMethod, configuration or permits of a limiter, and its name"
                + " must be a literal: write @RateLimited by hand");
      }
      if (uses.getOrDefault(name.get(), 0) > 1) {
        return left(
            "several places share this limiter, and @RateLimited counts for one: write it on the"
                + " class that has all of them");
      }
      if (isConfiguredByProgram) {
        return left("the application configures limiters by code: write @RateLimited by hand");
      }
      Numbers numbers = configuration.numbers(name.get());
      if (numbers instanceof Known known) {
        return turned(known);
      }
      return left(((Unknown) numbers).reason());
    }

    private static Verdict turned(Known known) {
      return new Turned(
          NewAnnotation.of(
              "@~RateLimited("
                  + RateLimiterConfiguration.text(known.permits(), known.period())
                  + ", strategy = ~Strategy.FIXED_WINDOW, key = ~LimitKey.GLOBAL)"),
          "one number for all callers, as resilience4j's; calls without the right role count, too,"
              + " and with gatewright-redis all instances count together");
    }

    private static Verdict left(String reason) {
      return new Left("@RateLimiter stays: " + reason);
    }

    private static Optional<J.Annotation> limiter(List<J.Annotation> annotations) {
      return annotations.stream().filter(each -> Types.name(each).equals(RATE_LIMITER)).findFirst();
    }

    private static Optional<String> name(J.Annotation annotation) {
      for (Expression argument : CodeBase.arguments(annotation)) {
        if (argument instanceof J.Assignment assignment
            && assignment.getVariable() instanceof J.Identifier attribute
            && attribute.getSimpleName().equals("name")
            && assignment.getAssignment() instanceof J.Literal literal
            && literal.getValue() instanceof String text) {
          return Optional.of(text);
        }
      }
      return Optional.empty();
    }
  }
}
