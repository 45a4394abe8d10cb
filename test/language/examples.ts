/** The examples of the reference: YAML between fences, and below some of them what is supplied and what it brings. */
import { parse, stringify } from "yaml";

/** Text of the reference as YAML, numbers as they are written. */
export type Lines = Readonly<Record<string, unknown>>;

export interface Trial {
  readonly supplied: string;
  readonly points: string;
}

export interface Example {
  /** The line of the reference where it begins. */
  readonly line: number;
  readonly text: string;
  readonly trials: readonly Trial[];
}

const FENCE = /^```yaml\n([^]*?)^```\n/gm;
const TRIALS = /^\n\| 填报 supplied \| 得分 points \|\n\| --- \| --- \|\n((?:\|.*\|\n)+)/;
const TRIAL = /^\| `(.*)` \| (.*) \|$/;

export function examplesIn(reference: string): readonly Example[] {
  return [...reference.matchAll(FENCE)].map(({ index, 0: fence, 1: text = "" }) => {
    const rows = TRIALS.exec(reference.slice(index + fence.length))?.[1] ?? "";
    const line = reference.slice(0, index).split("\n").length;
    return {
      line,
      text,
      trials: rows
        .split("\n")
        .filter((row) => row !== "")
        .map(trialOf),
    };
  });
}

function trialOf(row: string): Trial {
  const [, supplied = "", points = ""] = TRIAL.exec(row) ?? [];
  return { supplied, points };
}

export function isDocument({ text }: Pick<Example, "text">): boolean {
  return /^kind: /m.test(text);
}

const OF_SCHEMES = [
  "eligibility",
  "preferences",
  "materials",
  "bands",
  "outcomes",
  "goal",
  "display",
  "roles",
  "blend",
  "rescale",
];
const SECTIONS = ["facts", "judgements", "not_applicable", "instances", "materials"];

/** A few keys of a sheet or of a scheme → whole texts: a sheet, a scheme, and a fact sheet with what is supplied. */
export function filesAround(
  text: string,
  supplied = "",
): { readonly rubrics: readonly string[]; readonly facts: string } {
  const lines = yaml(text);
  const isScheme = isOfScheme(text);
  const { blend, ...around } = SCHEME;
  // Of a scheme that holds its indicators there is one file.
  const isHeld = isScheme && "indicators" in lines;
  const sheet = isScheme ? SHEET : { ...HEAD, points: pointsOf(lines), ...lines };
  const points = isHeld ? pointsOf(lines) : sheet.points;
  const scheme = { ...around, points, ...(!isHeld && { blend }), ...(isScheme && lines) };
  const given = yaml(`{ ${supplied} }`);
  const sections = Object.keys(given).some((key) => SECTIONS.includes(key)) ? given : { facts: given };
  return {
    rubrics: [...(isHeld ? [] : [stringify(sheet)]), stringify(scheme)],
    facts: stringify({ kind: "facts", scheme: "p", as_of: "2023-11-10", ...sections }),
  };
}

/** Keys of a scheme: what they bring is told of the score, not of a sheet. */
export function isOfScheme(text: string): boolean {
  return Object.keys(yaml(text)).some((key) => OF_SCHEMES.includes(key));
}

/** Every scalar is text, as it is for the engine; only `true` and `false` are not. */
function yaml(text: string): Lines {
  return parse(text, { schema: "failsafe", customTags: ["bool"] }) as Lines;
}

function pointsOf({ indicators }: Lines): string {
  const all = indicators as readonly { readonly points: string; readonly counts_as?: string }[];
  const points = all.filter((each) => each.counts_as === undefined).map((each) => Number(each.points));
  return String(points.reduce((sum, each) => sum + each, 0));
}

const HEAD = { kind: "sheet", id: "s", version: "1", title: "例" };
const LEAF = {
  id: "A",
  title: "例",
  points: "1",
  scoring: { rule: "judged", range: { at_least: "0", at_most: "1" }, step: "1" },
};
const SHEET = { ...HEAD, points: "1", indicators: [LEAF] };
const SCHEME = {
  kind: "scheme",
  id: "p",
  version: "1",
  title: "例",
  blend: [{ id: "base", sheet: "s", weight: "1", outside: "keep" }],
  goal: "yes",
  outcomes: [
    { id: "yes", when: { score: { above: "0" } } },
    { id: "no", otherwise: true },
  ],
};
