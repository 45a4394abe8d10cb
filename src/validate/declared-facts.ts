/** The facts that one file declares, with what rules and conditions ask about them. */
import type { FactDeclaration } from "../model/fact.js";
import { type Domain, derivedDomain, declaredDomain, intersectionOf } from "./domain.js";
import { derivationOrder, isDerived } from "./derivation-order.js";

/** Facts declared in other files are not here; they are looked at when files are linked. */
export interface DeclaredFacts {
  readonly get: (id: string) => FactDeclaration | undefined;
  /** The values of a numeric fact; undefined where they depend on what is declared elsewhere. */
  readonly domain: (id: string) => Domain | undefined;
  /** Whether a choice has an option, or an events fact a kind. */
  readonly hasOption: (id: string, option: string) => boolean;
}

export function declaredFacts(facts: ReadonlyMap<string, FactDeclaration>): DeclaredFacts {
  const domains = domainsOf(facts);
  const options = new Map<string, ReadonlySet<string>>();
  return {
    get: (id) => facts.get(id),
    domain: (id) => domains.get(id),
    hasOption(id, option) {
      const known = options.get(id) ?? new Set(optionsOf(facts.get(id)));
      options.set(id, known);
      return known.has(option);
    },
  };
}

export function optionsOf(fact: FactDeclaration | undefined): readonly string[] {
  if (fact?.type === "choice" || fact?.type === "choices") return fact.options.map(({ id }) => id);
  return fact?.type === "events" ? (fact.kinds ?? []).map(({ id }) => id) : [];
}

function domainsOf(facts: ReadonlyMap<string, FactDeclaration>): ReadonlyMap<string, Domain> {
  const domains = new Map<string, Domain>();
  for (const fact of facts.values()) {
    if ((fact.type === "integer" || fact.type === "decimal") && !fact.derive)
      domains.set(fact.id, declaredDomain(fact));
  }
  for (const id of derivationOrder(facts).order) {
    const fact = facts.get(id);
    if (!fact || !isDerived(fact)) continue;
    const derived = derivedDomain(fact.derive, (operand) => domains.get(operand));
    if (derived) domains.set(id, intersectionOf(fact, derived));
  }
  return domains;
}
