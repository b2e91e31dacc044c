package dev.gatewright.openrewrite;

import dev.gatewright.openrewrite.Verdict.NewAnnotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;

/**
 * Makes annotations of Gatewright's, with their types, without the class path of the sources. For
 * one thread.
 */
final class AnnotationWriter {
  static final String PACKAGE = "dev.gatewright";
  static final String VALID = "jakarta.validation.Valid";

  /** The annotations, as far as recipes write them. */
  private static final String[] DECLARATIONS = {
    "package dev.gatewright; public @interface Secured"
        + " { String[] roles() default {}; String[] scopes() default {}; }",
    "package dev.gatewright; public @interface Public { String reason(); }",
    "package dev.gatewright; public @interface ValidatedInput { Class<?>[] groups() default {}; }",
    "package dev.gatewright; public enum Strategy { FIXED_WINDOW }",
    "package dev.gatewright; public enum LimitKey { GLOBAL }",
    "package dev.gatewright; public @interface RateLimited { long permits(); String per();"
        + " Strategy strategy(); LimitKey key(); }",
    "package jakarta.validation; public @interface Valid {}"
  };

  private static final Pattern NAME = Pattern.compile("~(\\w+)");

  private final Map<String, J.Annotation> written = new HashMap<>();
  private @Nullable JavaParser parser;

  /** The simple names of the types that an annotation is written with. */
  static Set<String> names(NewAnnotation annotation) {
    return NAME.matcher(annotation.code())
        .results()
        .map((MatchResult name) -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The type of one of these names. */
  static String type(String name) {
    return name.equals("Valid") ? VALID : PACKAGE + "." + name;
  }

  /**
   * An annotation with new ids and nothing before it.
   *
   * @param qualified simple names that are written with their packages
   */
  J.Annotation write(NewAnnotation annotation, Set<String> qualified) {
    String text =
        NAME.matcher(annotation.code())
            .replaceAll(
                name -> qualified.contains(name.group(1)) ? type(name.group(1)) : name.group(1));
    J.Annotation made = written.computeIfAbsent(text, this::parse).withId(Tree.randomId());
    return annotation.groups() == null ? made : withGroups(made, annotation.groups());
  }

  private J.Annotation parse(String text) {
    if (parser == null) {
      parser = JavaParser.fromJavaVersion().dependsOn(DECLARATIONS).build();
    }
    parser.reset();
    String source =
        "import dev.gatewright.*;\nimport jakarta.validation.Valid;\n" + text + "\nclass Bearer {}";
    J.CompilationUnit unit = (J.CompilationUnit) parser.parse(source).findFirst().orElseThrow();
    return unit.getClasses().get(0).getLeadingAnnotations().get(0).withPrefix(Space.EMPTY);
  }

  /** Puts the groups as they were written in the place of a class literal. */
  private static J.Annotation withGroups(J.Annotation made, Expression groups) {
    List<Expression> arguments = made.getArguments();
    if (arguments == null || !(arguments.get(0) instanceof J.Assignment assignment)) {
      throw new IllegalStateException("there is no attribute groups in " + made);
    }
    return made.withArguments(
        List.of(assignment.withAssignment(groups.withPrefix(Space.SINGLE_SPACE))));
  }
}
