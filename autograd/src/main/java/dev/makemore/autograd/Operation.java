package dev.makemore.autograd;

/** What a node of the tape was computed by; the text is the name of the method that records it. */
enum Operation {
  LEAF(""),
  PLUS("plus"),
  PLUS_CONSTANT("plus constant"),
  MINUS("minus"),
  TIMES("times"),
  TIMES_CONSTANT("times constant"),
  DIVIDED_BY("divided by"),
  DIVIDED_BY_CONSTANT("divided by constant"),
  NEGATE("negate"),
  POW("pow"),
  POW_CONSTANT("pow constant"),
  EXP("exp"),
  LOG("log"),
  TANH("tanh"),
  RELU("relu"),
  SIGMOID("sigmoid"),
  ABS("abs"),
  MIN("min"),
  MAX("max"),
  SUM("sum"),
  MEAN("mean"),
  DOT("dot"),
  DOT_OF_NEIGHBORS("dot"),
  DOT_CONSTANTS("dot constants"),
  LOG_SUM_EXP("logSumExp");

  private static final Operation[] ALL = values();

  @SuppressWarnings(
      "EnumOrdinal") // a code never leaves the process, so it may change with the list
  private final byte code = (byte) ordinal();

  private final String text;

  Operation(String text) {
    this.text = text;
  }

  /** The one byte that stands for this operation on a tape. */
  byte code() {
    return code;
  }

  static Operation of(byte code) {
    return ALL[code];
  }

  @Override
  public String toString() {
    return text;
  }
}
