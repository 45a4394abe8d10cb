/** Effects of groups: whether each of them holds, and what they veto. */
import type { BoundEffect, GroupProgram, KnownInstance, Program, SheetProgram, View } from "../compile/program.js";
import type { Because, EffectResult, SchemeEffectResult, Truth, VetoResult } from "../model/assessment.js";
import type { Effect, SchemeEffect } from "../model/rubric.js";
import type { ComponentStanding } from "./blend.js";
import { nameIn, seenFrom } from "./each.js";
import { coreOf } from "./outside.js";
import { type Circumstances, type Standing, viewBelow } from "./standing.js";

/** Asked once more, this time with every answer written down; undefined where the group has none or does not apply. */
export function effectResults(standing: Standing, now: Circumstances): readonly EffectResult[] | undefined {
  const { program, children } = standing;
  if (program.kind === "leaf" || program.effects.length === 0 || isReplaced(standing)) return undefined;
  const view = viewBelow(program, children, now);
  return program.effects.map((bound) => effectResult(bound, view));
}

/** Those of a scheme, once the components have been scored; undefined where it has none. */
export function schemeEffectResults({ effects }: Program, view: View): readonly SchemeEffectResult[] | undefined {
  return effects.length === 0 ? undefined : effects.map((bound) => effectResult(bound, view));
}

function effectResult<E extends Effect | SchemeEffect>(
  { effect: { action, when: asks, clause, source }, when }: BoundEffect<E>,
  view: View,
): Omit<EffectResult, "action"> & Pick<E, "action"> {
  const because: Because[] = [];
  const result = when.evaluate(view, because);
  return {
    action,
    asks,
    result,
    ...(clause !== undefined && { clause }),
    ...(source !== undefined && { source }),
    because,
  };
}

/** It does not apply, whether it drops out or stays in with all or none of its points. */
export function isReplaced({ applies, status, divisor }: Standing): boolean {
  return applies === "out" || (status === "scored" && divisor === null);
}

export interface Vetoes {
  readonly vetoed: Truth;
  /** Those that hold or may still hold. */
  readonly vetoes: readonly VetoResult[];
}

/** Undefined where no rubric that may be used knows a veto. */
export function vetoesOf(
  components: readonly ComponentStanding[],
  now: Circumstances,
  ofScheme: readonly SchemeEffectResult[] = [],
): Vetoes | undefined {
  // Of several sheets only the one that is named: its record, which holds no other, must tell the same.
  const known = components.some(({ selected: { sheet, sheets } }) => (sheet ? [sheet] : sheets).some(hasVeto));
  if (!known && !ofScheme.some(({ action }) => action.kind === "veto")) return undefined;
  const vetoes = [
    ...components.flatMap(({ root }) => (root ? vetoesBelow(root, now, false) : [])),
    ...ofScheme.flatMap((each) => vetoIn(each) ?? []),
  ];
  // A sheet that nobody has named yet may veto, and so may what a list holds that is not there.
  const unnamed = components.some(({ selected, root, unneeded }) =>
    root ? hasUnlisted(root, now) : !unneeded && selected.sheets.some(hasVeto),
  );
  const holds = vetoes.some(({ result }) => result === "true");
  return { vetoed: holds ? "true" : unnamed || vetoes.length > 0 ? "unknown" : "false", vetoes };
}

function vetoIn({ action, ...each }: SchemeEffectResult): VetoResult | undefined {
  return action.kind === "veto" && each.result !== "false" ? { indicator: null, action, ...each } : undefined;
}

/** `open`: something above may not apply, and nothing below it would then. */
function vetoesBelow(
  standing: Standing,
  around: Circumstances,
  open: boolean,
  within?: KnownInstance,
): readonly VetoResult[] {
  const { program, children } = standing;
  const mayNot = open || mayNotApply(standing);
  const instance = (program.kind === "group" && program.instance) || within;
  const now = instance ? seenFrom(instance, around) : around;
  const indicator = within ? nameIn(within, program.key) : program.key;
  const own = (effectResults(standing, now) ?? [])
    .filter(({ action, result }) => action.kind === "veto" && result !== "false")
    .map((each): VetoResult => ({ indicator, ...each, ...(mayNot && { result: "unknown" }) }));
  return [...own, ...children.flatMap((child) => vetoesBelow(child, now, mayNot, instance))];
}

function hasUnlisted(standing: Standing, now: Circumstances): boolean {
  const { program, children } = standing;
  if (program.kind === "leaf" || isReplaced(standing)) return false;
  if (program.each && now.lists.get(program.each.list)!.state !== "given")
    return program.children.some((child) => child.kind === "group" && groupsOf(child).some(vetoes));
  return children.some((child) => hasUnlisted(child, now));
}

/** Whether it applies is open, or everything that is combined in it may yet drop out. */
export function mayNotApply({ program, undecided, applies, children }: Standing): boolean {
  if (undecided || applies === "open") return true;
  return program.kind === "group" && coreOf(program, children).every((child) => child.applies !== "in");
}

function hasVeto({ root }: SheetProgram): boolean {
  return groupsOf(root).some(vetoes);
}

function vetoes({ effects }: GroupProgram): boolean {
  return effects.some(({ effect }) => effect.action.kind === "veto");
}

function groupsOf(group: GroupProgram): readonly GroupProgram[] {
  return [group, ...group.children.flatMap((child) => (child.kind === "group" ? groupsOf(child) : []))];
}
