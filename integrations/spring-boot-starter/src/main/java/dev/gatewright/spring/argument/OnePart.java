package dev.gatewright.spring.argument;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * A part of a multipart body, whether it came as a file or as a field.
 *
 * @param isText whether it is handed over as text, which Spring MVC would decode as the part says
 */
record OnePart(String name, boolean isText) implements ArgumentCheck {

  @Override
  public void check(HttpServletRequest request) {
    MultipartRequest multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
    String[] fields = request.getParameterValues(name);
    int given =
        (fields == null ? 0 : fields.length)
            + (multipart == null ? 0 : multipart.getFiles(name).size());
    ArgumentCheck.require(given <= 1, name, ConversionTarget.REPEATED);
    ArgumentCheck.require(
        !isText || multipart == null || isUtf8(multipart.getMultipartContentType(name)),
        name,
        ConversionTarget.MALFORMED);
  }

  private static boolean isUtf8(@Nullable String type) {
    try {
      Charset charset = type == null ? null : MediaType.parseMediaType(type).getCharset();
      return charset == null
          || charset.equals(StandardCharsets.UTF_8)
          || charset.equals(StandardCharsets.US_ASCII);
    } catch (InvalidMediaTypeException malformed) {
      return false;
    }
  }
}
