/** A small real application, guarded as any, whose own tests use this module. */
package dev.gatewright.test.shop;
