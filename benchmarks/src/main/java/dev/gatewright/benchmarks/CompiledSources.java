package dev.gatewright.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the sources that are compiled: controllers with endpoints, or services without any. */
final class CompiledSources {
  private static final int ENDPOINTS_OF_CONTROLLER = 10;
  private static final int SERVICES = 1_000;

  private static final String CONTROLLER =
      """
      package app.c%1$d;

      import dev.gatewright.*;
      import jakarta.validation.Valid;
      import jakarta.validation.constraints.*;
      import java.util.*;
      import org.springframework.web.bind.annotation.*;

      @RestController
      @RequestMapping("/orders%1$d")
      @RateLimited(permits = 100, per = "1m", key = LimitKey.CALLER)
      public class Orders%1$d {
        public record Line(@NotBlank @Size(max = 40) String product, @Min(1) @Max(99) int count) {}

        public record Order(
            @NotNull @Size(max = 60) String customer, @Size(max = 50) List<@Valid Line> lines) {}

        private final Map<String, Order> orders = new HashMap<>();

      %2$s}
      """;

  private static final String ENDPOINT =
      """
        @PostMapping("/place%1$d/{id}")
        @Secured(roles = {"clerk", "keeper"}, scopes = "orders:write")
        @RateLimited(permits = 20, per = "1s", burst = 40, strategy = Strategy.TOKEN_BUCKET)
        @ValidatedInput
        public Order place%1$d(
            @PathVariable @Size(max = 36) String id,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            @RequestBody @Valid Order order) {
          Order before = orders.put(id + page, order);
          return before == null ? order : before;
        }

      """;

  private static final String SERVICE =
      """
      package app.s%1$d;

      import java.util.*;
      import java.util.stream.*;
      import org.springframework.stereotype.Service;
      import org.springframework.transaction.annotation.Transactional;

      @Service
      public class Stock%1$d implements Comparable<Stock%1$d> {
        private final Map<String, List<Integer>> counts = new TreeMap<>();
        private final String name;

        public Stock%1$d(String name) {
          this.name = Objects.requireNonNull(name);
        }

        @Transactional
        public void add(String product, int count) {
          counts.computeIfAbsent(product, unknown -> new ArrayList<>()).add(count);
        }

        @Transactional(readOnly = true)
        public Map<String, Integer> sums() {
          return counts.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      each -> each.getValue().stream().mapToInt(Integer::intValue).sum()));
        }

        @Deprecated
        public Optional<Integer> largest(String product) {
          return counts.getOrDefault(product, List.of()).stream().max(Comparator.naturalOrder());
        }

        @Override
        public int compareTo(Stock%1$d other) {
          return name.compareTo(other.name);
        }

        @Override
        public String toString() {
          StringBuilder text = new StringBuilder(name);
          counts.forEach((product, each) -> text.append(product).append(each.size()));
          return text.toString();
        }
      }
      """;

  private CompiledSources() {}

  static void writeControllers(Path directory, int endpoints) throws IOException {
    for (int number = 0; number < endpoints / ENDPOINTS_OF_CONTROLLER; number++) {
      String methods =
          IntStream.range(0, ENDPOINTS_OF_CONTROLLER)
              .mapToObj(ENDPOINT::formatted)
              .collect(Collectors.joining());
      write(directory, "c" + number, "Orders" + number, CONTROLLER.formatted(number, methods));
    }
  }

  static void writeServices(Path directory) throws IOException {
    for (int number = 0; number < SERVICES; number++) {
      write(directory, "s" + number, "Stock" + number, SERVICE.formatted(number));
    }
  }

  private static void write(Path directory, String folder, String name, String text)
      throws IOException {
    Path file = Files.createDirectories(directory.resolve(folder)).resolve(name + ".java");
    Files.writeString(file, text);
  }
}
