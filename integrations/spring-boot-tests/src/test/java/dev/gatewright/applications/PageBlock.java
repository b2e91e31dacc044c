package dev.gatewright.applications;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One fenced block of a page in Markdown.
 *
 * @param file what stands in backticks at the start of the line before it; empty for none
 * @param language what its fence says
 * @param text its lines, the last with its end
 */
record PageBlock(String file, String language, String text) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:^`([^`\n]+)`[^\n]*\n\n)?^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /** All of a page, in order. */
  static List<PageBlock> of(String markdown) {
    List<PageBlock> blocks = new ArrayList<>();
    Matcher found = BLOCK.matcher(markdown);
    while (found.find()) {
      String file = found.group(1) == null ? "" : found.group(1);
      blocks.add(new PageBlock(file, found.group(2), found.group(3)));
    }
    return blocks;
  }

  boolean isForTheShell() {
    return language.equals("sh");
  }

  /** Whether this is what lines before it print. */
  boolean isAnswer() {
    return language.equals("http") || language.equals("text");
  }
}
