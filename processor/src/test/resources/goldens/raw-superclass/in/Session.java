package dev.gatewright.golden;

/** Calls of what a raw superclass declares are unchecked. */
@SuppressWarnings("rawtypes")
class Session extends Keeper {}
