package dev.gatewright.spring.guard;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;

/**
 * Reads from a class file which methods of supertypes the class calls by {@code super}, and which
 * methods of the source do so: compilers put lambdas, and what inner classes call, into methods of
 * their own.
 */
final class SuperCallReader {
  private static final String CONSTRUCTOR = "<init>";
  private static final String KOTLIN_DEFAULTS = "$DefaultImpls";

  /** A method as class files name it. */
  record Signature(String name, String descriptor) {}

  /**
   * A call past whatever overrides the method.
   *
   * @param owner internal name of the type that the call names
   * @param callers methods of the source that make it; null where an inner class does
   */
  record SuperCall(String owner, Signature called, Set<@Nullable Signature> callers) {}

  private record Site(String owner, Signature called, Signature within) {}

  private final String type;
  private final ClassLoader loader;
  private final boolean isInterface;
  private final List<Site> sites = new ArrayList<>();
  private final Set<Signature> madeByCompiler = new HashSet<>();

  /** Of methods that the compiler made, those that refer to them; null for inner classes. */
  private final Map<Signature, Set<@Nullable Signature>> references = new HashMap<>();

  private final Set<String> nested = new LinkedHashSet<>();

  private SuperCallReader(Class<?> type, ClassLoader loader) {
    this.type = type.getName().replace('.', '/');
    this.loader = loader;
    this.isInterface = type.isInterface();
  }

  /** All such calls in a class; none where its class file is not there. */
  static List<SuperCall> callsIn(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || type.isHidden()) {
      return List.of();
    }
    SuperCallReader reader = new SuperCallReader(type, loader);
    reader.read(reader.type, reader.new OfType());
    if (reader.sites.isEmpty()) {
      return List.of();
    }
    if (reader.sites.stream().anyMatch(site -> reader.madeByCompiler.contains(site.within()))) {
      reader.readNested();
    }
    return reader.sites.stream()
        .map(site -> new SuperCall(site.owner(), site.called(), reader.callers(site.within())))
        .toList();
  }

  private void read(String name, ClassVisitor visitor) {
    try (InputStream file = loader.getResourceAsStream(name + ".class")) {
      if (file != null) {
        new ClassReader(file).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      // Not as a class loader would have it, which makes classes in another way then.
    }
  }

  private void readNested() {
    Set<String> read = new HashSet<>();
    List<String> left = new ArrayList<>(nested);
    while (!left.isEmpty()) {
      String name = left.remove(left.size() - 1);
      if (read.add(name)) {
        read(name, new OfNested());
        left.addAll(nested);
      }
    }
  }

  private Set<@Nullable Signature> callers(Signature within) {
    Set<@Nullable Signature> callers = new LinkedHashSet<>();
    addCallers(within, callers, new HashSet<>());
    return callers;
  }

  private void addCallers(
      @Nullable Signature method, Set<@Nullable Signature> callers, Set<Signature> seen) {
    if (method == null || !madeByCompiler.contains(method)) {
      callers.add(method);
    } else if (seen.add(method)) {
      references.getOrDefault(method, Set.of()).forEach(each -> addCallers(each, callers, seen));
    }
  }

  private static boolean isMadeByCompiler(int access, String name) {
    return ((access & Opcodes.ACC_SYNTHETIC) != 0 && (access & Opcodes.ACC_BRIDGE) == 0)
        || name.contains("lambda$")
        || name.startsWith("ajc$")
        || name.contains("_aroundBody");
  }

  /** Finds what a method calls. */
  private final class Calls extends MethodVisitor {
    private final @Nullable Signature within;
    private final boolean isNested;

    Calls(@Nullable Signature within, boolean isNested) {
      super(SpringAsmInfo.ASM_VERSION);
      this.within = within;
      this.isNested = isNested;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean ofInterface) {
      found(opcode == Opcodes.INVOKESPECIAL, owner, new Signature(name, descriptor));
      int first = ("(L" + owner.replace(KOTLIN_DEFAULTS, "") + ";").length();
      if (opcode == Opcodes.INVOKESTATIC
          && owner.endsWith(KOTLIN_DEFAULTS)
          && descriptor.startsWith("(L" + owner.replace(KOTLIN_DEFAULTS, "") + ";")) {
        Signature called = new Signature(name, "(" + descriptor.substring(first));
        found(true, owner.replace(KOTLIN_DEFAULTS, ""), called);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle && !isOfSerialization()) {
          found(
              handle.getTag() == Opcodes.H_INVOKESPECIAL,
              handle.getOwner(),
              new Signature(handle.getName(), handle.getDesc()));
        }
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Handle handle) {
        visitInvokeDynamicInsn("", "", handle, handle);
      }
    }

    private boolean isOfSerialization() {
      return within != null && within.name().equals("$deserializeLambda$");
    }

    private void found(boolean isSpecial, String owner, Signature called) {
      if (owner.equals(type)) {
        references.computeIfAbsent(called, key -> new LinkedHashSet<>()).add(within);
      }
      boolean isOwnOfInterface = isInterface && owner.equals(type);
      if (isSpecial
          && !isNested
          && within != null
          && !isOwnOfInterface
          && !called.name().equals(CONSTRUCTOR)) {
        sites.add(new Site(owner, called, within));
      }
    }
  }

  /** Notes the classes inside of the one that is read, which may be read next. */
  private abstract class OfClass extends ClassVisitor {
    OfClass() {
      super(SpringAsmInfo.ASM_VERSION);
    }

    @Override
    public void visitInnerClass(
        String name, @Nullable String outer, @Nullable String inner, int access) {
      if (name.startsWith(type + "$") && !name.endsWith(KOTLIN_DEFAULTS)) {
        nested.add(name);
      }
    }
  }

  /** The class itself. */
  private final class OfType extends OfClass {
    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String generic,
        String @Nullable [] exceptions) {
      Signature method = new Signature(name, descriptor);
      if (isMadeByCompiler(access, name)) {
        madeByCompiler.add(method);
      }
      return new Calls(method, false);
    }
  }

  /** An inner, local or anonymous class; what it calls, the method that it stands in calls. */
  private final class OfNested extends OfClass {
    private @Nullable Signature enclosing;

    @Override
    public void visitOuterClass(
        String owner, @Nullable String method, @Nullable String descriptor) {
      if (owner.equals(type)) {
        enclosing = method == null || descriptor == null ? null : new Signature(method, descriptor);
      } else {
        OfNested outer = new OfNested();
        read(owner, outer);
        enclosing = outer.enclosing;
      }
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String generic,
        String @Nullable [] exceptions) {
      return new Calls(enclosing, true);
    }
  }
}
