package dev.gatewright.processor.scan;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;

/** A method's parameters as a member of the guarded type. */
record Endpoint(ExecutableElement method, ExecutableType signature) {}
