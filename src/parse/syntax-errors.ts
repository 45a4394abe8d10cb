/** What the library complains of → our findings: one cause, one finding, where the author can mend it. */
import type { ParseCode } from "../model/codes.js";
import { maximumDepth } from "./limits.js";
import type { Lines } from "./lines.js";
import type { Complaint, Finding, Span } from "./syntax.js";

/**
 * One fault of the author makes the library complain several times, and rarely at the fault. So a complaint is an echo,
 * and dropped, if a line of it touches what another cause has spoiled, or the complaint before it, kept or not; and if
 * it stands behind a fault after which the library has lost its way.
 */
export function findSyntaxErrors(
  text: string,
  complaints: readonly Complaint[],
  causes: readonly Finding[],
  lines: Lines,
): Finding[] {
  const told = complaints.flatMap((complaint) => tell(text, complaint)).sort(byPlace);
  const spoiled = causes
    .map(({ span, spoiled: wider = span, loses }) => [
      lines.lineOf(wider[0]),
      loses ? Infinity : lines.lineOf(wider[1]),
    ])
    .sort((a, b) => a[0]! - b[0]!);
  const findings: Finding[] = [];
  let next = 0;
  /** The last line touched by any cause so far. */
  let reach = -2;
  for (const finding of told) {
    const line = lines.lineOf(finding.span[0]);
    // A cause one line below counts too: a key without colon swallows the next line.
    while (next < spoiled.length && spoiled[next]![0]! <= line + 1) {
      reach = Math.max(reach, spoiled[next]![1]!);
      next += 1;
    }
    if (line > reach + 1) findings.push(finding);
    reach = Math.max(reach, finding.loses ? Infinity : lines.lineOf((finding.spoiled ?? finding.span)[1]));
  }
  return findings;
}

/** At one place the more telling comes first. */
function byPlace(a: Finding, b: Finding): number {
  return a.span[0] - b.span[0] || Number(a.code === "yaml-syntax") - Number(b.code === "yaml-syntax");
}

type Teller = (text: string, span: Span) => Finding;

/** By the code of the library, then by words of its sentence. The first row that fits; `undefined` is told elsewhere. */
const tellers: readonly (readonly [code: string, words: string, teller: Teller | undefined])[] = [
  // Refused as features, or found in the tree, with better places.
  ["TAG_RESOLVE_FAILED", "", undefined],
  ["BAD_DIRECTIVE", "", undefined],
  ["NON_STRING_KEY", "", undefined],
  ["TAB_AS_INDENT", "", as("tab-indentation")],
  ["BAD_SCALAR_START", "", tellNeedsQuotes],
  ["UNEXPECTED_TOKEN", "Block scalar header", tellNeedsQuotes],
  ["UNEXPECTED_TOKEN", "Not a YAML token", tellNeedsQuotes],
  ["UNEXPECTED_TOKEN", "flow-map-end", tellNeedsQuotes],
  ["UNEXPECTED_TOKEN", "flow-seq-end", tellNeedsQuotes],
  ["UNEXPECTED_TOKEN", "Unexpected , in", as("stray-comma")],
  ["UNEXPECTED_TOKEN", "Unexpected empty item", tellStrayComma],
  ["UNEXPECTED_TOKEN", "block-seq-ind on same line", losing("list-beside-key")],
  ["UNEXPECTED_TOKEN", "at node end", tellTextAfterValue],
  ["MISSING_CHAR", "Comments must be separated", as("text-after-value")],
  ["BLOCK_AS_IMPLICIT_KEY", "Nested mappings", tellColonInValue],
  ["MULTILINE_IMPLICIT_KEY", "", tellKeyOverLines],
  ["MISSING_CHAR", "Implicit map keys", tellMissingColon],
  ["MISSING_CHAR", "Sequence item without", tellBadIndentation],
  ["MISSING_CHAR", "Missing space after :", tellMissingColon],
  ["MISSING_CHAR", "between flow", as("missing-comma")],
  ["BLOCK_IN_FLOW", "", as("missing-comma")],
  ["MISSING_CHAR", "Missing closing", as("unclosed-quote")],
  ["MISSING_CHAR", "must end with", as("unclosed-bracket")],
  ["BAD_INDENT", "and end with a", as("unclosed-bracket")],
  ["MISSING_CHAR", "more-indented leading", tellBadIndentation],
  ["BAD_INDENT", "", tellBadIndentation],
  ["BAD_DQ_ESCAPE", "", tellBadEscape],
  ["RESOURCE_EXHAUSTION", "", tellTooDeep],
  ["", "", losing("yaml-syntax")],
];

function tell(text: string, { code, sentence, span }: Complaint): Finding[] {
  const row = tellers.find(([itsCode, words]) => (itsCode === "" || itsCode === code) && sentence.includes(words));
  return row?.[2] ? [row[2](text, withinText(text, span))] : [];
}

