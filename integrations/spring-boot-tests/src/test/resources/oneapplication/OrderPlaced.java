package oneapplication;

public record OrderPlaced(Order order) {}
