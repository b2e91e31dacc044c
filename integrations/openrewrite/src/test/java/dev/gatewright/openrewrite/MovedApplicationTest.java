package dev.gatewright.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.policy.AccessPolicy;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Asks a small application who may call each of its methods: as Spring Security guards it, and as
 * Gatewright's guards and what is left of Spring Security do after the move.
 */
class MovedApplicationTest {
  private static final Path SOURCES = Path.of("src/test/resources/shop");

  @TempDir private static Path directory;
  private static Map<String, String> moved;
  private static Path baseline;
  private static ShopApplication before;
  private static ShopApplication after;

  @BeforeAll
  static void move() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        sources.put("shop/" + file.getFileName(), Files.readString(file));
      }
    }
    moved = Turning.of(new MoveToGatewright(), sources);
    baseline = directory.resolve("baseline.txt").toAbsolutePath();
    before = ShopApplication.compiled(sources, directory.resolve("before"), "-proc:none");
    after =
        ShopApplication.compiled(
            moved,
            directory.resolve("after"),
            "-processor",
            "dev.gatewright.processor.GuardProcessor",
            "-Agatewright.baseline=" + baseline,
            "-Agatewright.baseline.write=all");
  }

  @AfterAll
  static void close() throws IOException {
    before.close();
    after.close();
  }

  @Test
  void theSameCallersMayCallTheSameMethods() throws ReflectiveOperationException {
    Map<String, Set<String>> letIn = before.letIn();

    assertThat(letIn).hasSize(30);
    assertThat(after.letIn()).isEqualTo(letIn);
  }

  @Test
  void theGuardsAskForTheRolesAndScopesOfBefore() throws ReflectiveOperationException {
    Map<String, String> policies = new TreeMap<>();
    for (String name : List.of("Orders", "Catalogue", "Ledger", "Reports", "Archive", "Stock")) {
      for (EndpointPolicy policy : ((Guard) after.bean(name)).endpointPolicies()) {
        policies.put(name + "." + policy.method(), text(policy.access()));
      }
    }

    assertThat(policies)
        .isEqualTo(
            new TreeMap<>(
                Map.ofEntries(
                    Map.entry("Archive.list", "[[CLERK]] [orders:read]"),
                    Map.entry("Archive.open", "[[CLERK]] []"),
                    Map.entry("Catalogue.change", "[[ADMIN, CLERK]] []"),
                    Map.entry("Catalogue.list", "open"),
                    Map.entry("Ledger.balance", "[[ADMIN, CLERK]] []"),
                    Map.entry("Ledger.book", "[] [orders:write]"),
                    Map.entry("Orders.all", "[[ADMIN]] [orders:read]"),
                    Map.entry("Orders.list", "[[CUSTOMER]] []"),
                    Map.entry("Orders.place", "[[ADMIN, CUSTOMER]] [orders:write]"),
                    Map.entry("Orders.prices", "open"),
                    Map.entry("Orders.summary", "[[CUSTOMER]] []"),
                    Map.entry("Reports.list", "[] []"),
                    Map.entry("Reports.open", "open"),
                    Map.entry("Reports.sales", "[[ADMIN, CLERK]] []"),
                    Map.entry("Stock.add", "[[CLERK]] []"),
                    Map.entry("Stock.change", "[[CLERK]] []"))));
  }

  private static String text(AccessPolicy access) {
    return access instanceof AccessPolicy.Authenticated authenticated
        ? authenticated.roleGroups().stream()
                .map(group -> group.stream().sorted().toList())
                .toList()
            + " "
            + authenticated.scopes()
        : "open";
  }

  @Test
  void whatStaysIsListedAsUndecided() throws IOException {
    assertThat(Files.readAllLines(baseline))
        .filteredOn(line -> !line.startsWith("#"))
        .containsExactly("shop.Orders#clear()", "shop.Orders#mine(java.lang.String)");
  }

  @Test
  void whatIsTurnedLeavesNothingBehind() {
    assertThat(moved.get("shop/Stock.java"))
        .contains(
            "@RateLimited(permits = 1000, per = \"1h\", strategy = Strategy.FIXED_WINDOW, key ="
                + " LimitKey.GLOBAL)",
            "@ValidatedInput(groups = Create.class)",
            "@ValidatedInput\n")
        .doesNotContain("springframework.validation", "resilience4j.ratelimiter", "RolesAllowed");
    assertThat(moved.get("shop/Catalogue.java")).doesNotContain("jakarta", "stays");
    assertThat(moved.get("shop/Reports.java")).doesNotContain("springframework.security", "stays");
  }
}
