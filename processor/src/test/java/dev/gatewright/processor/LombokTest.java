package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.testing.NewestJdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lombok writes what guards depend on, and MapStruct what depends on both, whichever of the three a
 * build lists first; with the javac that runs and with the newest.
 */
class LombokTest {
  private static final String GATEWRIGHT = GuardProcessor.class.getName();
  private static final String LOMBOK = "lombok.launch.AnnotationProcessorHider$AnnotationProcessor";
  private static final String MAPSTRUCT = "org.mapstruct.ap.MappingProcessor";

  private static final String SHOP =
      """
      package shop;

      import dev.gatewright.*;
      import jakarta.validation.Valid;
      import jakarta.validation.constraints.NotBlank;
      import lombok.*;
      import lombok.experimental.NonFinal;
      import lombok.extern.java.Log;
      import org.springframework.web.bind.annotation.*;

      @Secured
      @ValidatedInput
      @RequiredArgsConstructor
      @Log
      @RestController
      class Orders {
        private final OrderMapper mapper;
        private final String currency;

        @GetMapping("/orders/first")
        OrderView first() {
          return mapper.view(Order.builder().name("chair").build());
        }

        @PostMapping("/orders")
        void place(@RequestBody @Valid NewOrder order) {
          log.info(order.getName() + currency);
        }
      }

      @Secured
      @AllArgsConstructor
      @Getter
      class Ledger {
        private final long total;
      }

      @Secured
      @Value
      @NonFinal
      class Prices {
        String currency;
      }

      @Value
      @Builder
      class Order {
        String name;
      }

      @Data
      class OrderView {
        private String name;
      }

      @Data
      class NewOrder {
        @NotBlank private String name;
      }

      @org.mapstruct.Mapper
      interface OrderMapper {
        OrderView view(Order order);
      }
      """;

  private static final String FINAL =
      """
      package shop;

      import dev.gatewright.Secured;
      import lombok.Value;

      @Secured
      @Value
      class Orders {
        String currency;
      }
      """;

  @TempDir private Path directory;

  /** A build: the home of its JDK, and the order of its processors. */
  record Build(Path jdk, List<String> processors) {}

  static Stream<Build> builds() throws IOException {
    Path running = Path.of(System.getProperty("java.home"));
    Stream<Build> builds =
        Stream.of(
                List.of(GATEWRIGHT, LOMBOK, MAPSTRUCT),
                List.of(MAPSTRUCT, GATEWRIGHT, LOMBOK),
                List.of(LOMBOK, MAPSTRUCT, GATEWRIGHT))
            .map(order -> new Build(running, order));
    return Stream.concat(
        builds,
        NewestJdk.find().stream()
            .flatMap(
                newest ->
                    Stream.of(
                        new Build(newest.home(), List.of(GATEWRIGHT, MAPSTRUCT, LOMBOK)),
                        new Build(newest.home(), List.of(LOMBOK, GATEWRIGHT, MAPSTRUCT)))));
  }

  @ParameterizedTest
  @MethodSource("builds")
  void guardsHaveTheConstructorsAndAccessorsThatLombokWrites(Build build) throws Exception {
    assertThat(compile(build, SHOP)).doesNotContain("error", "warning");

    Map<String, String> sources = Compilation.read(directory.resolve("output"));
    assertThat(sources.get("OrdersGuard.java"))
        .contains("  public OrdersGuard(OrderMapper mapper, String currency, Gate")
        .contains("super(mapper, currency);");
    assertThat(sources.get("LedgerGuard.java"))
        .contains("super(total);")
        .contains("public long getTotal() {");
    assertThat(sources.get("PricesGuard.java"))
        .contains("super(currency);")
        .contains("public String getCurrency() {");
    assertThat(sources.get("OrderMapperImpl.java")).contains("getName()");
  }

  @ParameterizedTest
  @MethodSource("builds")
  void aClassThatLombokMakesFinalIsRefusedByItsOwnRule(Build build) throws Exception {
    assertThat(compile(build, FINAL))
        .contains("Orders.java:8: error: [GW-M26] @Secured cannot guard Orders: Lombok makes")
        .doesNotContain("GW-M01", "cannot inherit from final");
  }

  /** What javac says. */
  private String compile(Build build, String source) throws Exception {
    String path = System.getProperty("java.class.path");
    Path output = Files.createDirectories(directory.resolve("output"));
    List<String> command = new ArrayList<>();
    command.add(build.jdk().resolve("bin/javac").toString());
    command.add("-J-XX:TieredStopAtLevel=1");
    command.add("-Xlint:all,-processing,-classfile,-path,-options,-auxiliaryclass,-serial");
    command.add("-Werror");
    command.addAll(List.of("-parameters", "-processor", String.join(",", build.processors())));
    command.addAll(List.of("-classpath", path, "-processorpath", path));
    command.addAll(List.of("-d", output.toString(), "-s", output.toString()));
    command.add(Files.writeString(directory.resolve("Orders.java"), source).toString());
    Path log = directory.resolve("log");
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    javac.waitFor();
    return Files.readString(log);
  }
}
