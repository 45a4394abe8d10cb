/** What is wrong with a text, and where: data for machines, sentences for people. */
import type { DiagnosticCode } from "./codes.js";

/** One sentence in both languages, each written by hand. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** An error stops a rubric or takes a fact out; a warning should be looked at; an info is only said. */
export type Severity = "error" | "warning" | "info";

/** A place in a text. Lines and columns count from 1; columns are UTF-16 code units, as in editors and SARIF. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From `start` up to, not including, `end`; `offset` is the same in UTF-16 code units from the start of the text. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
  readonly offset: readonly [number, number];
}

/** What the finding is about, in the author's words: authors think in ids. */
export interface Subject {
  readonly kind: "indicator" | "fact" | "condition" | "outcome" | "component" | "rubric";
  readonly id: string;
}

/** Another place that a finding is about, such as the first of two equal ids. */
export interface RelatedPlace {
  readonly message: Text;
  readonly file?: string;
  /** RFC 6901 pointer, when the place is known only by its path. */
  readonly path?: string;
  readonly range?: Range;
}

/** Values a message was made from, for tools: got, expected, nearest, limit, witness … */
export type DiagnosticData = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * One finding about a rubric or a fact sheet: a code and data for machines, sentences for people, and the place. In a
 * text that is a `range`, in a file also a `file`; a finding about a plain value has its `path` alone.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is wrong: one sentence, lower case, no final stop, the author's own words in backticks. */
  readonly message: Text;
  /** What to type. */
  readonly hint?: Text;
  /** As given by the caller, POSIX. */
  readonly file?: string;
  /** RFC 6901 pointer into the document; "" is the document itself. */
  readonly path: string;
  readonly subject?: Subject;
  readonly range?: Range;
  readonly related?: readonly RelatedPlace[];
  readonly data?: DiagnosticData;
}
