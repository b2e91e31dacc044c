package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The picture in the documentation: what each strategy admits of one client's calls, drawn from the
 * real limiter on a simulated clock.
 *
 * <p>The client calls ten times a second for thirty seconds, rests for twenty-five, and calls for
 * fifteen more; it may call ten times in twenty seconds.
 */
class StrategiesPlotTest {
  private static final Path PICTURE = Path.of("../docs/images/strategies.svg");

  private static final int SECONDS = 70;
  private static final int PERMITS = 10;
  private static final Duration PERIOD = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(100);

  private static final int LEFT = 150;
  private static final int PIXELS_PER_SECOND = 8;
  private static final int ROW = 96;

  private record Curve(String name, String explanation, List<Integer> admittedAtSteps) {
    int total() {
      return admittedAtSteps.get(admittedAtSteps.size() - 1);
    }
  }

  @Test
  void thePictureInTheDocumentationShowsWhatTheStrategiesDo() throws IOException {
    String picture = draw(curves());
    if ("rewrite".equals(System.getProperty("gatewright.goldens"))) {
      Files.createDirectories(PICTURE.getParent());
      Files.writeString(PICTURE, picture);
    }

    assertThat(Files.readString(PICTURE)).isEqualTo(picture);
  }

  /** What the text beside the picture says of it. */
  @Test
  void eachStrategyAdmitsTheBurstInItsOwnWay() {
    List<Curve> curves = curves();

    assertThat(curves.get(0).admittedAtSteps().get(10)).as("fixed window, at once").isEqualTo(10);
    assertThat(curves.get(1).admittedAtSteps().get(10)).as("sliding window").isEqualTo(10);
    assertThat(curves.get(2).admittedAtSteps().get(10)).as("token bucket").isEqualTo(10);
    assertThat(curves.get(3).admittedAtSteps().get(10)).as("leaky bucket").isEqualTo(1);
    assertThat(curves).extracting(Curve::total).containsExactly(40, 28, 41, 23);
  }

  private static List<Curve> curves() {
    return List.of(
        new Curve(
            "Fixed window", "all again at each window's start", admitted(Strategy.FIXED_WINDOW)),
        new Curve("Sliding window", "back as old calls fade", admitted(Strategy.SLIDING_WINDOW)),
        new Curve("Token bucket", "a burst, then one by one", admitted(Strategy.TOKEN_BUCKET)),
        new Curve("Leaky bucket", "one by one from the start", admitted(Strategy.LEAKY_BUCKET)));
  }

  private static boolean calls(int step) {
    int second = step / 10;
    return second < 30 || second >= 55;
  }

  private static List<Integer> admitted(Strategy strategy) {
    ManualClock clock = new ManualClock();
    LimitPolicy limit =
        LimitPolicy.named("plotted").permits(PERMITS, PERIOD).strategy(strategy).build();
    LimitCharge charge =
        InProcessRateLimiter.builder()
            .slotsPerLimit(8)
            .nanoClock(clock)
            .build()
            .group(List.of(limit))
            .newCharge();
    charge.key(0, "client");
    List<Integer> admitted = new ArrayList<>();
    int total = 0;
    for (int step = 0; step < 10 * SECONDS; step++) {
      if (calls(step) && charge.acquire()) {
        total++;
      }
      admitted.add(total);
      clock.advance(STEP);
    }
    return admitted;
  }

  private static String draw(List<Curve> curves) {
    int width = LEFT + SECONDS * PIXELS_PER_SECOND + 60;
    int height = curves.size() * (PERMITS + ROW) + 70;
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " aria-label=\"Calls admitted over time by each strategy\">",
        width,
        height);
    line(svg, "<style>");
    line(svg, "text { font: 13px sans-serif; fill: #24292f; }");
    line(svg, ".name { font-weight: bold; } .small { font-size: 11px; }");
    line(svg, ".calls { fill: #8c959f; fill-opacity: 0.25; }");
    line(svg, ".axis { stroke: #8c959f; stroke-width: 1; }");
    line(svg, ".curve { fill: none; stroke: #0969da; stroke-width: 2; }");
    line(svg, "@media (prefers-color-scheme: dark) {");
    line(svg, "text { fill: #e6edf3; } .curve { stroke: #58a6ff; }");
    line(svg, "}");
    line(svg, "</style>");
    line(
        svg,
        "<text x=\"%d\" y=\"20\">10 calls a second while the ground is grey; the limit is %d calls"
            + " in %d s.</text>",
        LEFT,
        PERMITS,
        PERIOD.toSeconds());
    for (int i = 0; i < curves.size(); i++) {
      drawCurve(svg, curves.get(i), 40 + i * (ROW + PERMITS));
    }
    int bottom = height - 22;
    for (int second = 0; second <= SECONDS; second += 10) {
      line(
          svg,
          "<text class=\"small\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%d s</text>",
          x(10 * second),
          bottom,
          second);
    }
    line(svg, "</svg>");
    return svg.toString();
  }

  private static void drawCurve(StringBuilder svg, Curve curve, int top) {
    int base = top + ROW - 10;
    int highest = ROW - 14;
    for (int start = 0; start < 10 * SECONDS; start++) {
      if (calls(start) && (start == 0 || !calls(start - 1))) {
        int end = start;
        while (end < 10 * SECONDS && calls(end)) {
          end++;
        }
        line(
            svg,
            "<rect class=\"calls\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
            x(start),
            base - highest,
            x(end) - x(start),
            highest);
      }
    }
    line(svg, "<text class=\"name\" x=\"8\" y=\"%d\">%s</text>", base - 46, curve.name());
    String[] words = curve.explanation().split(" ");
    int half = (words.length + 1) / 2;
    for (int i = 0; i < 2; i++) {
      List<String> part = List.of(words).subList(i * half, i == 0 ? half : words.length);
      line(
          svg,
          "<text class=\"small\" x=\"8\" y=\"%d\">%s</text>",
          base - 28 + 14 * i,
          String.join(" ", part));
    }
    line(
        svg,
        "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
        LEFT,
        base,
        x(10 * SECONDS),
        base);
    StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M%d %d", LEFT, base));
    int last = 0;
    for (int step = 0; step < 10 * SECONDS; step++) {
      int admitted = curve.admittedAtSteps().get(step);
      if (admitted != last) {
        path.append(String.format(Locale.ROOT, "H%sV%d", tenths(step), base - 2 * admitted));
        last = admitted;
      }
    }
    path.append("H").append(x(10 * SECONDS));
    line(svg, "<path class=\"curve\" d=\"%s\"/>", path);
    line(
        svg,
        "<text x=\"%d\" y=\"%d\">%d</text>",
        x(10 * SECONDS) + 6,
        base - 2 * curve.total() + 4,
        curve.total());
  }

  /** Pixels from the left after so many tenths of a second. */
  private static int x(int step) {
    return LEFT + step * PIXELS_PER_SECOND / 10;
  }

  private static String tenths(int step) {
    int pixels = step * PIXELS_PER_SECOND;
    return LEFT + pixels / 10 + (pixels % 10 == 0 ? "" : "." + pixels % 10);
  }

  private static void line(StringBuilder svg, String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
