package dev.gatewright.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.gatewright.processor.rule.ElementRule;
import dev.gatewright.processor.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/**
 * Finds annotated local and anonymous classes. Annotation processing shows no bodies, so this asks
 * javac's trees; their names are not resolved yet, and imports say what they mean.
 */
final class LocalTypes {
  private static final String PACKAGE = "dev.gatewright";
  private static final Set<String> ANNOTATIONS =
      Set.of("Secured", "Public", "RateLimited", "RateLimited.All", "ValidatedInput");

  /** The simple name of the container of repeated limits, which may be written by hand. */
  private static final String CONTAINER = "All";

  private final SourceTrees trees;

  LocalTypes(SourceTrees trees) {
    this.trees = trees;
  }

  /** A finding for each annotated class inside a body of the type. */
  List<Finding> check(Element rootType) {
    TreePath path = trees.trees().getPath(rootType);
    List<Finding> findings = new ArrayList<>();
    if (path != null) {
      new Search(path.getCompilationUnit(), findings).scan(path.getLeaf(), null);
    }
    return findings;
  }

  private static final class Search extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final List<Finding> findings;
    private boolean inBody;

    Search(CompilationUnitTree unit, List<Finding> findings) {
      this.unit = unit;
      this.findings = findings;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (inBody) {
        annotations(type).findFirst().ifPresent(annotation -> report(type, annotation));
      }
      boolean wasInBody = inBody;
      for (Tree member : type.getMembers()) {
        inBody = wasInBody || !(member instanceof ClassTree);
        scan(member, null);
      }
      inBody = wasInBody;
      return null;
    }

    /** Looks into no annotation, which holds no class. */
    @Override
    public Void visitModifiers(ModifiersTree modifiers, Void nothing) {
      return null;
    }

    private void report(ClassTree type, AnnotationTree annotation) {
      String name = type.getSimpleName().toString();
      TreeSpot spot =
          new TreeSpot(
              name.isEmpty() ? "an anonymous class" : "the local class " + name, annotation, unit);
      findings.add(
          Finding.of(ElementRule.LOCAL_CLASS, spot, "@" + simpleName(annotation), spot.element()));
    }

    private Stream<? extends AnnotationTree> annotations(ClassTree type) {
      Stream<? extends AnnotationTree> ofMethods =
          type.getMembers().stream()
              .filter(MethodTree.class::isInstance)
              .map(MethodTree.class::cast)
              .flatMap(method -> method.getModifiers().getAnnotations().stream());
      return Stream.concat(type.getModifiers().getAnnotations().stream(), ofMethods)
          .filter(this::isOurs);
    }

    private boolean isOurs(AnnotationTree annotation) {
      String written = annotation.getAnnotationType().toString();
      return ANNOTATIONS.stream().anyMatch(each -> isName(written, PACKAGE + "." + each));
    }

    /** Whether that is written for the qualified name, in full or from an import on. */
    private boolean isName(String written, String qualifiedName) {
      if (written.equals(qualifiedName)) {
        return true;
      }
      if (!qualifiedName.endsWith("." + written)) {
        return false;
      }
      String around = qualifiedName.substring(0, qualifiedName.length() - written.length());
      int end = written.indexOf('.');
      String first = end < 0 ? written : written.substring(0, end);
      return unit.getImports().stream()
          .map(each -> each.getQualifiedIdentifier().toString())
          .anyMatch(name -> name.equals(around + first) || name.equals(around + "*"));
    }

    private static String simpleName(AnnotationTree annotation) {
      String written = annotation.getAnnotationType().toString();
      boolean container = written.equals(CONTAINER) || written.endsWith("." + CONTAINER);
      return container ? "RateLimited" : written.substring(written.lastIndexOf('.') + 1);
    }
  }
}
