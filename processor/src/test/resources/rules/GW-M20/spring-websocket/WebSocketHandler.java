package org.springframework.web.socket;

public interface WebSocketHandler {}
