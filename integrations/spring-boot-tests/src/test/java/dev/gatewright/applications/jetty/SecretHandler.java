package dev.gatewright.applications.jetty;

import dev.gatewright.applications.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers every path that ends in {@code /secret}, and hands on all others. */
public class SecretHandler extends Handler.Wrapper {
  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!request.getHttpURI().getPath().endsWith("/secret")) {
      return super.handle(request, response, callback);
    }
    tell(response, callback);
    return true;
  }

  static void tell(Response response, Callback callback) {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, Secret.TEXT.length());
    response.write(true, ByteBuffer.wrap(Secret.TEXT.getBytes(StandardCharsets.UTF_8)), callback);
  }
}
