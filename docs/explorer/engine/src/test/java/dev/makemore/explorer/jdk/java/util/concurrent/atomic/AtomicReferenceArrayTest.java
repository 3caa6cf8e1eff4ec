package dev.makemore.explorer.jdk.java.util.concurrent.atomic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AtomicReferenceArrayTest {

  @Test
  void anElementIsNullUntilItIsSet() {
    AtomicReferenceArray<String> array = new AtomicReferenceArray<>(3);
    array.set(1, "a");
    array.set(2, "b");
    array.set(2, "c");
    assertThat(array.get(0)).isNull();
    assertThat(array.get(1)).isEqualTo("a");
    assertThat(array.get(2)).isEqualTo("c");
  }

  @Test
  void thereIsNoElementOutside() {
    AtomicReferenceArray<String> array = new AtomicReferenceArray<>(1);
    assertThatThrownBy(() -> array.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> array.set(-1, "a")).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new AtomicReferenceArray<String>(-1))
        .isInstanceOf(NegativeArraySizeException.class);
  }
}
