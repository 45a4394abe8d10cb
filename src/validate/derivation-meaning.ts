/** Derived facts: what they derive from has the right type, nothing derives from itself, and division by 0 is spoken of. */
import type { Derivation, FactDeclaration, FactType } from "../model/fact.js";
import { exact } from "../base/exact.js";
import { pointer } from "../base/pointer.js";
import { checkEntryCondition } from "./condition-types.js";
import type { DeclaredFacts } from "./declared-facts.js";
import { type DerivedFact, derivationOrder, isDerived } from "./derivation-order.js";
import { isWithin } from "./domain.js";
import { someOf } from "./given.js";
import type { Report } from "./report.js";
import { checkWithin } from "./within.js";

/** Derivations one on another: more is no rubric, and costs in every evaluation. */
const MAX_DEPTH = 16;

export function checkDerivations(
  declared: ReadonlyMap<string, FactDeclaration>,
  facts: DeclaredFacts,
  report: Report,
): void {
  const { depth, cycles } = derivationOrder(declared);
  for (const cycle of cycles) {
    const fact = declared.get(cycle[0]!)!;
    report
      .about("fact", fact.id)
      .add("derivation-cycle", deriveAt(fact), { fact: fact.id, cycle: someOf(cycle).join(" → ") }, { part: "key" });
  }
  for (const fact of declared.values()) {
    if (!isDerived(fact)) continue;
    const about = report.about("fact", fact.id);
    if (depth.get(fact.id) === MAX_DEPTH + 1)
      about.add("derivation-too-deep", deriveAt(fact), { fact: fact.id, limit: MAX_DEPTH }, { part: "key" });
    checkInstances(fact, facts, about);
    if (checkOperands(fact, facts, about)) checkType(fact, facts, about);
    checkZero(fact, facts, about);
  }
}

function deriveAt(fact: FactDeclaration): string {
  return pointer(fact.path, "derive");
}

/** What a derivation reads, with the place of each. */
function operandsOf({ derive, path }: DerivedFact): readonly { readonly id: string; readonly path: string }[] {
  const at = pointer(pointer(path, "derive"), derive.kind);
  switch (derive.kind) {
    case "full_years_since":
    case "full_months_since":
      return [{ id: derive.fact, path: at }];
    case "sum":
      return derive.terms.map(({ fact }, i) => ({ id: fact, path: pointer(at, i) }));
    case "difference":
      return [derive.minuend, derive.subtrahend].map((id, i) => ({ id, path: pointer(at, i) }));
    case "mean":
      return derive.facts.map((id, i) => ({ id, path: pointer(at, i) }));
    case "ratio":
      return [
        { id: derive.numerator, path: pointer(at, "numerator") },
        { id: derive.denominator, path: pointer(at, "denominator") },
      ];
    case "count":
      return [{ id: derive.fact, path: pointer(at, "fact") }];
  }
}

const READS: { readonly [K in Derivation["kind"]]: readonly FactType[] } = {
  full_years_since: ["date"],
  full_months_since: ["date"],
  sum: ["integer", "decimal"],
  difference: ["integer", "decimal"],
  mean: ["integer", "decimal"],
  ratio: ["integer", "decimal"],
  count: ["events"],
};

function checkOperands(fact: DerivedFact, facts: DeclaredFacts, report: Report): boolean {
  const allowed = READS[fact.derive.kind];
  let right = true;
  for (const { id, path } of operandsOf(fact)) {
    const operand = facts.get(id);
    if (!operand || allowed.includes(operand.type)) continue;
    right = false;
    report.add("fact-of-wrong-type", path, { fact: id, got: operand.type, allowed });
  }
  const events = fact.derive.kind === "count" ? facts.get(fact.derive.fact) : undefined;
  if (fact.derive.kind === "count" && events?.type === "events") {
    const { within, where } = fact.derive;
    const at = pointer(deriveAt(fact), "count");
    checkWithin(within, events, facts, pointer(at, "within"), report);
    if (where) checkEntryCondition(where, events, facts, pointer(at, "where"), report);
  }
  return right;
}

/** What follows from facts of an instance is a fact of that instance: told once, at the first of them. */
function checkInstances(fact: DerivedFact, facts: DeclaredFacts, report: Report): void {
  const ofOthers = operandsOf(fact).flatMap(({ id, path }) => {
    const list = facts.get(id)?.each;
    return list === undefined || list === fact.each ? [] : [{ path, operand: id, list }];
  });
  const [first] = ofOthers;
  if (first)
    report.add("derivation-leaves-instance", first.path, { fact: fact.id, operand: first.operand, list: first.list });
}

/** Periods and counts are whole; quotients are not, and sums only when all their parts are. */
function checkType(fact: DerivedFact, facts: DeclaredFacts, report: Report): void {
  const { derive, type } = fact;
  const data = { fact: fact.id, way: derive.kind };
  const whole = derive.kind === "full_years_since" || derive.kind === "full_months_since" || derive.kind === "count";
  if (whole && type === "decimal") report.add("derivation-is-whole", pointer(fact.path, "type"), data);
  if (whole || type === "decimal") return;
  const broken =
    derive.kind === "mean" ||
    derive.kind === "ratio" ||
    operandsOf(fact).some(({ id }) => facts.get(id)?.type === "decimal");
  const shares = derive.kind === "sum" && derive.terms.some(({ times }) => exact(times).d !== 1n);
  if (broken || shares) report.add("derivation-is-not-whole", pointer(fact.path, "type"), data);
}

function checkZero({ id, derive, path }: DerivedFact, facts: DeclaredFacts, report: Report): void {
  if (derive.kind !== "ratio" || derive.ifZero !== undefined) return;
  const denominator = facts.domain(derive.denominator);
  if (!denominator || !isWithin({ n: 0n, d: 1n }, denominator)) return;
  const at = pointer(pointer(path, "derive"), "ratio");
  report.add("if-zero-unstated", at, { fact: id, denominator: derive.denominator }, { part: "holder" });
}
