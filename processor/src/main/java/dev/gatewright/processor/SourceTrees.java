package dev.gatewright.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.gatewright.processor.scan.ElementSpot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What javac's own API adds to the standard one; other compilers do without. */
final class SourceTrees {
  private final Trees trees;
  private final JavacTask task;

  private SourceTrees(ProcessingEnvironment javac) {
    this.trees = Trees.instance(javac);
    this.task = JavacTask.instance(javac);
  }

  static Optional<SourceTrees> of(ProcessingEnvironment environment) {
    try {
      return JavacEnvironment.in(environment).map(SourceTrees::new);
    } catch (IllegalArgumentException | LinkageError notToBeHad) {
      return Optional.empty();
    }
  }

  /** Has javac tell of each class whose bodies it has understood. */
  void tell(TaskListener listener) {
    task.addTaskListener(listener);
  }

  Trees trees() {
    return trees;
  }

  /**
   * The method of the type in whose body the place is, also where a lambda, a local or an anonymous
   * class is between; empty in a member class, an initializer or a field.
   */
  Optional<ExecutableElement> method(TypeElement type, TreePath place) {
    TreePath member = place;
    for (TreePath around = member.getParentPath();
        around != null;
        member = around, around = around.getParentPath()) {
      if (around.getLeaf() instanceof ClassTree && type.equals(trees.getElement(around))) {
        return member.getLeaf() instanceof MethodTree
            ? Optional.of((ExecutableElement) trees.getElement(member))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What messages call the code of a type that calls something. */
  static String name(TypeElement type, @Nullable ExecutableElement method) {
    String simpleName = type.getSimpleName().toString();
    return method == null || method.getKind() == ElementKind.CONSTRUCTOR
        ? simpleName
        : simpleName + "." + method.getSimpleName();
  }

  /**
   * The place of a repeated annotation. Its container is not in the sources, so that javac's
   * messages would point at the element as a whole.
   */
  Optional<TreeSpot> ofRepeated(ElementSpot spot) {
    AnnotationMirror annotation = spot.annotation();
    TreePath path = trees.getPath(spot.target());
    if (annotation == null || path == null) {
      return Optional.empty();
    }
    List<? extends AnnotationMirror> siblings = siblings(spot.target(), annotation);
    Element type = annotation.getAnnotationType().asElement();
    List<? extends AnnotationTree> written =
        annotations(path.getLeaf()).stream()
            .filter(
                tree ->
                    type.equals(
                        trees.getElement(
                            TreePath.getPath(path.getCompilationUnit(), tree.getAnnotationType()))))
            .toList();
    if (siblings.isEmpty() || siblings.size() != written.size()) {
      return Optional.empty();
    }
    AnnotationTree tree = written.get(siblings.indexOf(annotation));
    Tree place = valueTree(tree, annotation, spot.value()).orElse(tree);
    return Optional.of(new TreeSpot(spot.element(), place, path.getCompilationUnit()));
  }

  /** All annotations in the container that has this one; empty where it has none. */
  private static List<? extends AnnotationMirror> siblings(
      Element target, AnnotationMirror annotation) {
    return target.getAnnotationMirrors().stream()
        .flatMap(container -> container.getElementValues().values().stream())
        .map(SourceTrees::nested)
        .filter(nested -> nested.contains(annotation))
        .findFirst()
        .orElse(List.of());
  }

  private static List<AnnotationMirror> nested(AnnotationValue value) {
    return value.getValue() instanceof List<?> values
        ? values.stream()
            .map(each -> ((AnnotationValue) each).getValue())
            .filter(AnnotationMirror.class::isInstance)
            .map(AnnotationMirror.class::cast)
            .toList()
        : List.of();
  }

  private static List<? extends AnnotationTree> annotations(Tree tree) {
    if (tree instanceof MethodTree method) {
      return method.getModifiers().getAnnotations();
    }
    return tree instanceof ClassTree type ? type.getModifiers().getAnnotations() : List.of();
  }

  private static Optional<ExpressionTree> valueTree(
      AnnotationTree tree, AnnotationMirror annotation, @Nullable AnnotationValue value) {
    Optional<String> member =
        annotation.getElementValues().entrySet().stream()
            .filter(entry -> entry.getValue().equals(value))
            .map(Map.Entry::getKey)
            .map(ExecutableElement::getSimpleName)
            .map(Object::toString)
            .findFirst();
    return tree.getArguments().stream()
        .filter(AssignmentTree.class::isInstance)
        .map(AssignmentTree.class::cast)
        .filter(assignment -> member.equals(Optional.of(assignment.getVariable().toString())))
        .map(AssignmentTree::getExpression)
        .findFirst();
  }
}
