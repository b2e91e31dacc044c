package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.Marked;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Interceptors and path prefixes find the annotations of a guarded controller. */
class HandlerAnnotationsIT {
  @Test
  void anInterceptorReadsThemFromTheGuardAsFromItsClass() {
    String keeper = "Authorization: Bearer " + Tokens.withRole("keeper");
    try (RunningApplication running =
        Application.of(Marked.Reports.class, Marked.Reading.class).start()) {
      assertThat(running.get("/marked/report", keeper).text()).endsWith("report");
      assertThat(Marked.READ)
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "type is a Reports",
                  true,
                  "of type",
                  "class",
                  "of method",
                  "method",
                  "by HandlerMethod",
                  "method",
                  "mapped",
                  true,
                  "controller",
                  true));

      assertThat(running.get("/marked/inherited", keeper).text()).endsWith("inherited");
      assertThat(Marked.READ)
          .containsEntry("by HandlerMethod", "interface")
          .containsEntry("mapped", true);
    }
  }
}
