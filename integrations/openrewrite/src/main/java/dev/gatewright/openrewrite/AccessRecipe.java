package dev.gatewright.openrewrite;

import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.J;

/** Turns the annotations of one system that says who may call. */
abstract class AccessRecipe extends ScanningRecipe<CodeBase> {

  /** The system whose annotations are turned. */
  abstract AccessSystem system();

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
    AccessSystem system = system();
    return new EditingVisitor(code) {
      @Override
      void decide(J.ClassDeclaration type, AnnotationEdits edits) {
        new AccessPlan(system, code, edits, type).decide();
      }
    };
  }
}
