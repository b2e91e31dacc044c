package dev.gatewright.sample.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds lines for a shell and the answer printed below them.
 *
 * @param lines lines that are pasted
 * @param answer the interesting lines of what comes back; {@code …} stands for anything
 */
public record Example(String lines, String answer) {
  private static final Pattern ON_PAGE =
      Pattern.compile(
          "<b class=\"status s\\d\">(\\d{3})</b>.*?"
              + "<pre class=\"command\"[^>]*>(.*?)</pre>.*?"
              + "<pre class=\"answer\"[^>]*>(.*?)</pre>",
          Pattern.DOTALL);
  private static final Pattern IN_MARKDOWN =
      Pattern.compile("```sh\n([^`]*?)\n```\n\n?```http\n([^`]*?)\n```");
  private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.1 (\\d{3})\\s*$");

  /** The examples of an HTML page. */
  public static List<Example> onPage(String html) {
    List<Example> examples = new ArrayList<>();
    Matcher found = ON_PAGE.matcher(html);
    while (found.find()) {
      Example example = new Example(text(found.group(2)), text(found.group(3)));
      List<String> statuses = statuses(example.answer());
      if (!statuses.get(statuses.size() - 1).equals(found.group(1))) {
        throw new AssertionError(found.group(1) + " is announced for " + example);
      }
      examples.add(example);
    }
    return examples;
  }

  /** The examples of a Markdown document. */
  public static List<Example> inMarkdown(String markdown) {
    List<Example> examples = new ArrayList<>();
    Matcher found = IN_MARKDOWN.matcher(markdown);
    while (found.find()) {
      examples.add(new Example(found.group(1), found.group(2)));
    }
    return examples;
  }

  /** The status codes of all answers in a text, in order. */
  public static List<String> statuses(String text) {
    return STATUS.matcher(text).results().map(result -> result.group(1)).toList();
  }

  /** Lines of the answer that are not in the output. */
  public List<String> missingIn(String output) {
    List<String> lines = output.lines().map(String::strip).toList();
    return answer
        .lines()
        .filter(expected -> lines.stream().noneMatch(pattern(expected).asMatchPredicate()))
        .toList();
  }

  private static Pattern pattern(String line) {
    StringBuilder pattern = new StringBuilder();
    for (String part : line.strip().split("…", -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(pattern.toString());
  }

  private static String text(String html) {
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
