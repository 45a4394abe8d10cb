/** Tree → plain value, the place of each part, and what only the tree shows: keys twice, keys that are not text. */
import type { DocumentValue } from "../model/document.js";
import { pointer } from "../base/pointer.js";
import { maximumDepth, maximumEntries } from "./limits.js";
import type { Place } from "./locate.js";
import type { Finding, ListNode, MapNode, ScalarNode, SyntaxNode } from "./syntax.js";
import { quote } from "./syntax-errors.js";

export interface Built {
  readonly value: DocumentValue;
  readonly place: Place;
  readonly findings: readonly Finding[];
}

export function buildValue(root: SyntaxNode): Built {
  const findings: Finding[] = [];
  const { value, place } = build(root, "", 1, findings);
  return { value, place, findings };
}

type Part = Pick<Built, "value" | "place">;

function build(node: SyntaxNode, path: string, depth: number, findings: Finding[]): Part {
  switch (node.kind) {
    case "scalar":
      return { value: scalarValue(node, path, findings), place: { span: node.span } };
    case "list":
      return buildList(node, path, depth, findings);
    case "map":
      return buildMap(node, path, depth, findings);
    case "refused":
    case "absent":
      return { value: null, place: { span: node.span } };
  }
}

function buildList(node: ListNode, path: string, depth: number, findings: Finding[]): Part {
  const value: DocumentValue[] = [];
  const items: Place[] = [];
  if (isTooMuch(node, node.items.length, path, depth, findings)) return { value, place: { span: node.span, items } };
  for (const [index, item] of node.items.entries()) {
    const part = build(item, pointer(path, index), depth + 1, findings);
    value.push(part.value);
    items.push(part.place);
  }
  return { value, place: { span: node.span, items } };
}

function buildMap(node: MapNode, path: string, depth: number, findings: Finding[]): Part {
  // Without a prototype, so that `__proto__` and `constructor` are keys like any other.
  const value: Record<string, DocumentValue> = Object.create(null);
  const entries = new Map<string, { readonly key: SyntaxNode["span"]; readonly place: Place }>();
  if (isTooMuch(node, node.entries.length, path, depth, findings))
    return { value, place: { span: node.span, entries } };
  for (const { key, value: content } of node.entries) {
    const name = keyName(key, path, findings);
    if (name === undefined) continue;
    const at = pointer(path, name);
    const first = entries.get(name);
    if (first) {
      const params = { key: quote(name) };
      findings.push({ code: "duplicate-key", span: key.span, path: at, first: first.key, params });
      continue;
    }
    // Between braces YAML lets a key stand alone: `{ 诚信, points: 5 }`. Here it is a comma inside a text, or a slip.
    if (content.kind === "absent") {
      findings.push({ code: "missing-colon", span: key.span, path: at, params: { text: quote(name) } });
    }
    const part = build(content, at, depth + 1, findings);
    value[name] = part.value;
    entries.set(name, { key: key.span, place: part.place });
  }
  return { value, place: { span: node.span, entries } };
}

/** The tokens were counted before; this holds where a text was so wrong that its columns misled the count. */
function isTooMuch(node: SyntaxNode, entries: number, path: string, depth: number, findings: Finding[]): boolean {
  const [start] = node.span;
  const span = [start, start + 1] as const;
  if (depth > maximumDepth) findings.push({ code: "too-deep", span, path, params: { limit: maximumDepth } });
  else if (entries > maximumEntries) {
    findings.push({ code: "too-many-entries", span, path, params: { limit: maximumEntries } });
  } else return false;
  return true;
}

function keyName(key: SyntaxNode, path: string, findings: Finding[]): string | undefined {
  if (key.kind !== "scalar") {
    findings.push({ code: "key-not-text", span: key.span, path });
    return undefined;
  }
  if (key.plain && key.text === "") {
    findings.push({ code: "key-missing", span: key.span, path });
    return undefined;
  }
  // Reported as a merge key when the tokens were read.
  if (key.plain && key.text === "<<") return undefined;
  checkCharacters(key, path, findings);
  return key.text;
}

function scalarValue(node: ScalarNode, path: string, findings: Finding[]): DocumentValue {
  checkCharacters(node, path, findings);
  if (!node.plain) return node.text;
  switch (node.text) {
    case "":
    case "~":
    case "null":
      return null;
    case "true":
      return true;
    case "false":
      return false;
    default:
      return node.text;
  }
}

/** Half of a pair can come from an escape (`"\ud83d"`). It has no UTF-8, so no digest could be made of it. */
function checkCharacters({ text, span }: ScalarNode, path: string, findings: Finding[]): void {
  const half = /[\ud800-\udfff]/u.exec(text);
  if (half) {
    const character = `U+${half[0].charCodeAt(0).toString(16).toUpperCase()}`;
    findings.push({ code: "lone-surrogate", span, path, params: { character, count: 1 } });
  }
}
