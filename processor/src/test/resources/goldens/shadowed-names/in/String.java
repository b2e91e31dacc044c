package dev.gatewright.golden.shadow;

public class String {}
