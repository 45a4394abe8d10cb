/** Eligibility and preferences, condition by condition: those of the scheme, and those that sheets bring. */
import type {
  Assessment,
  ComponentResult,
  ConditionResult,
  EligibilityStatus,
  SheetNote,
} from "../model/assessment.js";
import { bringsConditions } from "./applies.js";
import { type Asked, answered } from "./conditions.js";
import { countTests } from "./truth.js";

export function checkEligibility(assessment: Assessment, asked: Asked): void {
  const { eligibility, preferences } = assessment;
  const path = "/assessment/eligibility";
  eligibility.conditions.forEach((condition, i) => {
    checkCondition(condition, `${path}/conditions/${i}`, asked);
    checkFrom(condition, assessment, `${path}/conditions/${i}/from`, asked);
  });
  preferences.forEach((preference, i) => checkCondition(preference, `/assessment/preferences/${i}`, asked));
  checkOpen(assessment, `${path}/open`, asked);
  asked.ledger.same(`${path}/status`, eligibility.status, statusOf(eligibility));
}

function statusOf({ conditions, open = [] }: Assessment["eligibility"]): EligibilityStatus {
  if (conditions.some(({ status }) => status === "failed")) return "ineligible";
  const isOpen = open.length > 0 || conditions.some(({ status }) => status === "unknown");
  return isOpen ? "undetermined" : "eligible";
}

/** One that does not apply counts as satisfied; so does one that holds whether it applies or not. */
function checkCondition(
  { status, from, appliesWhen, asks, because }: ConditionResult,
  path: string,
  asked: Asked,
): void {
  asked.ledger.attempt(path, () => {
    if (from?.applies === "no") {
      asked.ledger.same(`${path}/status`, status, "not-applicable");
      asked.ledger.same(`${path}/because/length`, because.length, 0);
      return;
    }
    const applies = appliesWhen ? answered(appliesWhen, because, 0, `${path}/because`, asked) : "true";
    const first = appliesWhen ? countTests(appliesWhen) : 0;
    if (applies === "false") {
      asked.ledger.same(`${path}/status`, status, "not-applicable");
      asked.ledger.same(`${path}/because/length`, because.length, first);
      return;
    }
    const answer = answered(asks, because, first, `${path}/because`, asked);
    const mayNotCount = applies === "unknown" || from?.applies === "open";
    const isOpen = answer === "unknown" || (mayNotCount && answer === "false");
    asked.ledger.same(`${path}/status`, status, isOpen ? "unknown" : answer === "true" ? "satisfied" : "failed");
    asked.ledger.same(`${path}/because/length`, because.length, first + countTests(asks));
  });
}

/** Of the components with the same sheet the first that applies, or may. */
function checkFrom({ from }: ConditionResult, { components }: Assessment, path: string, { ledger }: Asked): void {
  if (!from) return;
  ledger.attempt(path, () => {
    const named = components.find(({ id }) => id === from.component);
    const bringing = components.filter(({ root, sheet }) => root && sheet && isSame(sheet, named?.sheet));
    const found = bringing.map(({ id: component, root }) => ({ component, applies: bringsConditions(root!) }));
    const by = (wanted: string) => found.find(({ applies }) => applies === wanted);
    ledger.same(path, from, by("yes") ?? by("open") ?? found[0]);
  });
}

function isSame(a: SheetNote, b: ComponentResult["sheet"] | undefined): boolean {
  return a.id === b?.id && a.version === b.version;
}

/** Whether a sheet that nobody has named has conditions only its rubric knows: what is said of it is taken. */
function checkOpen({ eligibility, components }: Assessment, path: string, { ledger }: Asked): void {
  const { open } = eligibility;
  const waiting = components.filter(({ root, applicability }) => !root && applicability?.applies !== "no");
  if (waiting.length > 0) ledger.take();
  if (open === undefined) return;
  const follows = waiting.map(({ id }) => id).filter((id) => open.includes(id));
  ledger.same(path, open, follows.length > 0 ? follows : undefined);
}
