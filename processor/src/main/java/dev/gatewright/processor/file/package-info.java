/**
 * From faultless models to files, with their originating elements: other threads print, the
 * compiler's creates files.
 */
@NullMarked
package dev.gatewright.processor.file;

import org.jspecify.annotations.NullMarked;
