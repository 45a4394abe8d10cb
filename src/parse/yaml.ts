/** The one door to `yaml`: text → tokens → concrete syntax → tree, each as plain data of ours. */
import { Composer, CST, isCollection, isMap, isPair, isScalar, Lexer, Parser } from "yaml";
import { maximumDepth } from "./limits.js";
import type { Complaint, Span, SyntaxNode, Token, TokenKind } from "./syntax.js";

/** The concrete syntax, with all its faults. Looked at by `scalar-places.ts` only. */
export type ConcreteSyntax = CST.Token;

/** Lazy: who reads may stop at any token. */
export function* tokensOf(text: string): Generator<Token> {
  let offset = 0;
  let plain = false;
  for (const source of new Lexer().lex(text)) {
    // The lexer announces the text of a scalar by a mark of its own.
    if (source === CST.SCALAR && !plain) {
      plain = true;
      continue;
    }
    yield { kind: plain ? "plain" : kindOf(source), offset, source };
    if (plain || !isMark(source)) offset += source.length;
    plain = false;
  }
}

export function concreteSyntax(tokens: Iterable<Token>): ConcreteSyntax[] {
  const parser = new Parser();
  const syntax: ConcreteSyntax[] = [];
  let errors = 0;
  const keep = (token: ConcreteSyntax) => {
    syntax.push(token);
    if (token.type === "error") errors += 1;
  };
  for (const { kind, source } of tokens) {
    if (kind === "plain") for (const token of parser.next(CST.SCALAR)) keep(token);
    for (const token of parser.next(source)) keep(token);
    // In a text that is wrong enough the parser loses its way: it nests without end, or refuses each further token.
    if (parser.stack.length > deepest || errors > enough) break;
  }
  for (const token of parser.end()) keep(token);
  return syntax;
}

/** The document and its last scalar beside the collections. */
const deepest = maximumDepth + 4;

/** For texts of one document without aliases, directives and the like: `features.ts` has looked. */
export function compose(syntax: readonly ConcreteSyntax[]): { root?: SyntaxNode; complaints: Complaint[] } {
  // No schema but strings, so that nothing is interpreted. Duplicate keys are our own check: theirs is quadratic.
  const composer = new Composer({ schema: "failsafe", stringKeys: true, uniqueKeys: false, prettyErrors: false });
  const complaints: Complaint[] = [];
  // In place of the library's own collector, which makes an error with its stack of each: a million takes ten seconds.
  Reflect.set(composer, "onError", (source: ErrorSource, code: string, sentence: string, isWarning?: boolean) => {
    // Thrown again at each level: the library catches what it takes for an overflow of the stack, and complains of it.
    if (complaints.length >= enough) throw new Error(gaveUp);
    if (!isWarning) complaints.push({ code, sentence, span: spanOfError(source) });
  });
  let root: SyntaxNode | undefined;
  try {
    for (const document of composer.compose(syntax)) {
      root ??= treeOf(document.contents, 0);
      complaints.push(...document.errors.slice(0, enough).map(complaintOf));
    }
    complaints.push(...composer.streamInfo().errors.slice(0, enough).map(complaintOf));
  } catch (error) {
    if (!(error instanceof Error) || error.message !== gaveUp) throw error;
  }
  return root ? { root, complaints } : { complaints };
}

/** Of so many complaints the first tell what is wrong. */
const enough = 500;
const gaveUp = "enough complaints";

type ErrorSource = number | readonly number[] | { readonly offset: number; readonly source?: unknown };

function spanOfError(source: ErrorSource): Span {
  if (typeof source === "number") return [source, source + 1];
  if ("offset" in source) {
    return [source.offset, source.offset + (typeof source.source === "string" ? source.source.length : 1)];
  }
  const [start = 0, end = start] = source;
  return [start, end];
}

function complaintOf(error: { code: string; message: string; pos: Span }): Complaint {
  return { code: error.code, sentence: error.message, span: error.pos };
}

function treeOf(node: unknown, offset: number): SyntaxNode {
  if (isScalar(node)) {
    const span = spanOf(node.range, offset);
    return { kind: "scalar", plain: node.type === "PLAIN", text: node.source ?? "", span };
  }
  if (!isCollection(node)) return { kind: node ? "refused" : "absent", span: [offset, offset] };
  const [start, end] = spanOf(node.range, offset);
  let last = start;
  const child = (part: unknown): SyntaxNode => {
    const tree = treeOf(part, last);
    last = Math.max(last, tree.span[1]);
    return tree;
  };
  if (isMap(node)) {
    const entries = node.items.map((pair) => ({ key: child(pair.key), value: child(pair.value) }));
    return { kind: "map", entries, span: [start, node.flow ? end : last] };
  }
  const items = node.items.map((item) => child(isPair(item) ? item.value : item));
  // A block collection ends where its last value ends; the library counts the comments after it.
  return { kind: "list", items, span: [start, node.flow ? end : last] };
}

function spanOf(range: readonly [number, number, number] | null | undefined, offset: number): Span {
  return range ? [range[0], range[1]] : [offset, offset];
}

function isMark(source: string): boolean {
  return source === CST.DOCUMENT || source === CST.FLOW_END;
}

const kinds: Readonly<Partial<Record<CST.TokenType, TokenKind>>> = {
  space: "space",
  newline: "newline",
  comment: "comment",
  "single-quoted-scalar": "quoted",
  "double-quoted-scalar": "quoted",
  "block-scalar-header": "block-header",
  "seq-item-ind": "dash",
  "explicit-key-ind": "question",
  "map-value-ind": "colon",
  comma: "comma",
  "flow-map-start": "open",
  "flow-seq-start": "open",
  "flow-map-end": "close",
  "flow-seq-end": "close",
  alias: "alias",
  anchor: "anchor",
  tag: "tag",
  "directive-line": "directive",
  "doc-start": "document-start",
  "doc-end": "document-end",
  "doc-mode": "begin",
  "flow-error-end": "give-up",
};

function kindOf(source: string): TokenKind {
  const type = CST.tokenType(source);
  return (type && kinds[type]) ?? "other";
}
