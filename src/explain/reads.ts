/** What a leaf read, in words: named where the fact is not called like the indicator. */
import type { Read } from "../model/assessment.js";
import { factTitle, sourcedText } from "./facts.js";
import { type LeafResult, judgementTeller } from "./rules.js";
import { type Telling, say, titleOf } from "./telling.js";

/** The one fact of most rules. */
export function onlyRead(leaf: LeafResult, telling: Telling): string {
  return namedRead(leaf.read[0]!, leaf, telling);
}

export function namedRead(read: Read, leaf: LeafResult, telling: Telling): string {
  const judgement = judgementIn(read, leaf);
  if (judgement) return judgement.state(read, leaf.standard, telling);
  const title = factTitle(read.fact, telling);
  const value = sourcedText(read, telling);
  return title === titleOf(leaf.title, telling) || read.fact === leaf.id
    ? value
    : `${title}${say(telling, "：", ": ")}${value}`;
}

/** What is there of it, a line each: a fact with its value, or what assessors said. */
export function givenLines(read: Read, leaf: LeafResult, telling: Telling): readonly string[] {
  const judgement = judgementIn(read, leaf);
  if (judgement) return judgement.lines(read, leaf.standard, telling);
  return read.state === "given" ? [namedRead(read, leaf, telling)] : [];
}

/** Behind what assessors say stands at most the fact of a coefficient. */
export function judgementIn(read: Read, leaf: LeafResult): ReturnType<typeof judgementTeller> {
  return read === leaf.read[0] ? judgementTeller(leaf.standard) : undefined;
}

/** Points with their sign, as something added. */
export function gain(points: string): string {
  return points.startsWith("-") ? `−${points.slice(1)}` : `+${points}`;
}

/** The step of a kind; every scored leaf has the step of its rule. */
export function stepOf(leaf: LeafResult, op: string) {
  return leaf.steps.find((step) => step.op === op);
}
