package dev.gatewright.golden.shadow;

public class Object {}
