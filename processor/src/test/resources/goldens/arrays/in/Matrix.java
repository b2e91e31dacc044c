package dev.gatewright.golden;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import java.util.List;

@Secured
@ValidatedInput
public class Matrix<T extends Number> {
  public double[][] multiply(double[][] left, double[] right[]) {
    return left;
  }

  public List<T[]>[] cells(T[][] cells, boolean... flags) {
    return null;
  }
}
