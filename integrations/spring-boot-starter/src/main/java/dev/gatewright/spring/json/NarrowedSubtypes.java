package dev.gatewright.spring.json;

import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

/** Takes the types that the application's mapper takes, and none that Jackson denies by default. */
final class NarrowedSubtypes extends PolymorphicTypeValidator {
  private static final long serialVersionUID = 1L;

  private final PolymorphicTypeValidator byDefault;
  private final PolymorphicTypeValidator application;

  NarrowedSubtypes(PolymorphicTypeValidator byDefault, PolymorphicTypeValidator application) {
    this.byDefault = byDefault;
    this.application = application;
  }

  @Override
  public Validity validateBaseType(DatabindContext context, JavaType baseType) {
    Validity denied = byDefault.validateBaseType(context, baseType);
    return denied == Validity.DENIED ? denied : application.validateBaseType(context, baseType);
  }

  @Override
  public Validity validateSubClassName(
      DatabindContext context, JavaType baseType, String subClassName) {
    Validity denied = byDefault.validateSubClassName(context, baseType, subClassName);
    return denied == Validity.DENIED
        ? denied
        : application.validateSubClassName(context, baseType, subClassName);
  }

  @Override
  public Validity validateSubType(DatabindContext context, JavaType baseType, JavaType subType) {
    Validity denied = byDefault.validateSubType(context, baseType, subType);
    return denied == Validity.DENIED
        ? denied
        : application.validateSubType(context, baseType, subType);
  }
}
