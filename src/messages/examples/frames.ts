/** The lines of an example → whole texts, around a rubric that works. */
import type { Parts } from "./example.js";

/** What is handed to the engine: whole texts, or the bytes of a file that is no text. */
export interface Files<Content = string> {
  readonly rubrics: readonly Content[];
  readonly facts: Content;
  /** Only where the example is about golden cases. */
  readonly cases?: Content;
}

/** The whole texts of one side of an example: `given` first, then the lines of that side below it. */
export function filesOf(given: Parts | undefined, side: Parts): Files {
  const part = (place: keyof Parts) => join(given?.[place], side[place]);
  const file = part("file");
  const other = part("other");
  const cases = part("cases");
  const sheet = file === "" ? sheetAround(part) : wholeLines(file);
  return {
    rubrics: [sheet, textOf(replaced(SCHEME, part("scheme"))), ...(other === "" ? [] : [wholeLines(other)])],
    facts: textOf(replaced(FACT_SHEET, part("factSheet"))),
    ...(cases !== "" && { cases: textOf(replaced(casesFrame(cases), cases)) }),
  };
}

const SHEET = `kind: sheet
id: s
version: "1"
category: base
title: 基础指标表
points: 2`;

const LEAF = `id: A
title: 合同履约
points: 2
scoring: { rule: flag, fact: ok }`;

const FACT = `ok: { type: boolean }`;

const SCHEME = `kind: scheme
id: p
version: "1"
title: 信用评价方案
points: 100
blend:
  - { id: base, sheet: s, weight: 1 }
goal: passed
outcomes:
  - { id: ineligible, when: { eligibility: ineligible } }
  - { id: passed, when: { score: { at_least: 80 } } }
  - { id: failed, otherwise: true }`;

const FACT_SHEET = `kind: facts
scheme: p
as_of: 2024-06-30`;

const CASES = `kind: cases
scheme: p
defaults: { as_of: 2024-06-30 }
cases:
  - name: 合同全部履行
    given: { facts: { ok: true } }
    expect: { score: 100 }`;

/** Cases are about a scheme or about a sheet. */
function casesFrame(lines: string): string {
  return /^sheet:/m.test(lines) ? CASES.replace(/^scheme:.*\n/m, "") : CASES;
}

type PartOf = (place: keyof Parts) => string;

function sheetAround(part: PartOf): string {
  const indicators = part("indicators") || `- ${indented(replaced(LEAF, part("leaf")), "  ").trimStart()}`;
  const facts = join(factOfFrame(indicators, part("facts")), part("facts"));
  return textOf(
    replaced(SHEET, part("sheet")),
    facts === "" ? "" : `facts:\n${indented(facts, "  ")}`,
    `indicators:\n${indented(indicators, "  ")}`,
  );
}

/** The fact of the working rubric stands there as long as something reads it: an unused one would be reported. */
function factOfFrame(indicators: string, facts: string): string {
  return /\bok\b/.test(indicators) && !/^ok\b/m.test(facts) ? FACT : "";
}

/** Lines of the frame with the keys that `lines` has replaced by those of `lines`; what else it has stands below. */
function replaced(frame: string, lines: string): string {
  const left = blocksOf(lines);
  const kept = blocksOf(frame).flatMap(({ key, text }) => {
    const instead = left.filter((block) => block.key === key);
    for (const block of instead) left.splice(left.indexOf(block), 1);
    return instead.length === 0 ? [text] : instead.map((block) => block.text);
  });
  return [...kept, ...left.map(({ text }) => text)].join("\n");
}

interface Block {
  /** Absent where no line of the block says it, as in broken YAML. */
  readonly key?: string;
  readonly text: string;
}

/** Cut before each line that is not indented and begins with a key, however the key goes on. */
function blocksOf(lines: string): Block[] {
  if (lines === "") return [];
  return lines.split(/\n(?=["']?[\w$])/).map((text) => {
    const key = /^["']?([\w$]+)/.exec(text)?.[1];
    return { text, ...(key !== undefined && { key }) };
  });
}

function join(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== "").join("\n");
}

function textOf(...texts: readonly string[]): string {
  return wholeLines(join(...texts));
}

function wholeLines(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

function indented(lines: string, by: string): string {
  return lines.replaceAll(/^(?=.)/gm, by);
}
