package dev.gatewright.golden;

record Order(long id) {}
