/** How the tables of words are written down. */

export interface Text {
  readonly zh: string;
  readonly en: string;
}

export interface KeyWords extends Text {
  /** What holds when the key is not written; every optional key says it. */
  readonly absent?: Text;
  /** Each word that may stand there. */
  readonly words?: Readonly<Record<string, Text>>;
}

export interface ShapeWords extends Text {
  readonly keys: Readonly<Record<string, KeyWords>>;
}

export function text(zh: string, en: string): Text {
  return { zh, en };
}

/** A key that must be written. */
export function key(zh: string, en: string, words?: Readonly<Record<string, Text>>): KeyWords {
  return { zh, en, ...(words && { words }) };
}

/** A key that may be left out, and what holds then. */
export function may(zh: string, en: string, absent: Text, words?: Readonly<Record<string, Text>>): KeyWords {
  return { zh, en, absent, ...(words && { words }) };
}

export function of(zh: string, en: string, keys: ShapeWords["keys"]): ShapeWords {
  return { zh, en, keys };
}

export const NONE = text("没有", "none");
export const NO = text("`false`", "`false`");
