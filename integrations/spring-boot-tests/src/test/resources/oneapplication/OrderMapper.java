package oneapplication;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants;

@Mapper(componentModel = MappingConstants.ComponentModel.SPRING)
public interface OrderMapper {
    @Mapping(target = "city", source = "address.city")
    @Mapping(target = "orderedBy", source = "customer")
    OrderView view(Order order);

    @Mapping(target = "id", source = "id")
    @Mapping(target = "customer", source = "customer")
    Order order(NewOrder order, long id, String customer);
}
