/** `coefficient:` what a value is multiplied by: a fact that is a number, or a number for each option, or for yes and no. */
import type { DocumentValue } from "../model/document.js";
import type { FactDeclaration } from "../model/fact.js";
import type { Coefficient, CoefficientValue } from "../model/rubric.js";
import {
  type Exact,
  ONE,
  ZERO,
  add,
  compare,
  exact,
  formatExact,
  multiply,
  subtract,
  larger,
  smaller,
} from "../base/exact.js";
import { pointer } from "../base/pointer.js";
import type { DeclaredFacts, Words } from "./declared-facts.js";
import { given, readMap } from "./given.js";
import type { Report } from "./report.js";
import { checkOptions } from "./rules/option-points.js";
import { type End, type Reach, reachOf, widest } from "./rules/rule.js";
import { decimal, decimalProblem, id } from "./scalars.js";
import { isFilled, isRight, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const coefficientShape = strictObject({
  fact: id,
  values: optional(part("coefficient-values")),
  when_missing: optional(decimal),
});

export function readCoefficient(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): Coefficient | undefined {
  if (value === undefined) return undefined;
  const { ok, fields } = shape(coefficientShape, value, path, report);
  const values = readValues(fields.values, pointer(path, "values"), report);
  if (!ok || (fields.values !== undefined && !values)) return undefined;
  return given({ fact: fields.fact, values, whenMissing: fields.when_missing });
}

function readValues(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): readonly CoefficientValue[] | undefined {
  if (value === undefined) return undefined;
  const { ok, entries } = readMap(value, path, report, (option, times, at): CoefficientValue | undefined =>
    isFilled(times, at, report) && isRight(decimalProblem, times, at, report)
      ? { option, times: times as string }
      : undefined,
  );
  if (ok && entries.length === 0) report.add("empty-mapping", path, {}, { part: "holder" });
  return ok && entries.length > 0 ? entries : undefined;
}

const TYPES: readonly FactDeclaration["type"][] = ["integer", "decimal", "choice", "boolean"];

/** Whether it suits its fact. Facts declared elsewhere are looked at when files are linked. */
export function checkCoefficient(coefficient: Coefficient, facts: DeclaredFacts, path: string, report: Report): void {
  const { fact, values } = coefficient;
  const declared = facts.get(fact);
  if (!declared) return;
  const words = wordsOf(declared, facts);
  if (!TYPES.includes(declared.type)) {
    report.add("fact-of-wrong-type", pointer(path, "fact"), { fact, got: declared.type, allowed: TYPES });
  } else if (!words && values) {
    report.add("coefficient-values-needless", pointer(path, "values"), { fact }, { part: "key" });
  } else if (words && !values) {
    report.add("coefficient-values-unstated", pointer(path, "fact"), { fact, options: words.list });
  } else if (words && values) {
    const stated = values.map(({ option }) => option);
    checkOptions(stated, { fact, words, path: pointer(path, "values"), report, lacking: "option-without-coefficient" });
  }
}

/** Of facts that have words for values. */
function wordsOf(fact: FactDeclaration, facts: DeclaredFacts): Words | undefined {
  if (fact.type === "choice") return facts.words(fact.options);
  return fact.type === "boolean" ? YES_AND_NO : undefined;
}

const YES_AND_NO: Words = { list: ["true", "false"], has: (word) => word === "true" || word === "false" };

/** What it can be; undefined where it does not suit its fact, or depends on facts declared elsewhere. */
export function reachOfCoefficient(coefficient: Coefficient, facts: DeclaredFacts): Reach | undefined {
  const { fact, whenMissing } = coefficient;
  const reach = reachWhenGiven(coefficient, facts);
  if (!reach || whenMissing === undefined) return reach;
  return widest([reach, reachOf([{ points: exact(whenMissing), witness: `${fact}: { missing: true }` }], compare)]);
}

function reachWhenGiven({ fact, values }: Coefficient, facts: DeclaredFacts): Reach | undefined {
  if (values) {
    const words = facts.get(fact) && wordsOf(facts.get(fact)!, facts);
    if (!words || values.length !== words.list.length) return undefined;
    return reachOf(
      values.map(({ option, times }) => ({ points: exact(times), witness: `${fact}: ${option}` })),
      compare,
    );
  }
  const domain = facts.domain(fact);
  if (!domain) return undefined;
  const end = (at: typeof domain.low, beyond: Exact): End => ({
    ...(at && { value: at.value }),
    sample: at?.value ?? beyond,
    witness: `${fact}: ${formatExact(at?.value ?? beyond)}`,
  });
  const low = end(domain.low, subtract(smaller(domain.high?.value ?? ZERO, ZERO), ONE));
  return { low, high: end(domain.high, add(larger(domain.low?.value ?? ZERO, ONE), ONE)) };
}

/** All products of a value and a coefficient. */
export function timesReach(value: Reach, by: Reach): Reach {
  const corners = sidesOf(value).flatMap((a) => sidesOf(by).map((b) => cornerOf(a, b)));
  return { low: outermost(corners, -1), high: outermost(corners, 1) };
}

type Sided = readonly [end: End, side: -1 | 1];

function sidesOf({ low, high }: Reach): readonly Sided[] {
  return [
    [low, -1],
    [high, 1],
  ];
}

interface Corner {
  readonly end: End;
  /** On which side it has no end; 0 where it has a value. */
  readonly side: number;
}

/** What has no end goes on without one, but for 0 times it. */
function cornerOf([a, aSide]: Sided, [b, bSide]: Sided): Corner {
  const sample = multiply(a.sample, b.sample);
  const witness = [a.witness, b.witness].filter((each) => each !== "").join(", ");
  if (a.value && b.value) return { end: { value: sample, sample, witness }, side: 0 };
  const side = (a.value ? compare(a.value, ZERO) : aSide) * (b.value ? compare(b.value, ZERO) : bSide);
  return side === 0 ? { end: { value: ZERO, sample: ZERO, witness }, side } : { end: { sample, witness }, side };
}

function outermost(corners: readonly Corner[], side: -1 | 1): End {
  const endless = corners.filter((corner) => corner.side === side);
  const there = endless.length > 0 ? endless : corners.filter((corner) => corner.side === 0);
  const ends = there.map(({ end }) => end);
  return ends.reduce((a, b) => (compare(b.sample, a.sample) === side ? b : a));
}

/**
 * How far a group's value can then exceed what is available of what applies: the value is at most that and `excess`,
 * and what is available at most the points. Undefined: without end.
 */
export function timesExcess(excess: Exact | undefined, low: End, by: Reach, points: Exact): Exact | undefined {
  if (!excess || !by.low.value || !by.high.value) return undefined;
  const over = larger(excess, ZERO);
  const least = by.low.value;
  if (least.n < 0n && !low.value) return undefined;
  const turned = least.n < 0n ? multiply(low.value!, least) : ZERO;
  const grown = subtract(by.high.value, ONE);
  const raised = grown.n <= 0n ? over : add(multiply(grown, points), multiply(by.high.value, over));
  return larger(raised, turned);
}
