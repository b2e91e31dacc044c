/** Requests that take more than one dispatch, and who watches them. */
package dev.gatewright.spring.flows;
