/** A fact sheet with one thing different: of the enterprise, or of one instance. */
import type {
  FactSheet,
  SuppliedFact,
  SuppliedInstance,
  SuppliedJudgement,
  SuppliedNotApplicable,
  SuppliedPanel,
  SuppliedValue,
} from "../model/fact.js";

/** Whose it is; undefined: the enterprise's. */
export type Owner = { readonly list: string; readonly id: string } | undefined;

type Said = Pick<SuppliedInstance, "facts" | "judgements" | "notApplicable">;

export function saidBy(factSheet: FactSheet, owner: Owner): Said | undefined {
  if (!owner) return factSheet;
  return factSheet.instances?.find(({ list }) => list === owner.list)?.entries.find(({ id }) => id === owner.id);
}

/** The value alone is another; papers and notes stay. */
export function withFact(factSheet: FactSheet, owner: Owner, id: string, value: SuppliedValue): FactSheet {
  return changed(factSheet, owner, (said) => {
    const old = said.facts.find((fact) => fact.id === id);
    if (!old) return { facts: [...said.facts, { id, state: "given", value, path: `/facts/${id}`, evidence: [] }] };
    const { invalid: _, ...rest } = old;
    const fact: SuppliedFact = { ...rest, state: "given", value };
    return { facts: said.facts.map((each) => (each === old ? fact : each)) };
  });
}

export function withJudgement(
  factSheet: FactSheet,
  owner: Owner,
  old: SuppliedJudgement | SuppliedPanel | undefined,
  now: SuppliedJudgement | SuppliedPanel,
): FactSheet {
  return changed(factSheet, owner, ({ judgements }) => ({
    judgements: old ? judgements.map((each) => (each === old ? now : each)) : [...judgements, now],
  }));
}

export function withNotApplicable(
  factSheet: FactSheet,
  owner: Owner,
  of: (said: readonly SuppliedNotApplicable[]) => readonly SuppliedNotApplicable[],
): FactSheet {
  return changed(factSheet, owner, ({ notApplicable }) => ({ notApplicable: of(notApplicable) }));
}

function changed(factSheet: FactSheet, owner: Owner, change: (said: Said) => Partial<Said>): FactSheet {
  if (!owner) return { ...factSheet, ...change(factSheet) };
  const instances = (factSheet.instances ?? []).map((list) =>
    list.list === owner.list
      ? { ...list, entries: list.entries.map((each) => (each.id === owner.id ? { ...each, ...change(each) } : each)) }
      : list,
  );
  return { ...factSheet, instances };
}
