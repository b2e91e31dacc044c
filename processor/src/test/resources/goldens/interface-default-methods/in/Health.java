package dev.gatewright.golden;

public class Health implements Probe {}
