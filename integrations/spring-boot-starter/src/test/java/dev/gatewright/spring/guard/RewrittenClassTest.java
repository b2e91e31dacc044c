package dev.gatewright.spring.guard;

import static dev.gatewright.spring.guard.StaleGuardTest.isRefused;
import static org.springframework.asm.Opcodes.ACC_BRIDGE;
import static org.springframework.asm.Opcodes.ACC_PUBLIC;
import static org.springframework.asm.Opcodes.ACC_SYNTHETIC;

import dev.gatewright.spring.WithoutProcessor;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;

/** Class files as other compilers and other versions of a library have them. */
class RewrittenClassTest {
  private static final String SERVICE =
      """
      package stale;
      import dev.gatewright.*;
      import org.springframework.stereotype.Component;
      @Component %s
      public class Desk extends Base<Long> { %s }
      class Base<T> { %s }
      """;

  /** The library itself calls what it declares by now. */
  @Test
  void anAnnotatedMethodOfASupertypeThatReturnsAnotherTypeByNowStopsTheStart() throws Exception {
    isRefused(
        rewritten(
            SERVICE.formatted(
                "",
                "@Override public void save(String a) {}",
                "@Secured public void save(String a) {}"),
            "Base",
            into ->
                new ClassVisitor(SpringAsmInfo.ASM_VERSION, into) {
                  @Override
                  public MethodVisitor visitMethod(
                      int access, String name, String descriptor, String generic, String[] thrown) {
                    if (!name.equals("save")) {
                      return super.visitMethod(access, name, descriptor, generic, thrown);
                    }
                    String fluent = "(Ljava/lang/String;)Ljava/lang/String;";
                    MethodVisitor method = super.visitMethod(access, name, fluent, null, thrown);
                    return new MethodVisitor(SpringAsmInfo.ASM_VERSION, method) {
                      @Override
                      public void visitInsn(int instruction) {
                        if (instruction == Opcodes.RETURN) {
                          super.visitInsn(Opcodes.ACONST_NULL);
                          super.visitInsn(Opcodes.ARETURN);
                        } else {
                          super.visitInsn(instruction);
                        }
                      }
                    };
                  }
                }));
  }

  /** Kotlin overrides a generic method by one with a primitive parameter, and adds the bridge. */
  @Test
  void anOverrideThatOnlyABridgeLeadsToStopsTheStart() throws Exception {
    isRefused(
        rewritten(
            SERVICE.formatted(
                "",
                "public String tell(long a) { return null; }",
                "@Secured public String tell(T a) { return null; }"),
            "Desk",
            into ->
                new ClassVisitor(SpringAsmInfo.ASM_VERSION, into) {
                  @Override
                  public MethodVisitor visitMethod(
                      int access, String name, String descriptor, String generic, String[] thrown) {
                    // javac's own, as the superclass is not public.
                    return (access & ACC_BRIDGE) == 0
                        ? super.visitMethod(access, name, descriptor, generic, thrown)
                        : null;
                  }

                  @Override
                  public void visitEnd() {
                    int access = ACC_PUBLIC | ACC_BRIDGE | ACC_SYNTHETIC;
                    String erased = "(Ljava/lang/Object;)Ljava/lang/String;";
                    MethodVisitor bridge = super.visitMethod(access, "tell", erased, null, null);
                    bridge.visitCode();
                    bridge.visitVarInsn(Opcodes.ALOAD, 0);
                    bridge.visitVarInsn(Opcodes.ALOAD, 1);
                    String number = Type.getInternalName(Number.class);
                    bridge.visitTypeInsn(Opcodes.CHECKCAST, number);
                    bridge.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL, number, "longValue", "()J", false);
                    bridge.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL,
                        "stale/Desk",
                        "tell",
                        "(J)Ljava/lang/String;",
                        false);
                    bridge.visitInsn(Opcodes.ARETURN);
                    bridge.visitMaxs(3, 2);
                    bridge.visitEnd();
                    super.visitEnd();
                  }
                }));
  }

  /** So does Kotlin's {@code @JvmSynthetic} hide methods from Java, and from the processor. */
  @Test
  void aMethodThatNoSourceShowsStopsTheStart() throws Exception {
    isRefused(
        rewritten(
            SERVICE.formatted("@Secured", "public void tell() {}", ""),
            "Desk",
            into ->
                new ClassVisitor(SpringAsmInfo.ASM_VERSION, into) {
                  @Override
                  public void visitEnd() {
                    MethodVisitor hidden =
                        visitMethod(ACC_PUBLIC | ACC_SYNTHETIC, "wipe", "()V", null, null);
                    hidden.visitCode();
                    hidden.visitInsn(Opcodes.RETURN);
                    hidden.visitMaxs(0, 1);
                    hidden.visitEnd();
                    super.visitEnd();
                  }
                }));
  }

  private interface Rewriting {
    ClassVisitor of(ClassWriter into);
  }

  private static Class<?> rewritten(String source, String changed, Rewriting rewriting)
      throws IOException, ReflectiveOperationException {
    URL classes =
        WithoutProcessor.compileAgain("stale.Desk", source, source)
            .getProtectionDomain()
            .getCodeSource()
            .getLocation();
    Path file = Path.of(classes.getPath(), "stale", changed + ".class");
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(Files.readAllBytes(file)).accept(rewriting.of(writer), 0);
    Files.write(file, writer.toByteArray());
    ClassLoader parent = RewrittenClassTest.class.getClassLoader();
    return new URLClassLoader(new URL[] {classes}, parent).loadClass("stale.Desk");
  }
}
