package dev.makemore.sampling;

/**
 * An item that a model generated.
 *
 * @param text its characters, without boundaries
 * @param cut true if the item reached the maximum length and the model would have continued
 */
public record Sample(String text, boolean cut) {}
