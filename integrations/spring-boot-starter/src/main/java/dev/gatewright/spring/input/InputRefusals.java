package dev.gatewright.spring.input;

import dev.gatewright.runtime.input.ViolationPath;
import dev.gatewright.runtime.input.Violations;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.Violation;
import dev.gatewright.spring.argument.MalformedInputException;
import dev.gatewright.spring.argument.MalformedValueException;
import dev.gatewright.spring.guard.GuardClasses;
import jakarta.servlet.http.Part;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingMatrixVariableException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * Turns what Spring MVC throws over a guarded endpoint's input into refusals. They name what is
 * wrong, never the value: Spring's own messages often quote it.
 */
public final class InputRefusals {
  private static final String REQUIRED = "is required";
  private static final String MALFORMED = "is malformed";

  private InputRefusals() {}

  /** The refusal; null where the exception is not about input. */
  public static @Nullable Refusal of(Exception failure) {
    if (failure instanceof MalformedInputException malformed) {
      return malformed(malformed.path(), malformed.problem());
    }
    if (failure instanceof MethodArgumentNotValidException invalid) {
      return of(invalid.getBindingResult(), placeOf(invalid.getParameter()));
    }
    if (failure instanceof BindException invalid) {
      return of(invalid.getBindingResult(), "");
    }
    if (failure instanceof MethodValidationResult invalid) {
      return of(invalid);
    }
    if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
      return malformed(mismatch.getName(), problemOf(mismatch));
    }
    if (failure instanceof MethodArgumentConversionNotSupportedException unsupported) {
      return isUpload(unsupported.getValue())
          ? malformed(unsupported.getName(), "is a file, and text is needed")
          : null;
    }
    if (failure instanceof TypeMismatchException mismatch
        && mismatch.getCause() instanceof MalformedValueException malformed) {
      return malformed("", malformed.problem()); // An object that is made of one text.
    }
    if (failure instanceof ConstraintViolationException invalid) {
      return of(invalid);
    }
    if (failure instanceof HttpMediaTypeNotSupportedException unsupported) {
      return unsupported(unsupported.getSupportedMediaTypes());
    }
    if (failure instanceof MaxUploadSizeExceededException) {
      return Refusal.of(RefusalReason.BODY_TOO_LARGE, "an upload beyond the server's bounds");
    }
    if (failure instanceof HttpMessageNotReadableException) {
      return Refusal.of(RefusalReason.MALFORMED_REQUEST, "the body cannot be read");
    }
    if (failure instanceof MultipartException) {
      return Refusal.of(RefusalReason.MALFORMED_REQUEST, "the multipart body cannot be read");
    }
    return missing(failure);
  }

  /** Whether the client sent a file; anything else is an error of the application's. */
  private static boolean isUpload(@Nullable Object value) {
    if (value instanceof Collection<?> values) {
      return values.stream().anyMatch(InputRefusals::isUpload);
    }
    return value instanceof MultipartFile || value instanceof Part;
  }

  private static @Nullable Refusal missing(Exception failure) {
    if (failure instanceof MissingServletRequestParameterException missing) {
      return malformed(missing.getParameterName(), REQUIRED);
    }
    if (failure instanceof MissingServletRequestPartException missing) {
      return malformed(missing.getRequestPartName(), REQUIRED);
    }
    if (failure instanceof MissingPathVariableException) {
      return null;
    }
    if (failure instanceof MissingRequestHeaderException missing) {
      return malformed(missing.getHeaderName(), REQUIRED);
    }
    if (failure instanceof MissingRequestCookieException missing) {
      return malformed(missing.getCookieName(), REQUIRED);
    }
    if (failure instanceof MissingMatrixVariableException missing) {
      return malformed(missing.getVariableName(), REQUIRED);
    }
    if (failure instanceof MissingRequestValueException
        || failure instanceof ServletRequestBindingException) {
      return Refusal.of(RefusalReason.MALFORMED_REQUEST, failure.getClass().getSimpleName());
    }
    return null;
  }

  /** What could not be read is malformed, as in a body; what was read may be invalid. */
  private static Refusal of(BindingResult result, String within) {
    List<Violation> violations = violations(result, within);
    return result.getFieldErrors().stream().anyMatch(FieldError::isBindingFailure)
        ? malformed("what was bound cannot be read", violations)
        : Refusal.invalidInput(violations);
  }

  /** What Spring's method validation found before the guard was called; nothing from within. */
  private static @Nullable Refusal of(ConstraintViolationException invalid) {
    List<Violation> violations = new ArrayList<>();
    for (ConstraintViolation<?> each : invalid.getConstraintViolations()) {
      if (each.getExecutableParameters() == null
          || !GuardClasses.isGuard(each.getRootBeanClass())) {
        return null;
      }
      if (violations.size() < Violations.MAX_REPORTED) {
        violations.add(
            new Violation(ViolationPath.of(each.getPropertyPath(), List.of()), each.getMessage()));
      }
    }
    return violations.isEmpty() ? null : Refusal.invalidInput(violations);
  }

  /** What Spring MVC, or Spring's method validation in its own terms, found before the guard. */
  private static @Nullable Refusal of(MethodValidationResult invalid) {
    boolean isFromWithin =
        invalid instanceof MethodValidationException
            && !GuardClasses.isGuard(invalid.getTarget().getClass());
    return invalid.isForReturnValue() || isFromWithin
        ? null
        : Refusal.invalidInput(violations(invalid));
  }

  /** What is wrong with a value that could not be converted; never the value. */
  private static String problemOf(Throwable failure) {
    return failure.getCause() instanceof MalformedValueException malformed
        ? malformed.problem()
        : MALFORMED;
  }

  /** The refusal of a content coding (RFC 9110, section 15.5.16). */
  static Refusal unsupportedEncoding(String supported) {
    return Refusal.of(RefusalReason.UNSUPPORTED_MEDIA_TYPE, "a content coding that is not accepted")
        .withHeader(HttpHeaders.ACCEPT_ENCODING, supported);
  }

  /** The refusal of a media type (RFC 9110, section 15.5.16). */
  static Refusal unsupported(List<MediaType> supported) {
    Refusal refusal =
        Refusal.of(RefusalReason.UNSUPPORTED_MEDIA_TYPE, "a media type that is not accepted");
    return supported.isEmpty()
        ? refusal
        : refusal.withHeader(HttpHeaders.ACCEPT, MediaType.toString(supported));
  }

  /** The refusal of something that is malformed in itself. */
  static Refusal malformed(String path, String message) {
    return malformed(message, List.of(new Violation(path, message)));
  }

  private static Refusal malformed(String cause, List<Violation> violations) {
    return new Refusal(
        RefusalReason.MALFORMED_REQUEST, cause, Map.of(), violations, List.of(), Map.of());
  }

  /** A part of a body is told by its name, as there may be others; a body is the only one. */
  static String placeOf(MethodParameter parameter) {
    RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
    if (part == null) {
      return "";
    }
    return part.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : part.name();
  }

  /** The place of something within another. */
  static String below(String within, String path) {
    boolean isJoined = within.isEmpty() || path.isEmpty() || path.startsWith("[");
    return isJoined ? within + path : within + "." + path;
  }

  private static List<Violation> violations(BindingResult result, String within) {
    List<Violation> violations = new ArrayList<>();
    for (ObjectError error : result.getAllErrors()) {
      String path = error instanceof FieldError field ? field.getField() : "";
      add(violations, below(within, path), error);
    }
    return violations;
  }

  private static List<Violation> violations(MethodValidationResult invalid) {
    List<Violation> violations = new ArrayList<>();
    for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
      String name = pathOf(result);
      if (result instanceof ParameterErrors errors) {
        for (ObjectError error : errors.getAllErrors()) {
          add(
              violations,
              error instanceof FieldError field ? name + "." + field.getField() : name,
              error);
        }
      } else {
        result.getResolvableErrors().forEach(error -> add(violations, name, error));
      }
    }
    return violations;
  }

  /** The parameter, and the place of the element in it. */
  private static String pathOf(ParameterValidationResult result) {
    String name = String.valueOf(result.getMethodParameter().getParameterName());
    if (result.getContainerIndex() != null) {
      return name + "[" + result.getContainerIndex() + "]";
    }
    return result.getContainerKey() == null
        ? name
        : name + "[" + ViolationPath.key(result.getContainerKey()) + "]";
  }

  private static void add(List<Violation> violations, String path, MessageSourceResolvable error) {
    if (violations.size() < Violations.MAX_REPORTED) {
      violations.add(new Violation(path, messageOf(error)));
    }
  }

  private static String messageOf(MessageSourceResolvable error) {
    // The default message of a failed conversion quotes the value.
    boolean quotes = error instanceof FieldError field && field.isBindingFailure();
    String message = quotes ? null : error.getDefaultMessage();
    if (message != null) {
      return message;
    }
    return error instanceof FieldError field && field.contains(TypeMismatchException.class)
        ? problemOf(field.unwrap(TypeMismatchException.class))
        : MALFORMED;
  }
}
