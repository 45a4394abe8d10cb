/** Where changes are made, and how one is told: one leaf, and what the fact sheet says for it. */
import { factTitle, readText, stateText } from "../explain/facts.js";
import type { LeafResult } from "../explain/rules.js";
import { type Telling, bracketed, say } from "../explain/telling.js";
import type { Read, ReadValue } from "../model/assessment.js";
import type { FactSheet, SuppliedValue } from "../model/fact.js";
import type { ExactText } from "../model/numbers.js";
import type { ObjectionEntry, ObjectionTrial } from "../model/objection.js";
import { type Bench, type Change, answerOf } from "./bench.js";
import { type Owner, withFact } from "./fact-sheet.js";
import { nearestOther } from "./nearest-other.js";

/** One leaf, of the enterprise or of one instance. */
export interface Ground {
  readonly leaf: LeafResult;
  /** `component/id` and the bare id, as fact sheets name it: without the instance. */
  readonly names: readonly [full: string, bare: string];
  readonly owner: Owner;
  readonly factSheet: FactSheet;
  readonly entries: readonly ObjectionEntry[];
  readonly telling: Telling;
  readonly bench: Bench;
}

/** The trial, where it decides. */
export function deciding(change: Change, { bench }: Ground): readonly ObjectionTrial[] {
  const trial = bench.try(change);
  return typeof trial === "object" && trial.differs ? [trial] : [];
}

/** Every other value. */
export function eachOf(values: readonly (string | boolean)[], read: Read, ground: Ground): readonly ObjectionTrial[] {
  return values
    .filter((value) => read.state !== "given" || value !== read.value)
    .flatMap((value) => deciding(factChange(read, value, value, null, ground), ground));
}

/** The trial of the fewest steps that decide; a change that cannot be written is none. */
export function nearestTrial(
  probes: readonly bigint[],
  { bench }: Ground,
  changeAt: (steps: bigint) => Change | undefined,
): readonly ObjectionTrial[] {
  const trials = new Map<bigint, ObjectionTrial>();
  const found = nearestOther(probes, (steps) => {
    const change = changeAt(steps);
    const trial = change ? bench.try(change) : "unusable";
    if (typeof trial === "object") trials.set(steps, trial);
    return answerOf(trial);
  });
  return found === undefined ? [] : [trials.get(found)!];
}

export function rising(probes: readonly bigint[]): readonly bigint[] {
  return [...new Set(probes)].filter((steps) => steps > 0n).sort((a, b) => (a < b ? -1 : 1));
}

export function factChange(
  read: Read,
  value: SuppliedValue,
  to: ReadValue,
  step: ExactText | null,
  ground: Ground,
): Change {
  const { factSheet, owner, telling } = ground;
  const { fact } = read;
  const from = read.state === "given" ? read.value : null;
  const was = read.state === "given" ? readText(read, telling) : stateText(read.state, fact, telling);
  const is = readText({ fact, value: to, state: "given" }, telling);
  const fine =
    step === null
      ? ""
      : bracketed(
          say(telling, `每步 ${step}，少一步就不变`, `in steps of ${step}; one step less changes nothing`),
          telling,
        );
  return {
    change: { kind: "fact", fact, from, to, step },
    text: `${factTitle(fact, telling)}${say(telling, "：", ": ")}${was} → ${is}${fine}`,
    factSheet: withFact(factSheet, owner, fact, value),
  };
}
