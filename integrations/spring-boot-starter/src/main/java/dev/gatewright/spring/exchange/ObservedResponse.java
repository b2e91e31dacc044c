package dev.gatewright.spring.exchange;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells whenever a header or cookie is set, and leads all redirects through one method. */
abstract class ObservedResponse extends HttpServletResponseWrapper {

  ObservedResponse(HttpServletResponse response) {
    super(response);
  }

  /** A header is about to be set, by the code that calls this. */
  abstract void headerIsSet();

  @Override
  public void setHeader(String name, @Nullable String value) {
    headerIsSet();
    super.setHeader(name, value);
  }

  @Override
  public void addHeader(String name, String value) {
    headerIsSet();
    super.addHeader(name, value);
  }

  @Override
  public void setIntHeader(String name, int value) {
    headerIsSet();
    super.setIntHeader(name, value);
  }

  @Override
  public void addIntHeader(String name, int value) {
    headerIsSet();
    super.addIntHeader(name, value);
  }

  @Override
  public void setDateHeader(String name, long date) {
    headerIsSet();
    super.setDateHeader(name, date);
  }

  @Override
  public void addDateHeader(String name, long date) {
    headerIsSet();
    super.addDateHeader(name, date);
  }

  @Override
  public void setContentType(@Nullable String type) {
    headerIsSet();
    super.setContentType(type);
  }

  @Override
  public void setCharacterEncoding(@Nullable String encoding) {
    headerIsSet();
    super.setCharacterEncoding(encoding);
  }

  @Override
  public void setCharacterEncoding(@Nullable Charset encoding) {
    headerIsSet();
    super.setCharacterEncoding(encoding);
  }

  @Override
  public void setLocale(Locale locale) {
    headerIsSet();
    super.setLocale(locale);
  }

  @Override
  public void setContentLength(int length) {
    headerIsSet();
    super.setContentLength(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    headerIsSet();
    super.setContentLengthLong(length);
  }

  @Override
  public void setTrailerFields(Supplier<Map<String, String>> supplier) {
    headerIsSet();
    super.setTrailerFields(supplier);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    sendRedirect(location, SC_FOUND, true);
  }

  @Override
  public void sendRedirect(String location, boolean clearBuffer) throws IOException {
    sendRedirect(location, SC_FOUND, clearBuffer);
  }

  @Override
  public void sendRedirect(String location, int status) throws IOException {
    sendRedirect(location, status, true);
  }

  @Override
  public void addCookie(Cookie cookie) {
    headerIsSet();
    super.addCookie(cookie);
  }
}
