package org.springframework.web.reactive.socket;

public interface WebSocketHandler {}
