package dev.gatewright.applications.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.SliceSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A mock's form has no length, and is there before it is sent. */
@WebMvcTest(SliceForms.class)
@ContextConfiguration(initializers = SliceSettings.class)
class MockFormsIT {
  @Autowired private MockMvcTester mvc;

  @Test
  void aFormIsRead() {
    assertThat(
            mvc.post()
                .uri("/slice/field")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("name", "a"))
        .hasStatusOk()
        .hasBodyTextEqualTo("read a");
    assertThat(
            mvc.post()
                .uri("/slice/field")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("name=a"))
        .hasStatusOk()
        .hasBodyTextEqualTo("read a");
  }

  @Test
  void aFileIsRead() {
    assertThat(
            mvc.post()
                .uri("/slice/file")
                .multipart()
                .file(new MockMultipartFile("file", new byte[3])))
        .hasStatusOk()
        .hasBodyTextEqualTo("read 3");
  }
}
