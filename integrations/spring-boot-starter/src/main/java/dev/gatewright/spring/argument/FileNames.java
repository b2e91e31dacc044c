package dev.gatewright.spring.argument;

import dev.gatewright.spring.text.StrictText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/** The names that a client gives its files: text without control characters. */
record FileNames() implements ArgumentCheck {

  @Override
  public void check(HttpServletRequest request) {
    MultipartRequest multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
    if (multipart != null) {
      multipart.getMultiFileMap().forEach(FileNames::check);
    }
  }

  private static void check(String part, List<MultipartFile> files) {
    ArgumentCheck.require(StrictText.isDecoded(part), "", ConversionTarget.MALFORMED);
    for (MultipartFile file : files) {
      ArgumentCheck.require(
          isName(file.getOriginalFilename()), ClientName.shown(part), ConversionTarget.MALFORMED);
    }
  }

  private static boolean isName(@Nullable String name) {
    return name == null
        || (StrictText.isDecoded(name) && name.chars().noneMatch(Character::isISOControl));
  }
}
