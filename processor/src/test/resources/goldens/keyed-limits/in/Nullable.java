package dev.gatewright.login;

@interface Nullable {}
