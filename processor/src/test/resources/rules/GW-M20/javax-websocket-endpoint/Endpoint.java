package javax.websocket;

public interface Endpoint {}
