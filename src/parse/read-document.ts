/** Text → Document: the whole stage. Never throws; whatever the text, it ends within about a second. */
import { diagnose } from "../messages/diagnose.js";
import { findingsLeftOut, maximumFindings } from "../messages/limit.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Document } from "../model/document.js";
import { foldBlankLines } from "./blank-lines.js";
import { type Built, buildValue } from "./build-value.js";
import { findForbiddenCharacters, findLoneCarriageReturn, findMisleadingCharacters } from "./characters.js";
import { findIndentingTabs, findOpenQuotes, findRefusedFeatures, findSecondDocument, isEmptyText } from "./features.js";
import { bytesOf, type DocumentKind, maximumBytes } from "./limits.js";
import { type Lines, linesOf } from "./lines.js";
import { locateIn } from "./locate.js";
import { measureTokens } from "./measure.js";
import { scalarPlaces } from "./scalar-places.js";
import { findSyntaxErrors } from "./syntax-errors.js";
import type { Complaint, Finding, SyntaxNode, Token } from "./syntax.js";
import { compose, concreteSyntax, type ConcreteSyntax, tokensOf } from "./yaml.js";

export interface ReadDocument {
  /** Absent when an error was found. */
  readonly document?: Document;
  readonly diagnostics: readonly Diagnostic[];
}

export function readDocument(text: string, kind: DocumentKind): ReadDocument {
  const limit = maximumBytes[kind];
  const lines = linesOf(text.length > limit ? "" : text);
  if (bytesOf(text, limit) > limit) {
    return { diagnostics: [diagnose("too-large", { path: "" }, { limit: `${limit / 1024 / 1024} MiB` })] };
  }
  const { built, findings } = readText(text, lines);
  if (!built || findings.length > 0) return { diagnostics: report(findings, lines) };
  return { document: { text, value: built.value, locate: locateIn(built.place, text, lines) }, diagnostics: [] };
}

/** Each step may end the reading, when the next one could only repeat its finding in worse words. */
function readText(text: string, lines: Lines): { readonly built?: Built; readonly findings: readonly Finding[] } {
  const carriageReturn = findLoneCarriageReturn(text);
  if (carriageReturn) return { findings: [carriageReturn] };
  const measured = measureTokens(tokensOf(text));
  if ("tooMuch" in measured) return { findings: [measured.tooMuch] };
  const { tokens, unclosed } = measured;

  const refused = [...findForbiddenCharacters(text), ...findRefusedFeatures(tokens)];
  const second = findSecondDocument(tokens);
  if (second) return { findings: [...refused, second] };
  if (isEmptyText(tokens)) return { findings: refused.length > 0 ? refused : [{ code: "empty-file", span: [0, 0] }] };

  // More than will be shown, so more of the same is no help.
  if (refused.length > maximumFindings) return { findings: refused };

  const { root, syntax, complaints } = parseTokens(tokens);
  const tabs = findIndentingTabs(tokens);
  const misleading = apartFrom([...refused, ...tabs], findMisleadingCharacters(scalarPlaces(syntax)), lines);
  const broken = [...findUnclosed(tokens, unclosed), ...tabs, ...misleading];
  const errors = findSyntaxErrors(text, complaints, [...refused, ...broken], lines);
  const built = root && buildValue(root);
  // Behind the first place that is broken the tree is a guess.
  const trusted = [...broken, ...errors].reduce(
    (least, { span, spoiled = span }) => Math.min(least, spoiled[0]),
    Infinity,
  );
  const structural = built?.findings.filter(({ span }) => span[0] < trusted) ?? [];
  const findings = withoutEchoes([...refused, ...broken, ...errors, ...apartFrom(refused, structural, lines)], lines);
  return built ? { built, findings } : { findings };
}

/** A quote that is never closed takes the closing brackets with it. */
function findUnclosed(tokens: readonly Token[], brackets: readonly Finding[]): Finding[] {
  const quotes = findOpenQuotes(tokens);
  const unclosed: Finding[] = [...quotes];
  let next = 0;
  for (const bracket of [...brackets].sort((a, b) => a.span[0] - b.span[0])) {
    const [start, end] = bracket.spoiled ?? bracket.span;
    while (next < quotes.length && quotes[next]!.span[0] < start) next += 1;
    const quote = quotes[next];
    if (!quote || quote.span[0] >= end) unclosed.push(bracket);
  }
  return unclosed;
}

/** What stands on a line with a surer finding was most likely misread because of it. */
function apartFrom(sure: readonly Finding[], findings: readonly Finding[], lines: Lines): Finding[] {
  const taken = new Set(sure.map(({ span }) => lines.lineOf(span[0])));
  return findings.filter(({ span }) => !taken.has(lines.lineOf(span[0])));
}

/** A bracket in front of a key makes the library stumble over the rest of the line. */
function withoutEchoes(findings: readonly Finding[], lines: Lines): Finding[] {
  const lineOf = ({ span }: Finding) => lines.lineOf(span[0]);
  const bracketed = new Set(findings.filter(({ code }) => code === "key-not-text").map(lineOf));
  return findings.filter((finding) => finding.code !== "yaml-syntax" || !bracketed.has(lineOf(finding)));
}

interface Parsed {
  readonly root?: SyntaxNode;
  readonly syntax: readonly ConcreteSyntax[];
  readonly complaints: readonly Complaint[];
}

function parseTokens(tokens: readonly Token[]): Parsed {
  try {
    const syntax = concreteSyntax(foldBlankLines(tokens));
    return { syntax, ...compose(syntax) };
  } catch (error) {
    // The count of depth should prevent it, but the library recurses, and what we read is not ours.
    if (!(error instanceof RangeError)) throw error;
    return { syntax: [], complaints: [{ code: "RESOURCE_EXHAUSTION", sentence: "", span: [0, 1] }] };
  }
}

/** In the order of the text. Words are made for what will be shown only: there may be hundreds of thousands. */
function report(findings: readonly Finding[], lines: Lines): Diagnostic[] {
  const sorted = [...findings].sort((a, b) => a.span[0] - b.span[0] || (a.code < b.code ? -1 : 1));
  const shown = sorted.length > maximumFindings ? sorted.slice(0, maximumFindings - 1) : sorted;
  const diagnostics = shown.map((finding) => toDiagnostic(finding, lines));
  if (shown.length < sorted.length) diagnostics.push(findingsLeftOut(sorted.length - shown.length, "error"));
  return diagnostics;
}

function toDiagnostic({ code, span, path = "", first, params }: Finding, lines: Lines): Diagnostic {
  const related = first && [{ message: firstHere, range: lines.rangeOf(first) }];
  const range = lines.rangeOf(span);
  return diagnose(code, { path, range, related }, params);
}

const firstHere = { zh: "第一次写在这里", en: "first written here" };
