package dev.gatewright.processor;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.gatewright.processor.rule.ElementRule;
import dev.gatewright.processor.rule.Finding;
import dev.gatewright.processor.scan.ElementSpot;
import java.io.IOException;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls by {@code super} of what the guard overrides. They reach the supertype's own method
 * and never the guard; an override that calls what it overrides does what is meant. Annotation
 * processing shows no bodies: this looks at javac's trees when javac has found out which method
 * each call means, after the guards were written.
 */
final class SuperCalls implements TaskListener {
  private static final String SUPER = "super";

  /** Letters may be written so. */
  private static final String ESCAPE = "\\u";

  private final SourceTrees source;
  private final Trees trees;
  private final GuardedMembers guarded;
  private final FindingPrinter printer;

  SuperCalls(SourceTrees source, GuardedMembers guarded, FindingPrinter printer) {
    this.source = source;
    this.trees = source.trees();
    this.guarded = guarded;
    this.printer = printer;
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() == TaskEvent.Kind.ANALYZE
        && type != null
        && guarded.mayRunCodeOf(type)
        && maySaySuper(event.getSourceFile())) {
      TreePath path = trees.getPath(type);
      if (path != null) {
        new Search().scan(path, null);
      }
    }
  }

  /** Most sources do not, and to walk through their trees takes long. */
  private static boolean maySaySuper(@Nullable JavaFileObject file) {
    try {
      String text = file == null ? ESCAPE : file.getCharContent(true).toString();
      return text.contains(SUPER) || text.contains(ESCAPE);
    } catch (IOException unreadable) {
      return true;
    }
  }

  private final class Search extends TreePathScanner<Void, Void> {

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && isSuper(select.getExpression())) {
        TreePath path = new TreePath(getCurrentPath(), select);
        judge(path, new TreePath(path, select.getExpression()), call);
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
      if (isSuper(reference.getQualifierExpression())) {
        TreePath path = getCurrentPath();
        judge(path, new TreePath(path, reference.getQualifierExpression()), reference);
      }
      return super.visitMemberReference(reference, null);
    }

    private static boolean isSuper(ExpressionTree expression) {
      return expression instanceof IdentifierTree name
          ? name.getName().contentEquals(SUPER)
          : expression instanceof MemberSelectTree qualified
              && qualified.getIdentifier().contentEquals(SUPER);
    }

    private void judge(TreePath named, TreePath superPath, Tree place) {
      Element self = trees.getElement(superPath);
      if (self != null
          && self.getEnclosingElement() instanceof TypeElement type
          && trees.getElement(named) instanceof ExecutableElement called
          && !called.getModifiers().contains(Modifier.STATIC)) {
        ExecutableElement caller = source.method(type, getCurrentPath()).orElse(null);
        if (guarded.arePassed(type, called, caller)) {
          report(called, type, caller, place);
        }
      }
    }

    private void report(
        ExecutableElement called,
        TypeElement type,
        @Nullable ExecutableElement caller,
        Tree place) {
      String endpoint = ElementSpot.of(called).element();
      Finding finding =
          Finding.of(
              ElementRule.SUPER_CALL,
              new TreeSpot(endpoint, place, getCurrentPath().getCompilationUnit()),
              "Gatewright",
              endpoint,
              SourceTrees.name(type, caller),
              called.getSimpleName());
      printer.print(List.of(finding), ElementSpot.of(type));
    }
  }
}
