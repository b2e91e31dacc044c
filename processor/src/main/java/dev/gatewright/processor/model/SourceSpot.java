package dev.gatewright.processor.model;

/** A place in the sources that a message can point at. Opaque to rules; the scanner makes them. */
public interface SourceSpot {

  /** How messages name the element: {@code OrderApi.cancel(String)}. */
  String element();
}
