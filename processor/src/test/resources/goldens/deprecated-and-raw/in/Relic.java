package dev.gatewright.golden;

@Deprecated
public class Relic {}
