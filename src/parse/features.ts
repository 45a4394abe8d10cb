/** Tokens → what we refuse of YAML: features that make a text mean something else than it shows. */
import type { ParseCode } from "../model/codes.js";
import type { Finding, Token } from "./syntax.js";

export function findRefusedFeatures(tokens: readonly Token[]): Finding[] {
  const findings = findReferences(tokens);
  for (const token of tokens) {
    if (token.kind === "tag") findings.push(featureAt("tag", token));
    if (token.kind === "directive") findings.push(featureAt("directive", token));
  }
  return findings;
}

export function findOpenQuotes(tokens: readonly Token[]): Finding[] {
  return tokens
    .filter((token) => token.kind === "quoted" && !isClosed(token.source))
    .map((token) => ({
      code: "unclosed-quote",
      span: [token.offset, token.offset + 1],
      spoiled: spanOf(token),
      params: { quote: token.source.slice(0, 1) },
    }));
}

export function findIndentingTabs(tokens: readonly Token[]): Finding[] {
  const findings: Finding[] = [];
  let brackets = 0;
  let tab: Token | undefined;
  let atLineStart = true;
  for (const token of tokens) {
    if (token.kind === "open") brackets += 1;
    if (token.kind === "close" && brackets > 0) brackets -= 1;
    if (token.kind === "give-up") brackets = 0;
    if (token.kind === "newline" || token.kind === "begin") {
      atLineStart = token.kind === "newline" || atLineStart;
      if (token.kind === "newline") tab = undefined;
    } else if (token.kind === "space") {
      // Between brackets indentation means nothing: JSON is often indented by tabs.
      if (atLineStart && brackets === 0 && token.source.includes("\t")) tab ??= token;
    } else {
      if (tab && token.kind !== "comment") findings.push({ code: "tab-indentation", span: spanOf(tab), loses: true });
      tab = undefined;
      atLineStart = false;
    }
  }
  return findings;
}

/** The `---` or the text that begins a second document. */
export function findSecondDocument(tokens: readonly Token[]): Finding | undefined {
  let documents = 0;
  let inDocument = false;
  for (const token of tokens) {
    if (isBlank(token)) continue;
    // A lone `---` opens the document that its text belongs to. `...` closes it, or stands for an empty one.
    const opens = token.kind === "document-start" || !inDocument;
    if (opens) documents += 1;
    inDocument = token.kind !== "document-end";
    if (documents > 1) return featureAt("several-documents", token);
  }
  return undefined;
}

export function isEmptyText(tokens: readonly Token[]): boolean {
  return tokens.every((token) => isBlank(token) || token.kind === "document-start" || token.kind === "document-end");
}

/** `begin` is the lexer's, and `other` outside a document is the byte order mark. */
function isBlank({ kind, source }: Token): boolean {
  if (kind === "other") return source === "\uFEFF";
  return kind === "space" || kind === "newline" || kind === "comment" || kind === "begin" || kind === "directive";
}

/**
 * An author who writes `&` or `*` meant the character, one finding each. Who uses references as YAML has them made
 * one mistake, however often (an alias bomb has hundreds): the first alias is named, with its anchor, or each merge key.
 */
function findReferences(tokens: readonly Token[]): Finding[] {
  const merges = tokens.filter(
    (token, index) => token.kind === "plain" && token.source === "<<" && isKey(tokens, index),
  );
  if (merges.length > 0) return merges.map((token) => featureAt("merge-key", token));
  const marks = tokens.filter((token) => token.kind === "alias" || token.kind === "anchor");
  const anchors = new Map<string, Token>();
  for (const mark of marks) if (mark.kind === "anchor") anchors.set(mark.source.slice(1), mark);
  for (const mark of marks) {
    const anchor = mark.kind === "alias" ? anchors.get(mark.source.slice(1)) : undefined;
    if (anchor) return [{ ...featureAt("alias", mark), first: spanOf(anchor) }];
  }
  return marks.map((mark) => featureAt(mark.kind === "alias" ? "alias" : "anchor", mark));
}

function isKey(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return (next?.kind === "space" ? tokens[index + 2] : next)?.kind === "colon";
}

/** The library takes `'it''` and `"\"` for closed. */
function isClosed(source: string): boolean {
  const quote = source.slice(0, 1);
  if (source.length === 1 || !source.endsWith(quote)) return false;
  // A doubled quote is text, and so is a double quote behind an odd number of backslashes.
  if (quote === "'") return runBefore(source, source.length, "'") % 2 === (isAllQuotes(source) ? 0 : 1);
  return runBefore(source, source.length - 1, "\\") % 2 === 0;
}

function isAllQuotes(source: string): boolean {
  return runBefore(source, source.length, "'") === source.length;
}

/** How many times the character stands directly before `end`. */
function runBefore(source: string, end: number, character: string): number {
  let start = end;
  while (start > 0 && source[start - 1] === character) start -= 1;
  return end - start;
}

function featureAt(code: ParseCode, token: Token): Finding {
  return { code, span: spanOf(token), params: { text: token.source } };
}

function spanOf({ offset, source }: Token): readonly [number, number] {
  return [offset, offset + source.length];
}
