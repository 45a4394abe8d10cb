/** The facts that one file declares, with what rules and conditions ask about them. */
import type { FactDeclaration, Option } from "../model/fact.js";
import { type Domain, derivedDomain, declaredDomain, intersectionOf } from "./domain.js";
import { derivationOrder, isDerived } from "./derivation-order.js";

/** Facts declared in other files are not here; they are looked at when files are linked. */
export interface DeclaredFacts {
  readonly get: (id: string) => FactDeclaration | undefined;
  /** The values of a numeric fact; undefined where they depend on what is declared elsewhere. */
  readonly domain: (id: string) => Domain | undefined;
  /** The ids of options or kinds, ready for questions: there may be thousands of both. */
  readonly words: (options: readonly Option[]) => Words;
}

export interface Words {
  readonly list: readonly string[];
  readonly has: (word: string) => boolean;
}

export function declaredFacts(facts: ReadonlyMap<string, FactDeclaration>): DeclaredFacts {
  const domains = domainsOf(facts);
  const known = new Map<readonly Option[], Words>();
  return {
    get: (id) => facts.get(id),
    domain: (id) => domains.get(id),
    words(options) {
      const words = known.get(options) ?? wordsOf(options);
      known.set(options, words);
      return words;
    },
  };
}

function wordsOf(options: readonly Option[]): Words {
  const list = options.map(({ id }) => id);
  const set = new Set(list);
  return { list, has: (word) => set.has(word) };
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
