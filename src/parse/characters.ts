/** Characters that look like others or like nothing, where they matter. In values, Chinese punctuation is prose. */
import type { ParseCode } from "../model/codes.js";
import type { Role, ScalarPlace } from "./scalar-places.js";
import type { Finding } from "./syntax.js";

/**
 * What may stand nowhere, not even in a comment: it cannot be seen, or breaks what reads the file after us.
 * One finding a character, at its first place: a file of such characters has one cause.
 */
export function findForbiddenCharacters(text: string): Finding[] {
  const places = new Map<string, { first: number; count: number }>();
  for (const { 0: character, index } of text.matchAll(forbidden)) {
    // A byte order mark is welcome where it belongs.
    if (index === 0 && character === "\uFEFF") continue;
    const key = isSurrogate(character) ? "surrogate" : character;
    const place = places.get(key);
    if (place) place.count += 1;
    else places.set(key, { first: index, count: 1 });
  }
  return [...places.values()].map(({ first, count }) => {
    const character = text.slice(first, first + 1);
    const finding = characterAt(isSurrogate(character) ? "lone-surrogate" : "control-character", first, character);
    return { ...finding, params: { ...finding.params, count } };
  });
}

/** The first CR that is not part of CRLF. Nothing else can be said of such a text. */
export function findLoneCarriageReturn(text: string): Finding | undefined {
  const index = text.search(/\r(?!\n)/);
  return index === -1 ? undefined : { code: "cr-newline", span: [index, index + 1] };
}

export function findMisleadingCharacters(places: readonly ScalarPlace[]): Finding[] {
  const findings: Finding[] = [];
  for (const place of places) {
    for (const suspicion of suspicions) {
      if (!concerns(suspicion, place)) continue;
      for (const match of place.source.matchAll(suspicion.pattern)) {
        const hit = match[1] ?? match[0];
        const start = place.offset + match.index + match[0].length - hit.length;
        const spoiled = [place.offset, place.offset + place.source.length] as const;
        // A key that should hold all that follows takes the structure with it, as do signs that make it.
        const loses = makesStructure.has(suspicion.code) || start + hit.length === spoiled[1];
        findings.push({ ...characterAt(suspicion.code, start, hit), spoiled, loses });
      }
    }
  }
  return findings;
}

// Everything of Unicode's categories Cc and Cs but tab, LF and CR, and the byte order mark.
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF\ud800-\udfff]/gu;

/** Spaces of every width but the one that YAML knows. */
const wideSpace = "[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]";

/** Without width: format characters, line and paragraph separators, fillers, variation selectors. */
const invisible = "\\p{Cf}\\p{Default_Ignorable_Code_Point}\\u2028\\u2029";

/** What to suspect in scalars of certain roles. The finding is the pattern's group, which ends the match, or all of it. */
interface Suspicion {
  readonly code: ParseCode;
  readonly roles: readonly Role[];
  readonly pattern: RegExp;
  readonly quotedToo?: boolean;
  readonly inBrackets?: boolean;
}

const keys = ["key", "loose-key"] as const;

// One row a suspicion. Each pattern is linear.
const suspicions: readonly Suspicion[] = [
  // Before the text of a line: YAML takes it for the first character of the key.
  { code: "wide-space-indentation", roles: keys, pattern: new RegExp(`^\\n? *(${wideSpace}+)`, "g") },
  { code: "tab-indentation", roles: ["loose-key"], pattern: /^\n *(\t[\t ]*)/g },
  { code: "full-width-dash", roles: keys, pattern: /^－/g },
  { code: "full-width-dash", roles: ["entry"], pattern: /^－(?=[ \u3000])/g },
  { code: "dash-without-space", roles: [...keys, "entry"], pattern: /^-(?=\p{L})/gu },
  { code: "full-width-hash", roles: ["loose-key"], pattern: /^＃/g },
  // Behind a word. Behind a phrase it is prose, on a line that something else has brought here.
  { code: "full-width-colon", roles: ["loose-key"], pattern: /^[\p{L}\p{N}._-]+ *(：)/gu },
  // An entry of a list, or a further line, that begins as one of our keys would: `- id：A1`.
  { code: "full-width-colon", roles: ["entry"], inBrackets: false, pattern: /(?:^|\n) *[a-z][a-z0-9_]*(：)/g },
  { code: "wide-space-after-colon", roles: ["loose-key"], pattern: new RegExp(`:(${wideSpace}+)`, "g") },
  { code: "wide-space-after-colon", roles: ["entry"], pattern: new RegExp(`^[a-z][a-z0-9_]*:(${wideSpace}+)`, "g") },
  // `registered:{ value: true }`: without the space the bracket belongs to the key.
  { code: "colon-without-space", roles: ["key"], inBrackets: false, pattern: /^[^\s:]+(:)(?=[[{"'])/g },
  { code: "full-width-comma", roles: ["only-entry"], pattern: /，/g },
  // `{id: A1， weight: 10}` and `{id: A1，weight：10}`: behind the comma comes one of our keys, or a colon.
  { code: "full-width-comma", roles: keys, inBrackets: true, pattern: /，/g },
  { code: "full-width-comma", roles: ["value"], pattern: /(，)(?= *[a-z][a-z0-9_]*[：:])/g },
  { code: "full-width-colon", roles: ["value"], pattern: /， *[a-z][a-z0-9_]*(：)/g },
  { code: "invisible-in-key", roles: keys, quotedToo: true, pattern: new RegExp(`[${invisible}]`, "gu") },
  { code: "invisible-in-key", roles: ["key"], quotedToo: true, pattern: new RegExp(`(?<=\\S)${wideSpace}`, "g") },
];

const makesStructure = new Set<ParseCode>([
  "wide-space-indentation",
  "tab-indentation",
  "full-width-dash",
  "dash-without-space",
]);

function concerns({ roles, quotedToo, inBrackets }: Suspicion, place: ScalarPlace): boolean {
  if (!place.plain && !quotedToo) return false;
  if (inBrackets !== undefined && inBrackets !== place.inBrackets) return false;
  return roles.includes(place.role);
}

function characterAt(code: ParseCode, start: number, text: string): Finding {
  const point = `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return { code, span: [start, start + text.length], params: { character: point } };
}

function isSurrogate(character: string): boolean {
  return /[\ud800-\udfff]/u.test(character);
}
