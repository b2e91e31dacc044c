package dev.gatewright.golden.shadow;

public class Duration {}
