/** Effects answered again: what each does to the value of its group, and what is vetoed. */
import type { Assessment, EffectResult, NodeResult, SchemeEffectResult, VetoResult } from "../model/assessment.js";
import { isUnlisted, nodeApplies } from "./applies.js";
import { coreOf } from "./combining.js";
import { type Asked, answered } from "./conditions.js";
import { type Rational, ZERO, lesser, numberOf } from "./rational.js";
import type { Operation } from "./steps.js";
import { countTests } from "./truth.js";

/** Of a group, or of the scheme. */
interface Effects {
  readonly effects?: readonly (EffectResult | SchemeEffectResult)[];
}

/** Each from its tests. */
export function checkEffects({ effects = [] }: Effects, path: string, asked: Asked): void {
  effects.forEach(({ asks, result, because }, i) => {
    const place = `${path}/effects/${i}`;
    asked.ledger.same(`${place}/result`, result, answered(asks, because, 0, `${place}/because`, asked));
    asked.ledger.same(`${place}/because/length`, because.length, countTests(asks));
  });
}

/** Those that hold or may hold, in the order written; a veto changes nothing, and a band no score. */
export function effectOperations({ effects = [] }: Effects): readonly Operation[] {
  return effects.flatMap(({ action, result }, i): readonly Operation[] => {
    const apply = changeOf(action);
    if (!apply || result === "false") return [];
    return [{ cause: "effect", apply, note: { effect: i }, ...(result === "unknown" && { isOpen: true }) }];
  });
}

/** Whether something that is open may still change the value. */
export function hasChanges({ effects = [] }: Effects): boolean {
  return effects.some(({ action }) => changeOf(action) !== undefined);
}

/** Whether one that changes the value is open. */
export function hasOpenChanges({ effects = [] }: Effects): boolean {
  return hasChanges({ effects: effects.filter(({ result }) => result === "unknown") });
}

function changeOf(action: SchemeEffectResult["action"]): Operation["apply"] | undefined {
  switch (action.kind) {
    case "veto":
    case "band":
    case "band_at_most":
    case "bands_down":
      return undefined;
    case "zero":
      return () => ZERO;
    case "points": {
      const points = numberOf(action.points);
      return () => points;
    }
    case "at_most": {
      const most = numberOf(action.points);
      return (value: Rational) => lesser(value, most);
    }
  }
}

/**
 * Those that hold or may hold, in the order of the breakdown; one that holds is open where something above it may not
 * apply. Only a sheet that is not named, or a list that is not there, leaves it open without any.
 */
export function checkVetoes({ components, decision, effects = [] }: Assessment, path: string, { ledger }: Asked): void {
  const { vetoed, vetoes } = decision;
  const roots = components.flatMap(({ id, root }) => (root ? [{ id, root }] : []));
  if (vetoed === undefined && vetoes === undefined) {
    const isKnown = hasVeto({ effects }) || roots.some(({ root }) => hasVeto(root));
    ledger.same(`${path}/vetoed`, vetoed, isKnown ? false : undefined);
    return;
  }
  const found = [
    ...roots.flatMap(({ id, root }) => vetoesBelow(root, id, id, false)),
    ...effects.flatMap((effect) => (isOpenVeto(effect) ? { indicator: null, ...effect } : [])),
  ];
  ledger.same(`${path}/vetoes`, vetoes, found);
  const holds = found.some(({ result }) => result === "true");
  if (!holds && found.length === 0 && vetoed === null) {
    const isHidden = components.some(({ root, applicability }) =>
      root ? hasUnlisted(root) : applicability?.applies !== "no",
    );
    ledger.same(`${path}/vetoed`, vetoed, isHidden ? null : false);
    ledger.take();
    return;
  }
  ledger.same(`${path}/vetoed`, vetoed, holds ? true : found.length > 0 ? null : false);
}

function vetoesBelow(node: NodeResult, indicator: string, component: string, open: boolean): VetoResult[] {
  const { effects = [], children = [] } = node;
  const mayNot = open || mayNotApply(node);
  const own = effects
    .filter(isOpenVeto)
    .map((effect): VetoResult => ({ indicator, ...effect, ...(mayNot && { result: "unknown" }) }));
  return [...own, ...children.flatMap((child) => vetoesBelow(child, `${component}/${child.id}`, component, mayNot))];
}

function isOpenVeto(effect: EffectResult | SchemeEffectResult): effect is EffectResult {
  return effect.action.kind === "veto" && effect.result !== "false";
}

/** Whether that is open: by itself, or because nothing that is summed in it certainly applies. */
function mayNotApply(node: NodeResult): boolean {
  if (node.applicability?.applies === "open" || isUnlisted(node)) return true;
  const isEmptied = node.status !== "scored" && coreOf(node.children ?? []).every(mayGo);
  return isEmptied || nodeApplies(node) === "open";
}

function mayGo(node: NodeResult): boolean {
  return nodeApplies(node) !== "in";
}

function hasVeto({ effects = [], children = [] }: Effects & Pick<NodeResult, "children">): boolean {
  return effects.some(({ action }) => action.kind === "veto") || children.some(hasVeto);
}

function hasUnlisted(node: NodeResult): boolean {
  if (node.status === "not-applicable") return false;
  return isUnlisted(node) || (node.children ?? []).some(hasUnlisted);
}
