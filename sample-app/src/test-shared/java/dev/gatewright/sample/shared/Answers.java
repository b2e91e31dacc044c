package dev.gatewright.sample.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What tests say about answers. */
public final class Answers {
  private Answers() {}

  /** The answer is a refusal with this status, and says nothing that it should not. */
  public static void assertRefused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"status\":" + status)
        .doesNotContain("Exception")
        .doesNotContain("dev.gatewright")
        .doesNotContain("springframework");
  }

  /** One header; empty where there is none. */
  public static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
