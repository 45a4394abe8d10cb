/** Our own words for what a YAML text is made of, so that only one file knows the library. Offsets are UTF-16 code units. */
import type { DiagnosticData } from "../model/diagnostic.js";
import type { ParseCode } from "../model/codes.js";

export type Span = readonly [start: number, end: number];

export type TokenKind =
  | "space"
  | "newline"
  | "comment"
  | "plain"
  | "quoted"
  | "block-header"
  | "dash"
  | "question"
  | "colon"
  | "comma"
  | "open"
  | "close"
  | "alias"
  | "anchor"
  | "tag"
  | "directive"
  | "document-start"
  | "document-end"
  /** Marks of the lexer, without text: a document begins; the brackets still open are given up. */
  | "begin"
  | "give-up"
  | "other";

export interface Token {
  readonly kind: TokenKind;
  readonly offset: number;
  readonly source: string;
}

export interface ScalarNode {
  readonly kind: "scalar";
  readonly plain: boolean;
  /** Escapes and folded lines resolved, nothing interpreted. */
  readonly text: string;
  readonly span: Span;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly SyntaxNode[];
  readonly span: Span;
}

export interface MapNode {
  readonly kind: "map";
  readonly entries: readonly { readonly key: SyntaxNode; readonly value: SyntaxNode }[];
  readonly span: Span;
}

/** `refused` was reported when the tokens were read; `absent` is the value of a key without a colon. */
export interface NoNode {
  readonly kind: "refused" | "absent";
  readonly span: Span;
}

export type SyntaxNode = ScalarNode | ListNode | MapNode | NoNode;

/** What the library says of a text. Its sentence is never shown: `syntax-errors.ts` finds our words for it. */
export interface Complaint {
  readonly code: string;
  readonly sentence: string;
  readonly span: Span;
}

/** Something found, before it is put into words. */
export interface Finding {
  readonly code: ParseCode;
  readonly span: Span;
  readonly params?: DiagnosticData;
  readonly path?: string;
  /** "First defined here". */
  readonly first?: Span;
  /** All the text this cause may have spoiled, when that is more than `span`: what the library says of it is an echo. */
  readonly spoiled?: Span;
  /** Behind it the library has lost its way: whatever it says of the rest of the text is an echo. */
  readonly loses?: boolean;
}
