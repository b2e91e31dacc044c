package dev.gatewright.login;

record Attempt(String account, String password) {}
