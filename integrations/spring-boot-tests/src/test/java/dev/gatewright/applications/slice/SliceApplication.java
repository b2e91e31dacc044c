package dev.gatewright.applications.slice;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose tests start slices of it. */
@SpringBootApplication
class SliceApplication {}
