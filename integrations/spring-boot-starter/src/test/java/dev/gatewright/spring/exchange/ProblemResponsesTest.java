package dev.gatewright.spring.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.explanation.ClientExplanations;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What stays of a response that turns into a problem. */
class ProblemResponsesTest {

  @Test
  void whatProtectsTheClientStaysAndWhatDescribesTheBodyGoes() throws IOException {
    MockHttpServletResponse response = new MockHttpServletResponse();
    response.setHeader("Content-Security-Policy", "default-src 'none'");
    response.setHeader("Content-Security-Policy-Report-Only", "default-src 'self'");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Content-Disposition", "attachment");
    response.setHeader("Content-Encoding", "gzip");
    response.getWriter().write("half an answer");

    new ProblemResponses(null, new ClientExplanations(null))
        .write(new MockHttpServletRequest(), response, 404, HttpHeaders.EMPTY);

    assertThat(response.getHeaderNames())
        .contains(
            "Content-Security-Policy", "Content-Security-Policy-Report-Only", "X-Frame-Options")
        .doesNotContain("Content-Disposition", "Content-Encoding");
    assertThat(response.getContentAsString()).doesNotContain("half an answer");
  }
}
