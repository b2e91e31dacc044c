package dev.gatewright.processor.model;

/**
 * The mapping that makes a method an endpoint.
 *
 * @param httpMethod {@code POST}; several joined by {@code |}; {@code *} for any
 * @param path {@code /accounts/{id}/transfers}; several joined by {@code |}
 */
public record Route(String httpMethod, String path) {}
