/** A record with one figure of its breakdown or its verdict changed, and all digests computed anew, as a forger would. */
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

/** One tenth more or less, another answer: never the same again. */
function otherThan(value: Json, random: Random): Json {
  if (typeof value === "boolean") return !value;
  const text = String(value);
  if (text.includes("/")) return `${BigInt(text.split("/")[0]!) * 2n + 1n}/${text.split("/")[1]!}`;
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
