// How tokens look. Token 0 is the boundary, shown as a dot; all others are characters.

const characters = {
  /** A character that can be seen, and does not change the direction of what follows. */
  visible(codePoint) {
    const text = String.fromCodePoint(codePoint);
    if (codePoint === 0x20) {
      return '␣';
    }
    if (/^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Co}\p{Cn}\p{Cs}]$/u.test(text)) {
      return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    }
    return /^\p{M}$/u.test(text) ? `◌${text}` : text;
  },

  /** A whole text with all its characters visible. */
  visibleText: (text) =>
    Array.from(text, (c) => (/[\p{L}\p{N}\p{M}\p{P}\p{S} ]/u.test(c) ? c
      : `[${characters.visible(c.codePointAt(0))}]`)).join(''),

  /** What a screen reader says of a token. */
  spoken(token) {
    const text = study.text(token);
    return token === 0 ? 'the boundary' : text === '␣' ? 'space' : text;
  },
};
