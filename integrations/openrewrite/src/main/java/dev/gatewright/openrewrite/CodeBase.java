package dev.gatewright.openrewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.marker.JavaSourceSet;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.Flag;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.JavaType.FullyQualified;
import org.openrewrite.java.tree.TypeUtils;

/**
 * What has to be known of all sources before one of them is changed. Filled by {@link #scanner()}
 * on one thread, only read from then on.
 */
final class CodeBase {

  /** Types by which an application changes what roles mean in Spring Security. */
  private static final List<String> MEANINGS =
      List.of(
          "org.springframework.security.access.hierarchicalroles.RoleHierarchy",
          "org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl",
          "org.springframework.security.config.core.GrantedAuthorityDefaults",
          "org.springframework.security.access.expression.method.MethodSecurityExpressionHandler",
          "org.springframework.security.access.expression.method"
              + ".DefaultMethodSecurityExpressionHandler",
          "org.springframework.security.authorization.method.Jsr250AuthorizationManager",
          "org.springframework.security.authorization.method.SecuredAuthorizationManager",
          "org.springframework.security.authorization.method"
              + ".PreAuthorizeAuthorizationManager");

  private final Set<String> extended = new HashSet<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> meanings = new TreeSet<>();
  private final Map<String, String> constants = new HashMap<>();
  private final AnnotationWriter writer = new AnnotationWriter();

  /** Writes annotations for all sources. */
  AnnotationWriter writer() {
    return writer;
  }

  /** Whether another type of the sources, tests apart, extends or implements a type. */
  boolean isExtended(String type) {
    return extended.contains(type);
  }

  /** Whether the sources declare a type. */
  boolean declares(String type) {
    return declared.contains(type);
  }

  /** The simple name of a type by which the application changes what roles mean, if it uses one. */
  Optional<String> changedMeaning() {
    return meanings.stream().findFirst().map(name -> name.substring(name.lastIndexOf('.') + 1));
  }

  /** The texts of an annotation's {@code value}, empty where one of them is not known. */
  Optional<List<String>> values(J.Annotation annotation) {
    List<Expression> arguments = arguments(annotation);
    if (arguments.isEmpty()) {
      return Optional.of(List.of());
    }
    if (arguments.size() > 1) {
      return Optional.empty();
    }
    Expression argument = arguments.get(0);
    if (argument instanceof J.Assignment assignment) {
      if (!(assignment.getVariable() instanceof J.Identifier name)
          || !name.getSimpleName().equals("value")) {
        return Optional.empty();
      }
      argument = assignment.getAssignment();
    }
    List<Expression> elements =
        argument instanceof J.NewArray array ? initializer(array) : List.of(argument);
    List<String> texts = new ArrayList<>();
    for (Expression element : elements) {
      String text = text(element);
      if (text == null) {
        return Optional.empty();
      }
      texts.add(text);
    }
    return Optional.of(texts);
  }

  /** The arguments of an annotation, none where the parentheses are empty. */
  static List<Expression> arguments(J.Annotation annotation) {
    List<Expression> arguments = annotation.getArguments();
    return arguments == null
        ? List.of()
        : arguments.stream().filter(each -> !(each instanceof J.Empty)).toList();
  }

  private static List<Expression> initializer(J.NewArray array) {
    List<Expression> elements = array.getInitializer();
    return elements == null
        ? List.of()
        : elements.stream().filter(each -> !(each instanceof J.Empty)).toList();
  }

  /** The text of an expression of literals and constants of the sources, null of any other. */
  @Nullable String text(Expression expression) {
    if (expression instanceof J.Literal literal) {
      return literal.getValue() instanceof String text ? text : null;
    }
    if (expression instanceof J.Parentheses<?> parentheses
        && parentheses.getTree() instanceof Expression inside) {
      return text(inside);
    }
    if (expression instanceof J.Binary binary && binary.getOperator() == J.Binary.Type.Addition) {
      String left = text(binary.getLeft());
      String right = left == null ? null : text(binary.getRight());
      return right == null ? null : left + right;
    }
    if (expression instanceof J.FieldAccess access) {
      return constant(access.getName().getFieldType());
    }
    return expression instanceof J.Identifier name ? constant(name.getFieldType()) : null;
  }

  private @Nullable String constant(JavaType.@Nullable Variable field) {
    return field == null ? null : constants.get(key(field));
  }

  private static String key(JavaType.Variable field) {
    FullyQualified owner = TypeUtils.asFullyQualified(field.getOwner());
    return owner == null ? "" : owner.getFullyQualifiedName() + "." + field.getName();
  }

  /** Reads a source into this. */
  JavaIsoVisitor<ExecutionContext> scanner() {
    return new Scanner();
  }

  private final class Scanner extends JavaIsoVisitor<ExecutionContext> {
    private boolean isTest;

    @Override
    public J.CompilationUnit visitCompilationUnit(
        J.CompilationUnit unit, ExecutionContext context) {
      isTest =
          unit.getMarkers()
              .findFirst(JavaSourceSet.class)
              .filter(set -> set.getName().equals("test"))
              .isPresent();
      for (JavaType used : unit.getTypesInUse().getTypesInUse()) {
        FullyQualified type = TypeUtils.asFullyQualified(used);
        if (!isTest && type != null && MEANINGS.contains(type.getFullyQualifiedName())) {
          meanings.add(type.getFullyQualifiedName());
        }
      }
      return super.visitCompilationUnit(unit, context);
    }

    @Override
    public J.ClassDeclaration visitClassDeclaration(
        J.ClassDeclaration type, ExecutionContext context) {
      FullyQualified known = type.getType();
      if (known != null) {
        declared.add(known.getFullyQualifiedName());
        if (!isTest) {
          Types.supertypes(known).forEach(each -> extended.add(each.getFullyQualifiedName()));
        }
      }
      return super.visitClassDeclaration(type, context);
    }

    @Override
    public J.VariableDeclarations.NamedVariable visitVariable(
        J.VariableDeclarations.NamedVariable variable, ExecutionContext context) {
      JavaType.Variable field = variable.getVariableType();
      if (field != null
          && field.hasFlags(Flag.Static, Flag.Final)
          && variable.getInitializer() != null) {
        String text = text(variable.getInitializer());
        if (text != null) {
          constants.put(key(field), text);
        }
      }
      return super.visitVariable(variable, context);
    }
  }
}
