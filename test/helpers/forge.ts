/** A record with one thing of its breakdown or its verdict changed or left out, and all digests computed anew, as a forger would. */
import type { Assessment, NodeResult } from "../../src/model/assessment.js";
import type { ScoreRecord } from "../../src/model/record.js";
import { digestsOf } from "../../src/replay/record.js";
import type { Random } from "./random/prng.js";

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;
type Place = { readonly holder: Json[] | { [key: string]: Json }; readonly key: string; readonly path: string };

export interface Forged {
  readonly record: ScoreRecord;
  /** The place that was changed, and how. */
  readonly change: string;
}

/** Undefined where a record has no figure that anything could be changed about: nothing is scored in it. */
export function forged(record: ScoreRecord, random: Random): Forged | undefined {
  const copy = structuredClone(record);
  const places = figuresOf(copy.assessment);
  if (places.length === 0) return undefined;
  const { holder, key, path } = random.pick(places);
  const list = holder as { [key: string]: Json };
  const before = list[key]!;
  list[key] = otherThan(before, random);
  return { record: { ...copy, digests: digestsOf(copy) }, change: `${path}: ${String(before)} → ${String(list[key])}` };
}

/** The same for what is no figure: an answer, a state, a value that was read, an entry, a judgement, a veto, or a test. */
export function hidden(record: ScoreRecord, random: Random): Forged | undefined {
  const copy = structuredClone(record);
  const places = wordsOf(copy.assessment as never, "");
  if (places.length === 0) return undefined;
  const { holder, key, path } = random.pick(places);
  const before = Array.isArray(holder) ? holder[Number(key)] : holder[key];
  const change = `${path}: ${JSON.stringify(before)}`;
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else holder[key] = otherWord(key, before!, "children" in holder, random);
  return { record: { ...copy, digests: digestsOf(copy) }, change };
}

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  status: ["scored", "unknown", "invalid", "not-applicable", "open", "satisfied", "failed", "eligible", "ineligible"],
  state: ["given", "unknown", "missing", "invalid"],
  result: ["true", "false", "unknown"],
  meets: ["true", "false", "unknown"],
  applies: ["yes", "no", "open"],
  excluded: ["later", "window", "where"],
};
/** Lists of which each entry counts. */
const LISTS: ReadonlySet<string> = new Set(["vetoes", "entries", "because", "judgements", "indicators", "steps"]);
const TOLD: ReadonlySet<string> = new Set(["value", "date", "by", "as", "reason", "vetoed", "counted"]);
/** What the rubric says, and what only `replay` can compare with it. */
const UNCHECKED: ReadonlySet<string> = new Set(["standard", "terms", "asks", "action", "scheme", "sheet", "findings"]);

function wordsOf(value: Json, path: string): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  const places: Place[] = [];
  for (const [key, each] of Object.entries(value)) {
    const at = `${path}/${key}`;
    const isDeclared = key === "declared" && !path.endsWith("/applicability");
    if (UNCHECKED.has(key) || isDeclared || each === undefined) continue;
    if (isWord(key, each)) places.push({ holder: value as never, key, path: at });
    if (Array.isArray(each) && LISTS.has(key))
      each.forEach((_, i) => places.push({ holder: each, key: String(i), path: `${at}/${i}` }));
    places.push(...wordsOf(each, at));
  }
  return places;
}

function isWord(key: string, value: Json): boolean {
  return typeof value !== "object" && (Object.hasOwn(ANSWERS, key) || TOLD.has(key));
}

/** Of a group both words for being open say the same to the checker: only the leaves below it tell them apart. */
const OPEN: ReadonlySet<Json> = new Set(["unknown", "invalid"]);

function otherWord(key: string, value: Json, isGroup: boolean, random: Random): Json {
  const isAlike = (word: string): boolean => word === value || (isGroup && OPEN.has(word) && OPEN.has(value));
  const words = ANSWERS[key]?.filter((word) => !isAlike(word));
  if (words) return random.pick(words);
  if (typeof value === "string" && !IS_NUMBER.test(value)) return key === "date" ? "1999-12-31" : `${value}改`;
  return typeof value === "number" ? value + 1 : otherThan(value, random);
}

/** One tenth more or less, another answer: never the same again. */
function otherThan(value: Json, random: Random): Json {
  if (typeof value === "boolean") return !value;
  const text = String(value);
  // Three times as much is another number: a fraction is never 0.
  if (text.includes("/")) return `${BigInt(text.split("/")[0]!) * 3n}/${text.split("/")[1]!}`;
  const [whole = "0", decimals = ""] = text.split(".");
  const digit = random.pick(["1", "2", "5"]);
  return decimals === "" ? `${whole}.${digit}` : `${whole}.${decimals}${digit}`;
}

/** Every number of arithmetic: of the nodes, their steps and adjustments, the score and the margin. */
function figuresOf(assessment: Assessment): readonly Place[] {
  const places: Place[] = [];
  const note = (holder: object, key: string, path: string): void => {
    const value = (holder as { [key: string]: Json })[key];
    if (typeof value === "string" && IS_NUMBER.test(value)) places.push({ holder: holder as never, key, path });
  };
  const visit = (node: NodeResult, path: string): void => {
    if (node.status === "scored") {
      for (const key of ["points", "available", "factor", "contribution", "shortfall"])
        note(node, key, `${path}/${key}`);
      for (const key of ["exact", "display"]) note(node.awarded!, key, `${path}/awarded/${key}`);
      for (const key of ["least", "most"]) note(node.bounds!, key, `${path}/bounds/${key}`);
      node.adjustments.forEach((each, i) => {
        note(each, "by", `${path}/adjustments/${i}/by`);
        note(each, "contribution", `${path}/adjustments/${i}/contribution`);
        for (const key of ["in", "out"]) note(each.because, key, `${path}/adjustments/${i}/because/${key}`);
      });
      node.steps.forEach((step, i) => {
        note(step, "out", `${path}/steps/${i}/out`);
        step.in.forEach((_, k) => note(step.in, String(k), `${path}/steps/${i}/in/${k}`));
      });
    }
    node.children?.forEach((child, i) => visit(child, `${path}/children/${i}`));
  };
  assessment.components.forEach(({ root }, i) => root && visit(root, `/components/${i}/root`));
  const { score, decision } = assessment;
  for (const key of ["exact", "display"]) note(score, key, `/score/${key}`);
  for (const key of ["least", "most"]) note(score.bounds, key, `/score/bounds/${key}`);
  score.adjustments.forEach((each, i) => note(each, "by", `/score/adjustments/${i}/by`));
  note(decision, "margin", "/decision/margin");
  return places;
}

const IS_NUMBER = /^-?\d+(\.\d+|\/\d+)?$/;
