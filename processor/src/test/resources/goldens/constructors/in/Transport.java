package dev.gatewright.golden;

public interface Transport {}
