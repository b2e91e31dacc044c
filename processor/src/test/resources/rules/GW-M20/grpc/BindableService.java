package io.grpc;

public interface BindableService {}
