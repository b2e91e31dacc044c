package dev.gatewright.spring.exchange;

import jakarta.servlet.ServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Static content that a filter keeps in Spring's wrapper, as those do that log answers or compute
 * their ETag. What they let out afterwards is compared with it. Used by one thread at a time.
 */
final class KeptFile {
  private final byte[] content;
  private int position;

  private KeptFile(byte[] content) {
    this.content = content;
  }

  /** The content that was handed out just now; null where nothing keeps it. */
  static @Nullable KeptFile in(ServletResponse response) {
    ContentCachingResponseWrapper wrapper =
        WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
    return wrapper == null ? null : new KeptFile(wrapper.getContentAsByteArray());
  }

  /** Whether these octets are the next ones of the content, which are then passed. */
  boolean continuesWith(byte[] octets, int offset, int length) {
    int end = position + length;
    boolean same =
        end <= content.length
            && Arrays.equals(octets, offset, offset + length, content, position, end);
    if (same) {
      position = end;
    }
    return same;
  }
}
