package jakarta.websocket;

public interface Endpoint {}
