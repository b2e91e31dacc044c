package dev.gatewright.golden;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

interface TicketApi {
  @POST
  @Path("{id}/comments")
  void comment(@PathParam("id") long id, String text);
}
