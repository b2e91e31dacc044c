package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.DurationText;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long limits may hold a call, and which may at all. */
final class LimitWaits implements Rule {

  /** A request that is held longer occupies a thread, and its client has given up. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream()
        .flatMap(method -> method.declarations().limits().stream())
        .flatMap(LimitWaits::check)
        .toList();
  }

  private static Stream<Finding> check(LimitSpec limit) {
    Located<String> wait = limit.maxWait();
    String text = wait.value();
    if (text.isEmpty()) {
      return Stream.of();
    }
    String element = wait.spot().element();
    Optional<Duration> duration = DurationText.parse(text);
    if (duration.isEmpty() || duration.get().compareTo(LONGEST) > 0) {
      return Stream.of(Finding.of(LimitRule.BAD_WAIT, wait.spot(), element, Quoted.of(text)));
    }
    String strategy = limit.strategy().value();
    return strategy.equals("LEAKY_BUCKET")
        ? Stream.of()
        : Stream.of(
            Finding.of(
                LimitRule.WAIT_WITHOUT_LEAKY_BUCKET,
                wait.spot(),
                element,
                Quoted.of(text),
                strategy));
  }
}
