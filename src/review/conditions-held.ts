/** Every condition for keeping the title, as it was and as it is, and the facts that made the difference. */
import { inputsOf } from "../explain/facts.js";
import { conditionStory } from "../explain/conditions.js";
import { becauseText } from "../explain/tests.js";
import { type Telling, cited, tellingOf, titleOf } from "../explain/telling.js";
import { questionsIn } from "../base/condition-leaves.js";
import type { Assessment, Because, ConditionResult, OutcomeReason, Truth } from "../model/assessment.js";
import type { RecordDifference, StatedChange } from "../model/difference.js";
import type { Language } from "../model/language.js";
import type { ReexaminedCondition } from "../model/reexamination.js";
import type { Side } from "./reexamination.js";

export function conditionsHeld(
  before: Side,
  after: Side,
  { steps }: RecordDifference,
  lang: Language,
): readonly ReexaminedCondition[] {
  const telling = tellingOf(after.applicant, lang, true);
  const stated = steps.flatMap((step) => step.stated).filter(({ kind }) => kind === "fact");
  const changed = (because: readonly Because[]): readonly StatedChange[] => {
    const read = factsBeneath(because, telling);
    return stated.filter(({ id }) => read.has(id));
  };
  return [
    ...after.applicant.eligibility.conditions.map((condition) => eligibilityHeld(condition, before, changed, telling)),
    ...exclusions(after.applicant).map((reason) => exclusionHeld(reason, before, changed, telling)),
    ...goalHeld(before, after, changed, telling),
  ];
}

type Changed = (because: readonly Because[]) => readonly StatedChange[];
type Held = ReexaminedCondition["after"];

const HELD: Readonly<Record<ConditionResult["status"], Held>> = {
  satisfied: "met",
  "not-applicable": "met",
  failed: "not-met",
  unknown: "open",
};

function eligibilityHeld(
  condition: ConditionResult,
  before: Side,
  changed: Changed,
  telling: Telling,
): ReexaminedCondition {
  const { title, clause, because } = conditionStory(condition, telling);
  const isSame = ({ id, from }: ConditionResult): boolean =>
    id === condition.id && from?.component === condition.from?.component;
  const was = before.applicant.eligibility.conditions.find(isSame);
  const after = HELD[condition.status];
  return {
    kind: "eligibility",
    id: condition.id,
    title,
    clause,
    before: was ? HELD[was.status] : "absent",
    after,
    because: after === "met" ? [] : because,
    facts: changed(condition.because),
  };
}

/** Outcomes before the goal. That the conditions above are not met is told there. */
function exclusions({ decision: { reasons, goal } }: Assessment): readonly OutcomeReason[] {
  const at = reasons.findIndex(({ outcome }) => outcome === goal);
  const before = at < 0 ? reasons : reasons.slice(0, at);
  return before.filter(({ asks }) => asks && questionsIn(asks).some(({ kind }) => kind !== "eligibility"));
}

function exclusionHeld(reason: OutcomeReason, before: Side, changed: Changed, telling: Telling): ReexaminedCondition {
  const was = before.applicant.decision.reasons.find(({ outcome }) => outcome === reason.outcome);
  const isKnown = before.compiled.program.scheme.outcomes.some(({ id }) => id === reason.outcome);
  return {
    kind: "exclusion",
    ...named(reason, telling),
    // The reasons go as far as the outcome that decided: one behind it was not asked.
    before: was ? NEGATED[was.result] : isKnown ? "met" : "absent",
    after: NEGATED[reason.result],
    because: answersOf(reason, NEGATED[reason.result], telling),
    facts: changed(reason.because),
  };
}

/** What the goal asks by itself; an outcome that holds otherwise asks nothing. */
function goalHeld(before: Side, after: Side, changed: Changed, telling: Telling): readonly ReexaminedCondition[] {
  const goalOf = ({ goal: { decision } }: Side): OutcomeReason | undefined =>
    decision.reasons.find(({ outcome }) => outcome === decision.goal);
  const [was, is] = [goalOf(before), goalOf(after)];
  if (!is?.asks) return [];
  return [
    {
      kind: "goal",
      ...named(is, telling),
      before: was ? ASKED[was.result] : "absent",
      after: ASKED[is.result],
      because: answersOf(is, ASKED[is.result], telling),
      facts: changed(is.because),
    },
  ];
}

const ASKED: Readonly<Record<Truth, Held>> = { true: "met", false: "not-met", unknown: "open" };
const NEGATED: Readonly<Record<Truth, Held>> = { true: "not-met", false: "met", unknown: "open" };

function named(
  { outcome, title, clause, source }: OutcomeReason,
  telling: Telling,
): Pick<ReexaminedCondition, "id" | "title" | "clause"> {
  return { id: outcome, title: titleOf(title ?? outcome, telling), clause: cited(clause, source, telling) };
}

function answersOf({ because }: OutcomeReason, after: Held, telling: Telling): readonly string[] {
  return after === "met" ? [] : because.map((entry) => becauseText(entry, telling));
}

/** What the tests read, and what that is derived from. */
function factsBeneath(because: readonly Because[], telling: Telling): ReadonlySet<string> {
  const met = new Set<string>();
  const meet = (fact: string): void => {
    if (met.has(fact)) return;
    met.add(fact);
    inputsOf(telling.facts.get(fact)).forEach(meet);
  };
  because.forEach(({ read }) => meet(read));
  return met;
}
