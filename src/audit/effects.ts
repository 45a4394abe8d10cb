/** Effects answered again: what each does to the value of its group, and what is vetoed. */
import type { Assessment, EffectResult, NodeResult, SchemeEffectResult, VetoResult } from "../model/assessment.js";
import { type Asked, answered, countTests } from "./conditions.js";
import { type Rational, ZERO, lesser, numberOf } from "./rational.js";
import type { Operation } from "./steps.js";

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
 * Those that hold or may hold, in the order of the breakdown. Whether a group may turn out not to apply decides whether
 * one that holds is certain, and is taken as it stands.
 */
export function checkVetoes({ components, decision, effects = [] }: Assessment, path: string, { ledger }: Asked): void {
  const { vetoed, vetoes } = decision;
  if (vetoed === undefined || vetoes === undefined) {
    ledger.same(`${path}/vetoed`, vetoed, vetoes);
    return;
  }
  const found = [
    ...components.flatMap(({ id, root }) => (root ? vetoesBelow(root, id, id) : [])),
    ...effects.flatMap((effect) => (isOpenVeto(effect) ? { indicator: null, ...effect } : [])),
  ];
  ledger.same(`${path}/vetoes/length`, vetoes.length, found.length);
  vetoes.forEach((veto, i) => {
    const own = found[i];
    const mayNotApply = own?.result === "true" && veto.result === "unknown";
    ledger.same(`${path}/vetoes/${i}`, veto, mayNotApply ? { ...own, result: "unknown" } : own);
  });
  if (vetoed === null && vetoes.length === 0) {
    // A sheet that is not named, or what a list holds that is not there.
    ledger.take();
    return;
  }
  const holds = vetoes.some(({ result }) => result === "true");
  ledger.same(`${path}/vetoed`, vetoed, holds ? true : vetoes.length > 0 ? null : false);
}

function vetoesBelow({ effects = [], children = [] }: NodeResult, indicator: string, component: string): VetoResult[] {
  const own = effects.filter(isOpenVeto).map((effect): VetoResult => ({ indicator, ...effect }));
  return [...own, ...children.flatMap((child) => vetoesBelow(child, `${component}/${child.id}`, component))];
}

function isOpenVeto(effect: EffectResult | SchemeEffectResult): effect is EffectResult {
  return effect.action.kind === "veto" && effect.result !== "false";
}
