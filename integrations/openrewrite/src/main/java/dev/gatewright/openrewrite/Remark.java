package dev.gatewright.openrewrite;

import java.util.ArrayList;
import java.util.List;
import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TextComment;
import org.openrewrite.marker.Markers;

/** Comments right above annotations that say why they stay, or what differs now. */
final class Remark {
  private static final String MARK = " Gatewright: ";

  private Remark() {}

  /**
   * The space before an annotation with a remark at its end. One that is there already stays alone.
   *
   * @param indentation of the line that the annotation is on
   */
  static Space added(Space before, String text, String indentation) {
    if (before.getComments().stream().anyMatch(Remark::isRemark)) {
      return before;
    }
    String lineBreak = "\n" + indentation;
    List<Comment> comments = new ArrayList<>(before.getComments());
    comments.add(new TextComment(false, MARK + text + ".", lineBreak, Markers.EMPTY));
    return before.withComments(comments);
  }

  /** The space without a remark, once what it was about is gone. */
  static Space removed(Space before) {
    List<Comment> others =
        before.getComments().stream().filter(comment -> !isRemark(comment)).toList();
    return others.size() == before.getComments().size() ? before : before.withComments(others);
  }

  private static boolean isRemark(Comment comment) {
    return comment instanceof TextComment text && text.getText().startsWith(MARK);
  }
}
