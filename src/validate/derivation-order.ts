/** In which order facts follow from others, and which follow from themselves. */
import type { Derivation, FactDeclaration, NumberFact } from "../model/fact.js";

export type DerivedFact = NumberFact & { readonly derive: Derivation };

export interface DerivationOrder {
  /** Derived facts, each after those it derives from. */
  readonly order: readonly string[];
  /** How many derivations stand one on another below each of them, itself included. */
  readonly depth: ReadonlyMap<string, number>;
  /** Each ends where it begins. */
  readonly cycles: readonly (readonly string[])[];
}

export function derivationOrder(facts: ReadonlyMap<string, FactDeclaration>): DerivationOrder {
  const waiting = new Map<string, Set<string>>();
  const readers = new Map<string, string[]>();
  for (const fact of facts.values()) {
    if (!isDerived(fact)) continue;
    const inner = operandIds(fact.derive).filter((id) => isDerivedId(id, facts));
    waiting.set(fact.id, new Set(inner));
    for (const id of inner) readers.set(id, [...(readers.get(id) ?? []), fact.id]);
  }
  const order: string[] = [];
  const depth = new Map<string, number>();
  const ready = [...waiting].filter(([, inner]) => inner.size === 0).map(([id]) => id);
  // Written as a loop: a chain of ten thousand facts must not exhaust the stack.
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    order.push(id);
    const own = (depth.get(id) ?? 0) + 1;
    depth.set(id, own);
    waiting.delete(id);
    for (const reader of readers.get(id) ?? []) {
      depth.set(reader, Math.max(depth.get(reader) ?? 0, own));
      const inner = waiting.get(reader);
      inner?.delete(id);
      if (inner?.size === 0) ready.push(reader);
    }
  }
  return { order, depth, cycles: cyclesOf(waiting) };
}

export function isDerived(fact: FactDeclaration): fact is DerivedFact {
  return (fact.type === "integer" || fact.type === "decimal") && fact.derive !== undefined;
}

export function operandIds(derive: Derivation): readonly string[] {
  switch (derive.kind) {
    case "full_years_since":
    case "full_months_since":
    case "count":
      return [derive.fact];
    case "sum":
      return derive.terms.map(({ fact }) => fact);
    case "difference":
      return [derive.minuend, derive.subtrahend];
    case "mean":
      return derive.facts;
    case "ratio":
      return [derive.numerator, derive.denominator];
  }
}

function isDerivedId(id: string, facts: ReadonlyMap<string, FactDeclaration>): boolean {
  const fact = facts.get(id);
  return fact !== undefined && isDerived(fact);
}

/** Whatever still waits, waits for something that waits: following it ends in a circle. */
function cyclesOf(waiting: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of waiting.keys()) {
    const trail: string[] = [];
    const onTrail = new Map<string, number>();
    let id = start;
    while (!done.has(id)) {
      const before = onTrail.get(id);
      if (before !== undefined) {
        cycles.push([...trail.slice(before), id]);
        break;
      }
      onTrail.set(id, trail.length);
      trail.push(id);
      id = waiting.get(id)!.values().next().value!;
    }
    for (const each of trail) done.add(each);
  }
  return cycles;
}