function withinText(text: string, [start, end]: Span): Span {
  const first = Math.min(start, Math.max(0, text.length - 1));
  return [first, Math.min(Math.max(end, first + 1), text.length)];
}

function as(code: ParseCode): Teller {
  return (text, span) => told(code, text, span);
}

function losing(code: ParseCode): Teller {
  return (text, span) => ({ ...told(code, text, span), loses: true });
}

/** The place is cut to the words on its first line, so that a caret can show it; the rest is spoiled all the same. */
function told(code: ParseCode, text: string, span: Span): Finding {
  const [start] = span;
  const line = text.slice(start, Math.min(span[1], endOfLine(text, start))).trimEnd();
  const shown: Span = [start, Math.min(start + Math.max(line.length, 1), text.length)];
  return { code, span: shown, spoiled: span, params: { text: quote(line) } };
}

/** From the character that YAML reads as a sign of its own to the end of the value. */
function tellNeedsQuotes(text: string, [start]: Span): Finding {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  // The complaint about `> 80` stands behind the sign.
  const before = text.slice(Math.max(lineStart, start - longestQuote), start);
  const sign = /[>|][-+0-9]*[ \t]*$/.exec(before);
  const first = sign ? start - before.length + sign.index : start;
  const finding = told("value-needs-quotes", text, [first, endOfLine(text, start)]);
  return { ...finding, params: { ...finding.params, sign: text.charAt(finding.span[0]) } };
}

/** On a line of its own the text is not behind the value, but out of line with it. */
function tellTextAfterValue(text: string, [start]: Span): Finding {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (/^[ \t]*$/.test(text.slice(lineStart, start))) return tellBadIndentation(text, [start, start]);
  return told("text-after-value", text, [start, endOfLine(text, start)]);
}

function tellStrayComma(text: string, span: Span): Finding {
  const comma = text.lastIndexOf(",", span[0]);
  return told("stray-comma", text, comma === -1 ? span : [comma, comma + 1]);
}

/** The complaint stands at the value; its colon is what made a key of it. */
function tellColonInValue(text: string, [start]: Span): Finding {
  const value = text.slice(start, endOfLine(text, start));
  const colon = value.search(/:(?:[ \t]|$)/);
  if (colon === -1) return tellKeyOverLines(text, [start, endOfKey(text, start)]);
  const finding = told("colon-in-value", text, [start + colon, start + colon + 1]);
  return { ...finding, params: { text: quote(value) } };
}

/**
 * A key over several lines. Begun behind another key, it is a value that swallowed a line indented too far; otherwise
 * its first line is the one that lacks its colon, and with it goes what is indented below.
 */
function tellKeyOverLines(text: string, [start, end]: Span): Finding {
  const firstLine = text.lastIndexOf("\n", start - 1) + 1;
  const lastLine = text.lastIndexOf("\n", end - 1) + 1;
  const key = Math.max(start, lastLine + text.slice(lastLine, end).search(/\S|$/));
  if (text.slice(firstLine, start).trimEnd().endsWith(":")) {
    return { ...losing("bad-indentation")(text, [key, end]), spoiled: [start, end] };
  }
  return { ...told("missing-colon", text, [start, end]), loses: key - lastLine > start - firstLine };
}

function endOfKey(text: string, start: number): number {
  const colon = /:(?=\s)/g;
  colon.lastIndex = start;
  return colon.exec(text)?.index ?? text.length;
}

/** Complaints about indentation stand at the start of the line, or at the text. */
function tellBadIndentation(text: string, [start]: Span): Finding {
  const end = endOfLine(text, start);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const first = start + text.slice(start, end).search(/\S|$/);
  const tab = text.slice(lineStart, first).indexOf("\t");
  if (tab !== -1) return losing("tab-indentation")(text, [lineStart + tab, first]);
  return losing("bad-indentation")(text, [first, end]);
}

function tellMissingColon(text: string, [start, end]: Span): Finding {
  return told("missing-colon", text, [start, end]);
}

function tellBadEscape(text: string, [start]: Span): Finding {
  const length = /^\\(?:x[0-9a-f]{0,2}|u[0-9a-f]{0,4}|U[0-9a-f]{0,8}|.)?/i.exec(text.slice(start, start + 10));
  return told("bad-escape", text, [start, start + (length?.[0].length ?? 1)]);
}

function tellTooDeep(text: string, [start]: Span): Finding {
  return { ...told("too-deep", text, [start, start + 1]), params: { limit: maximumDepth } };
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf("\n", start);
  if (newline === -1) return text.length;
  return text[newline - 1] === "\r" ? newline - 1 : newline;
}

const longestQuote = 40;

/** The author's text for a sentence: what the message quotes must fit on a line. */
export function quote(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > longestQuote ? `${trimmed.slice(0, longestQuote)}…` : trimmed;
}
