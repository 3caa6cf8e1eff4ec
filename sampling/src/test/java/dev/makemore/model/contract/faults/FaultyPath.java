package dev.makemore.model.contract.faults;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;

/** Makes paths and other objects that belong to a {@link FaultyFileSystem}. */
final class FaultyPath {

  /** Tells the path of the default file system behind one of a faulty file system. */
  private interface Wrapped {
    Path real();
  }

  private FaultyPath() {}

  static Path of(Path real, FaultyFileSystem system) {
    return (Path)
        Proxy.newProxyInstance(
            FaultyPath.class.getClassLoader(),
            new Class<?>[] {Path.class, Wrapped.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "real" -> real;
                  case "getFileSystem" -> system;
                  case "toRealPath" -> // the only one that asks the file system
                      system.call("toRealPath", () -> of(real.toRealPath(), system));
                  default -> wrapped(invoke(method, real, arguments), system);
                });
  }

  private static Object wrapped(Object result, FaultyFileSystem system) {
    return result instanceof Path path && !(path instanceof Wrapped) ? of(path, system) : result;
  }

  /** The path of the default file system behind {@code path}. */
  static Path real(Path path) {
    return path instanceof Wrapped wrapped ? wrapped.real() : path;
  }

  /** An object all of whose methods are calls of a faulty file system. */
  static <T> T calls(Class<T> type, T real, FaultyFileSystem system) {
    return type.cast(
        Proxy.newProxyInstance(
            FaultyPath.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                system.call(method.getName(), () -> invoke(method, real, arguments))));
  }

  private static Object invoke(Method method, Object real, Object... arguments) throws IOException {
    Object[] unwrapped =
        arguments == null
            ? new Object[0]
            : Arrays.stream(arguments)
                .map(argument -> argument instanceof Path path ? real(path) : argument)
                .toArray();
    try {
      return method.invoke(real, unwrapped);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IOException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
