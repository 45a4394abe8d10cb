/** What could be different in what a leaf stands on: one thing at a time, each tried with the engine. */
import { type Exact, compare, readExact } from "../base/exact.js";
import { inputsOf } from "../explain/facts.js";
import { judgementIn } from "../explain/reads.js";
import { say } from "../explain/telling.js";
import type { Read } from "../model/assessment.js";
import type { ChoiceFact, FactSheet } from "../model/fact.js";
import type { ExactText } from "../model/numbers.js";
import type { ObjectionTrial } from "../model/objection.js";
import type { Change } from "./bench.js";
import { entryTrials } from "./entry-changes.js";
import { withNotApplicable } from "./fact-sheet.js";
import { type Ground, deciding, eachOf, factChange } from "./ground.js";
import { judgementTrials } from "./judgement-changes.js";
import { dayTrials, numberTrials } from "./number-changes.js";
import { factsBeneath } from "./reads.js";

/** Those that change outcome or band, by what they do to the score: the least first. */
export function decidingChanges(ground: Ground): readonly ObjectionTrial[] {
  const { leaf, telling } = ground;
  const supplied = factsBeneath(leaf, telling).filter((fact) => inputsOf(telling.facts.get(fact)).length === 0);
  const trials = [
    ...applicabilityTrials(ground),
    ...leaf.read.flatMap((read) => (judgementIn(read, leaf) ? judgementTrials(read, ground) : [])),
    ...supplied.flatMap((fact) => factTrials(fact, ground)),
  ];
  return trials.sort((a, b) => bySize(a.points, b.points));
}

/** Open differences last; a sort that keeps the order of the rest. */
function bySize(a: ExactText | null, b: ExactText | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [left, right] = [a, b].map((text) => readExact(text.replace("-", ""))) as [Exact, Exact];
  return compare(left, right);
}

function factTrials(fact: string, around: Ground): readonly ObjectionTrial[] {
  const declared = around.telling.facts.get(fact);
  const read = around.telling.reads.get(fact);
  if (!declared || !read) return [];
  // An instance may be asked what only the enterprise knows.
  const ground = declared.each === undefined ? { ...around, owner: undefined } : around;
  switch (declared.type) {
    case "boolean":
      return eachOf([true, false], read, ground);
    case "choice":
      return eachOf(
        declared.options.map(({ id }) => id),
        read,
        ground,
      );
    case "choices":
      return optionTrials(declared, read, ground);
    case "integer":
    case "decimal":
      return numberTrials(declared, read, ground);
    case "date":
      return dayTrials(read, ground);
    case "events":
      return entryTrials(declared, read, ground);
    case "text":
    case "credit-code":
      return [];
  }
}

/** One option more, or one less. */
function optionTrials({ options }: Pick<ChoiceFact, "options">, read: Read, ground: Ground): readonly ObjectionTrial[] {
  const held = read.state === "given" && Array.isArray(read.value) ? (read.value as readonly string[]) : [];
  return options.flatMap(({ id }) => {
    const now = held.includes(id)
      ? held.filter((each) => each !== id)
      : options.map((option) => option.id).filter((each) => each === id || held.includes(each));
    return deciding(factChange(read, now, now, null, ground), ground);
  });
}

/** A declaration that it does not apply withdrawn, or made where it may be. */
function applicabilityTrials(ground: Ground): readonly ObjectionTrial[] {
  const { leaf, names, owner, factSheet, telling } = ground;
  const change = (applies: boolean, changed: FactSheet): Change => ({
    change: { kind: "applicability", applies },
    text: applies
      ? say(telling, "不认定为不适用", "not declared not applicable")
      : say(telling, "认定为不适用", "declared not applicable"),
    factSheet: changed,
  });
  if (leaf.applicability?.declared) {
    const withdrawn = withNotApplicable(factSheet, owner, (said) =>
      said.filter(({ indicator }) => !names.includes(indicator)),
    );
    return deciding(change(true, withdrawn), ground);
  }
  if (leaf.terms?.mayBeNotApplicable !== true) return [];
  const declared = withNotApplicable(factSheet, owner, (said) => [
    ...said,
    { indicator: names[0], by: "–", reason: "–" },
  ]);
  return deciding(change(false, declared), ground);
}
