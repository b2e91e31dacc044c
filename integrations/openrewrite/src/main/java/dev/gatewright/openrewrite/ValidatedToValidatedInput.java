package dev.gatewright.openrewrite;

import dev.gatewright.openrewrite.Verdict.Left;
import dev.gatewright.openrewrite.Verdict.NewAnnotation;
import dev.gatewright.openrewrite.Verdict.Turned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType.FullyQualified;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Turns {@code @Validated} of Spring on controllers and their endpoints into
 * {@code @ValidatedInput}, with its groups, and on their parameters into {@code @Valid}. Other
 * beans keep it.
 */
public final class ValidatedToValidatedInput extends ScanningRecipe<CodeBase> {
  private static final String VALIDATED = "org.springframework.validation.annotation.Validated";
  private static final Set<String> CONSTRAINTS =
      Set.of("jakarta.validation.Constraint", "jakarta.validation.Valid");
  private static final String VALIDATED_INPUT = "dev.gatewright.ValidatedInput";

  @Override
  public String getDisplayName() {
    return "Turn `@Validated` on controllers into `@ValidatedInput` of Gatewright";
  }

  @Override
  public String getDescription() {
    return "Keeps the groups. What the guard would not validate in the same way stays, under a"
        + " comment that says why and what to do.";
  }

  @Override
  public CodeBase getInitialValue(ExecutionContext context) {
    return new CodeBase();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(CodeBase code) {
    return code.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(CodeBase code) {
    return new EditingVisitor(code) {
      @Override
      void decide(J.ClassDeclaration type, AnnotationEdits edits) {
        FullyQualified known = TypeUtils.asFullyQualified(type.getType());
        if (known != null && Types.isController(known)) {
          new Controller(type, known, code, edits).decide();
        }
      }
    };
  }

  /** One controller. */
  private record Controller(
      J.ClassDeclaration type, FullyQualified known, CodeBase code, AnnotationEdits edits) {

    void decide() {
      List<J.MethodDeclaration> methods = Reach.methods(type);
      Optional<J.Annotation> onType = validated(type.getLeadingAnnotations());
      Optional<String> obstacle = obstacle(methods);
      onType.ifPresent(annotation -> turn(annotation, type.getLeadingAnnotations(), obstacle));
      for (J.MethodDeclaration method : methods) {
        Optional<String> reason =
            onType.isPresent()
                ? obstacle
                : Optional.of(
                    "its groups hold where the class bears one, too: write"
                        + " @ValidatedInput(groups)");
        validated(method.getLeadingAnnotations())
            .ifPresent(annotation -> turn(annotation, method.getLeadingAnnotations(), reason));
        parameters(method, obstacle);
      }
    }

    /** Why the guard would not validate all that Spring does. */
    private Optional<String> obstacle(List<J.MethodDeclaration> methods) {
      if (Types.supertypes(known).stream()
          .anyMatch(supertype -> supertype.getKind() == FullyQualified.Kind.Class)) {
        return Optional.of("the class has a superclass: write @ValidatedInput by hand");
      }
      if (code.isExtended(known.getFullyQualifiedName())) {
        return Optional.of("other classes extend this one: write @ValidatedInput by hand");
      }
      for (J.MethodDeclaration method : methods) {
        boolean hasParameters = !(method.getParameters().get(0) instanceof J.Empty);
        if (Reach.isAsked(method) && hasParameters && !Types.isMapped(method.getMethodType())) {
          return Optional.of(
              method.getSimpleName()
                  + " is no endpoint and would be validated no more: move it to another class");
        }
        if (method.getMethodType() != null && Types.hasAny(method.getMethodType(), CONSTRAINTS)) {
          return Optional.of(
              method.getSimpleName()
                  + " has constraints on its result, which a guard does not check: move them");
        }
        if (parametersOf(method)
            .flatMap(parameter -> validated(parameter.getLeadingAnnotations()).stream())
            .anyMatch(annotation -> !CodeBase.arguments(annotation).isEmpty())) {
          return Optional.of(
              "a parameter of "
                  + method.getSimpleName()
                  + " names groups of its own: write @ValidatedInput(groups) on the method and"
                  + " @Valid there");
        }
      }
      return Optional.empty();
    }

    private void turn(
        J.Annotation annotation, List<J.Annotation> beside, Optional<String> obstacle) {
      List<Expression> arguments = CodeBase.arguments(annotation);
      Optional<String> reason =
          beside.stream().anyMatch(each -> Types.name(each).equals(VALIDATED_INPUT))
              ? Optional.of("there is @ValidatedInput already: name the groups there")
              : obstacle;
      edits.decide(
          annotation,
          reason.isPresent()
              ? new Left("@Validated stays: " + reason.get())
              : new Turned(arguments.isEmpty() ? plain() : withGroups(arguments.get(0)), null));
    }

    private static NewAnnotation plain() {
      return NewAnnotation.of("@~ValidatedInput");
    }

    private static NewAnnotation withGroups(Expression argument) {
      return new NewAnnotation(
          "@~ValidatedInput(groups = Void.class)",
          argument instanceof J.Assignment named ? named.getAssignment() : argument);
    }

    /** On a parameter of an endpoint it is Jakarta Validation's, which both read. */
    private void parameters(J.MethodDeclaration method, Optional<String> obstacle) {
      if (!Types.isMapped(method.getMethodType())) {
        return;
      }
      for (J.VariableDeclarations parameter : parametersOf(method).toList()) {
        Optional<J.Annotation> annotation = validated(parameter.getLeadingAnnotations());
        if (annotation.isEmpty()) {
          continue;
        }
        if (CodeBase.arguments(annotation.get()).isEmpty()) {
          edits.decide(annotation.get(), new Turned(NewAnnotation.of("@~Valid"), null));
        } else {
          edits.remark(method, "@Validated stays: " + obstacle.orElse(""));
        }
      }
    }

    private static Stream<J.VariableDeclarations> parametersOf(J.MethodDeclaration method) {
      return method.getParameters().stream()
          .filter(J.VariableDeclarations.class::isInstance)
          .map(J.VariableDeclarations.class::cast);
    }

    private static Optional<J.Annotation> validated(List<J.Annotation> annotations) {
      return annotations.stream().filter(each -> Types.name(each).equals(VALIDATED)).findFirst();
    }
  }
}
