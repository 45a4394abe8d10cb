/** A text as read: plain values with a place for each, nothing interpreted yet. */
import type { Range } from "./diagnostic.js";

/**
 * A value of a document. A scalar is the author's text to the last digit: `2023.10` stays "2023.10".
 * Only the plain words `true` and `false` are booleans, and an empty value, `~` and `null` are null.
 * Objects have no prototype, so a key such as `__proto__` is a key like any other.
 */
export type DocumentValue =
  | null
  | boolean
  | string
  | readonly DocumentValue[]
  | { readonly [key: string]: DocumentValue };

/** Finds the place of a path: the whole value, or the key in front of it (values of lists have no key). */
export type Locate = (path: string, part: "key" | "value") => Range | undefined;

export interface Document {
  readonly text: string;
  readonly value: DocumentValue;
  readonly locate: Locate;
}
