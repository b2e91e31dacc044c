package dev.gatewright.spring.exchange;

import jakarta.servlet.Filter;

/** The gate's own filter, which is none of the application's. */
interface GateFilter extends Filter {}
