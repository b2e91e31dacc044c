package dev.gatewright.golden;

/** Has the name of a type parameter. */
public class Moved {}
