package dev.gatewright.spring.argument;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/** A part of a multipart body, whether it came as a file or as a field. */
record OnePart(String name) implements ArgumentCheck {

  @Override
  public void check(HttpServletRequest request) {
    MultipartRequest multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
    String[] fields = request.getParameterValues(name);
    int given =
        (fields == null ? 0 : fields.length)
            + (multipart == null ? 0 : multipart.getFiles(name).size());
    ArgumentCheck.require(given <= 1, name, ConversionTarget.REPEATED);
  }
}
