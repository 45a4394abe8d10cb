/** Why something does not apply, or may not: what the fact sheet declares, and what the rubric asks, answered again. */
import type { Applicability, ComponentResult, NodeResult, Terms, Truth } from "../model/assessment.js";
import type { Condition } from "../model/condition.js";
import { isUnlisted } from "./applies.js";
import { coreOf } from "./combining.js";
import { type Asked, answered, asksRedacted, truthOf } from "./conditions.js";
import { isOnly, keysOf, plain } from "./names.js";
import { countTests } from "./truth.js";

export interface Standing extends Asked {
  /** Something above does not apply, and nothing below it does. */
  readonly silenced?: boolean;
}

/** The reason, and that what does not apply has one: its own, that of what is above it, or that of all below it. */
export function checkApplicability(node: NodeResult, path: string, standing: Standing): void {
  const { level, status, terms, applicability, children } = node;
  const { ledger, component = "", silenced = false } = standing;
  const key = level === 0 ? component : `${component}/${plain(node.id)}`;
  const isDropped = (terms?.ifNotApplicable ?? "drop") === "drop";
  const isEmptied = children !== undefined && coreOf(children).every((child) => child.status === "not-applicable");
  const mayGo = isUnlisted(node);
  const isWaiting = status !== "scored" && status !== "not-applicable";
  const isSettled = silenced || (isEmptied && !(mayGo && isWaiting));
  const applies = checkReason({ key, terms, applicability, status, isSettled, mayGo }, path, standing);
  if (isUnlisted(node) && isEmptied && applies !== "no") {
    // Whether any instance could apply at all stands nowhere.
    ledger.take();
    return;
  }
  const isOut = silenced || (isDropped && (applies === "no" || isEmptied));
  ledger.same(`${path}/status`, status, isOut ? "not-applicable" : status === "not-applicable" ? "unknown" : status);
}

/** Nobody has named a sheet, and yet it may be known that the component does not apply. */
export function checkUnnamed(component: ComponentResult, path: string, asked: Asked): void {
  const { id, terms, applicability } = component;
  // What stays in either way is not said to be open.
  const isSettled = (terms?.ifNotApplicable ?? "drop") !== "drop";
  const reasoned = { key: id, terms, applicability, status: "unknown", isSettled, mayGo: false } as const;
  checkReason(reasoned, path, { ...asked, component: id });
}

/** Whether what stands below a node that does not apply is silenced by it, rather than by its own reasons. */
export function silences({ status, applicability, children = [] }: NodeResult, child: NodeResult): boolean {
  if (applicability?.applies === "no") return true;
  return status === "not-applicable" && !coreOf(children).includes(child);
}

interface Reasoned {
  /** `component/indicator`; the sheet itself is the component. */
  readonly key: string;
  readonly terms: Terms | undefined;
  readonly applicability: Applicability | undefined;
  readonly status: NodeResult["status"];
  /** It does not apply for another reason, so that its own decides nothing. */
  readonly isSettled: boolean;
  /** Which instances there are is not known. */
  readonly mayGo: boolean;
}

function checkReason(
  { key, terms = {}, applicability, status, isSettled, mayGo }: Reasoned,
  path: string,
  asked: Asked,
): Applicability["applies"] | undefined {
  const { ledger, inputs } = asked;
  const place = `${path}/applicability`;
  const { appliesWhen, mayBeNotApplicable = false } = terms;
  const { because = [] } = applicability ?? {};
  const answer = !appliesWhen
    ? "true"
    : applicability
      ? answered(appliesWhen, because, 0, `${place}/because`, asked)
      : unsaid(appliesWhen, asked);
  const said = mayBeNotApplicable
    ? inputs.notApplicable.filter(({ indicator }) => isOnly(keysOf(indicator, asked), key)).at(-1)
    : undefined;
  // Nobody has said either way, and its facts would show that it applies.
  const isUndeclared = mayBeNotApplicable && !inputs.closed && (status === "unknown" || status === "invalid");
  const isOpen = answer === "unknown" || isUndeclared || mayGo;
  const isAsked = appliesWhen !== undefined || mayBeNotApplicable;
  const applies = said || answer === "false" ? "no" : isAsked && isOpen && !isSettled ? "open" : undefined;
  if (applicability || applies) {
    ledger.same(`${place}/applies`, applicability?.applies, applies);
    ledger.same(`${place}/declared`, applicability?.declared, said && { by: said.by, reason: said.reason });
    ledger.same(`${place}/because/length`, because.length, appliesWhen ? countTests(appliesWhen) : 0);
  }
  return applies;
}

/** That nothing is said means that it applies; what was taken out may be why. */
function unsaid(condition: Condition, asked: Asked): Truth {
  const answer = truthOf(condition, asked);
  if (answer !== "unknown" || !asksRedacted(condition, asked)) return answer;
  asked.ledger.take();
  return "true";
}
