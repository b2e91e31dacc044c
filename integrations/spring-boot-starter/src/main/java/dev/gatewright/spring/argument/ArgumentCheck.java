package dev.gatewright.spring.argument;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;

/** One look at a request, prepared for an argument of one endpoint. Immutable. */
sealed interface ArgumentCheck
    permits ArgumentCheck.Parameter,
        ArgumentCheck.Upload,
        ArgumentCheck.AllParameters,
        ArgumentCheck.Properties,
        ArgumentCheck.Header,
        ArgumentCheck.PathVariables,
        ArgumentCheck.MatrixVariables,
        AllHeaders,
        DataParameter,
        FileNames,
        KnownParameters,
        OneCookie,
        OnePart {

  /**
   * Looks.
   *
   * @throws MalformedInputException if something is not what the argument takes
   */
  void check(HttpServletRequest request);

  /** A query or form parameter of its own. */
  record Parameter(String name, boolean several) implements ArgumentCheck {

    @Override
    public void check(HttpServletRequest request) {
      String[] values = request.getParameterValues(name);
      // Spring MVC's other name for the same.
      String[] others = request.getParameterValues(name + "[]");
      require(values == null || others == null, name, ConversionTarget.REPEATED);
      check(request, values);
      check(request, others);
    }

    private void check(HttpServletRequest request, String @Nullable [] values) {
      if (values != null) {
        checkTexts(request, name, values);
        require(several || values.length == 1, name, ConversionTarget.REPEATED);
      }
    }
  }

  /** An uploaded file of its own. */
  record Upload(String name) implements ArgumentCheck {

    @Override
    public void check(HttpServletRequest request) {
      MultipartRequest multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
      require(
          multipart == null || multipart.getFiles(name).size() <= 1,
          name,
          ConversionTarget.REPEATED);
    }
  }

  /** All query and form parameters, as a map of one value each or of several. */
  record AllParameters(boolean several) implements ArgumentCheck {

    @Override
    public void check(HttpServletRequest request) {
      for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
        String name = parameter.getKey();
        require(SentText.isParameter(request, name), "", ConversionTarget.MALFORMED);
        checkTexts(request, ClientName.shown(name), parameter.getValue());
        require(
            several || parameter.getValue().length == 1,
            ClientName.shown(name),
            ConversionTarget.REPEATED);
      }
      MultipartRequest multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
      if (multipart != null && !several) {
        multipart
            .getMultiFileMap()
            .forEach(
                (name, files) ->
                    require(files.size() == 1, ClientName.shown(name), ConversionTarget.REPEATED));
      }
    }
  }

  /** What is bound to the properties of an object. */
  record Properties(BoundProperties properties) implements ArgumentCheck {

    @Override
    public void check(HttpServletRequest request) {
      check(request, request.getParameterMap());
    }

    /** The same by names that have Spring MVC's own prefixes. */
    void check(HttpServletRequest request, Map<String, String[]> parameters) {
      for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
        String name = parameter.getKey();
        require(SentText.isParameter(request, name), "", ConversionTarget.MALFORMED);
        String shown = ClientName.shown(name);
        require(
            ClientName.hasOneSpelling(name)
                && !properties.isMalformed(name)
                && !properties.containInOtherCase(name),
            shown,
            ConversionTarget.MALFORMED);
        checkTexts(request, shown, parameter.getValue());
        require(
            parameter.getValue().length == 1 || properties.takeSeveral(name),
            shown,
            ConversionTarget.REPEATED);
      }
      checkOneName(request, parameters);
      if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
          instanceof Map<?, ?> variables) {
        for (String name : parameters.keySet()) {
          // A parameter would take the place of the part of the path that has its name.
          String property = BoundProperties.firstStep(name);
          require(
              !variables.containsKey(property) || !properties.contain(property),
              ClientName.shown(name),
              ConversionTarget.REPEATED);
        }
      }
    }

    /** A property, or what is in it, is given under one of the names that it has. */
    private void checkOneName(HttpServletRequest request, Map<String, String[]> parameters) {
      NavigableSet<String> paths = new TreeSet<>();
      Set<String> valued = new HashSet<>();
      MultipartRequest multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
      for (String name : parameters.keySet()) {
        if (properties.contain(name)) {
          String path = BoundProperties.withoutMarker(name);
          boolean isElements = path.endsWith("[]");
          require(
              multipart == null || multipart.getFiles(path).isEmpty(),
              ClientName.shown(name),
              ConversionTarget.REPEATED);
          String property = isElements ? withoutBrackets(path) : path;
          // A marker has no value, so it may stand beside one.
          require(
              BoundProperties.isMarker(name) || valued.add(property),
              ClientName.shown(name),
              ConversionTarget.REPEATED);
          paths.add(property);
        }
      }
      for (String path : paths) {
        require(
            !isWithin(path + "[", paths) && !isWithin(path + ".", paths),
            ClientName.shown(path),
            ConversionTarget.REPEATED);
      }
    }

    private static boolean isWithin(String start, NavigableSet<String> paths) {
      String next = paths.ceiling(start);
      return next != null && next.startsWith(start);
    }

    private static String withoutBrackets(String path) {
      return path.substring(0, path.length() - 2);
    }
  }

  /** A header of its own. */
  record Header(String name, boolean several) implements ArgumentCheck {

    @Override
    public void check(HttpServletRequest request) {
      check(request.getHeaders(name), name, several);
    }

    /** Servers decode other characters than those of ASCII each in a way of their own. */
    static void check(Enumeration<String> values, String shown, boolean several) {
      for (int count = 1; values.hasMoreElements(); count++) {
        require(several || count == 1, shown, ConversionTarget.REPEATED);
        require(
            values
                .nextElement()
                .chars()
                .allMatch(next -> next == '\t' || (next >= ' ' && next <= '~')),
            shown,
            ConversionTarget.MALFORMED);
      }
    }
  }

  /** The variable parts of the path. */
  record PathVariables() implements ArgumentCheck {

    @Override
    public void check(HttpServletRequest request) {
      if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
          instanceof Map<?, ?> variables) {
        variables.forEach(
            (name, value) ->
                require(
                    SentText.isPath(request, String.valueOf(value)),
                    String.valueOf(name),
                    ConversionTarget.MALFORMED));
      }
    }
  }

  /** The parameters of path segments, as a map of one value each or of several. */
  record MatrixVariables(boolean several) implements ArgumentCheck {

    @Override
    public void check(HttpServletRequest request) {
      if (request.getAttribute(HandlerMapping.MATRIX_VARIABLES_ATTRIBUTE)
          instanceof Map<?, ?> segments) {
        for (Object segment : segments.values()) {
          if (segment instanceof MultiValueMap<?, ?> variables) {
            variables.forEach((name, values) -> check(request, name, values));
          }
        }
      }
    }

    private void check(HttpServletRequest request, Object variable, List<?> values) {
      String name = String.valueOf(variable);
      require(SentText.isPath(request, name), "", ConversionTarget.MALFORMED);
      String shown = ClientName.shown(name);
      for (Object value : values) {
        require(SentText.isPath(request, String.valueOf(value)), shown, ConversionTarget.MALFORMED);
      }
      require(several || values.size() == 1, shown, ConversionTarget.REPEATED);
    }
  }

  private static void checkTexts(HttpServletRequest request, String name, String[] values) {
    for (String value : values) {
      require(SentText.isParameter(request, value), name, ConversionTarget.MALFORMED);
    }
  }

  static void require(boolean condition, String path, String problem) {
    if (!condition) {
      throw new MalformedInputException(path, problem);
    }
  }
}
