/** Eligibility and preferences: every condition evaluated and reported, whatever the others say. */
import type { BoundCondition, BoundEligibility, Program, SheetProgram, View } from "../compile/program.js";
import type { Because, ConditionResult, EligibilityResult } from "../model/assessment.js";
import type { EligibilityCondition, Preference, Sheet } from "../model/rubric.js";
import type { ComponentStanding } from "./blend.js";
import { isReplaced, mayNotApply } from "./effects.js";

/** Those of the scheme, then those of each sheet that is meant. */
export function askEligibility(
  { scheme, eligibility }: Pick<Program, "scheme" | "eligibility">,
  components: readonly ComponentStanding[],
  view: View,
): EligibilityResult {
  const conditions = [
    ...scheme.eligibility.map((condition, i) => askCondition(condition, eligibility[i]!, view)),
    ...sheetsMeant(components).flatMap((meant) => askSheet(meant, view)),
  ];
  // Of several sheets only the one that is named: while nobody has, each may still bring its own.
  const open = components
    .filter(({ selected, root, unneeded }) => !root && !unneeded && selected.sheets.some(hasConditions))
    .map(({ selected }) => selected.component.id);
  const statuses = new Set(conditions.map((result) => result.status));
  const isOpen = statuses.has("unknown") || open.length > 0;
  const status = statuses.has("failed") ? "ineligible" : isOpen ? "undetermined" : "eligible";
  return { status, conditions, ...(open.length > 0 && { open }) };
}

function hasConditions({ eligibility }: SheetProgram): boolean {
  return eligibility.length > 0;
}

/** A sheet that is named, and the component that brings it. */
interface Meant {
  readonly program: SheetProgram;
  readonly from: NonNullable<ConditionResult["from"]>;
}

/** A sheet of several components asks once: by the first of those that apply, or may. */
function sheetsMeant(components: readonly ComponentStanding[]): readonly Meant[] {
  const meant = new Map<Sheet, Meant>();
  for (const { selected, root } of components) {
    const { component, sheet: program } = selected;
    if (!root || !program) continue;
    const applies = isReplaced(root) ? "no" : mayNotApply(root) ? "open" : "yes";
    const before = meant.get(program.sheet);
    if (!before || CERTAINTY.indexOf(applies) > CERTAINTY.indexOf(before.from.applies))
      meant.set(program.sheet, { program, from: { component: component.id, applies } });
  }
  return [...meant.values()];
}

const CERTAINTY = ["no", "open", "yes"] as const;

/** Where the component does not apply, nothing is asked; while that is open, what fails may not matter. */
function askSheet({ program: { sheet, eligibility }, from }: Meant, view: View): readonly ConditionResult[] {
  return sheet.eligibility.map((condition, i) => {
    if (from.applies === "no") return resultOf(condition, condition, "not-applicable", [], from);
    const result = askCondition(condition, eligibility[i]!, view, from);
    return from.applies === "open" && result.status === "failed" ? { ...result, status: "unknown" } : result;
  });
}

export function askPreferences(
  preferences: readonly Preference[],
  bound: readonly BoundCondition[],
  view: View,
): readonly ConditionResult[] {
  return preferences.map((preference, i) => {
    const because: Because[] = [];
    const answer = bound[i]!.evaluate(view, because);
    return resultOf(preference, { require: preference.when }, STATUS[answer], because);
  });
}

/** A condition that does not apply counts as satisfied; so does one that holds whether it applies or not. */
function askCondition(
  condition: EligibilityCondition,
  { applies, require }: BoundEligibility,
  view: View,
  from?: ConditionResult["from"],
): ConditionResult {
  const because: Because[] = [];
  const applicable = applies ? applies.evaluate(view, because) : "true";
  if (applicable === "false") return resultOf(condition, condition, "not-applicable", because, from);
  const answer = require.evaluate(view, because);
  const open = answer === "unknown" || (applicable === "unknown" && answer === "false");
  return resultOf(condition, condition, open ? "unknown" : STATUS[answer], because, from);
}

const STATUS = { true: "satisfied", false: "failed", unknown: "unknown" } as const;

function resultOf(
  { id, title, clause, source }: EligibilityCondition | Preference,
  { appliesWhen, require }: Pick<EligibilityCondition, "appliesWhen" | "require">,
  status: ConditionResult["status"],
  because: readonly Because[],
  from?: ConditionResult["from"],
): ConditionResult {
  return {
    id,
    title,
    status,
    ...(from && { from }),
    ...(clause !== undefined && { clause }),
    ...(source !== undefined && { source }),
    ...(appliesWhen && { appliesWhen }),
    asks: require,
    because,
  };
}
