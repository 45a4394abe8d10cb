/** What is scored instance by instance, once all uses of facts are known: facts in their place, lists that do something. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { IndicatorQuestion } from "../model/condition.js";
import type { FactDeclaration } from "../model/fact.js";
import type { Group, Indicator, Sheet } from "../model/rubric.js";
import type { LoadedRubric } from "../model/rubric-set.js";
import type { FoundSheets, LoadedSheet } from "./find.js";
import { askedIn } from "./indicators.js";
import { placed } from "./placed.js";
import { type Use, readsOfRule, usesBelow } from "./uses.js";

/** A fact of instances is read where one of them is scored, and nowhere else. */
export function outsideInstances(
  loaded: LoadedRubric,
  uses: readonly Use[],
  facts: ReadonlyMap<string, FactDeclaration>,
): readonly Diagnostic[] {
  const told = new Set<string>();
  return uses.flatMap(({ fact, path, part, user, list: around }) => {
    const list = facts.get(fact)?.each;
    const key = `${path} ${fact}`;
    if (list === undefined || list === around || told.has(key)) return [];
    told.add(key);
    const params = { user, fact, list };
    const subject = { kind: "fact", id: fact } as const;
    return [placed(loaded, "instance-fact-outside", path, params, subject, undefined, part ?? "value")];
  });
}

/** Lists that nothing is scored by, and groups that come out alike for every instance. */
export function idleInstances(loaded: LoadedSheet): readonly Diagnostic[] {
  const { root, instances, facts } = loaded.rubric;
  const groups = eachGroups(root);
  const scored = new Set(groups.map(({ each }) => each.list));
  const own = new Set(facts.flatMap(({ id, each }) => (each === undefined ? [] : [id])));
  return [
    ...instances
      .filter(({ id }) => !scored.has(id))
      .map(({ id, path }) => placed(loaded, "instances-not-used", path, { list: id })),
    ...groups
      .filter((group) => !usesBelow(group).some(({ fact }) => own.has(fact)) && !isToldApart(group))
      .map(({ id, path, each }) =>
        placed(
          loaded,
          "instances-alike",
          `${path}/each`,
          { indicator: id, list: each.list },
          { kind: "indicator", id },
        ),
      ),
  ];
}

/** By people: points awarded, or a word that something does not apply. */
function isToldApart(group: Group): boolean {
  return group.children.some(
    (child) =>
      child.mayBeNotApplicable ||
      (child.kind === "group" ? isToldApart(child) : readsOfRule(child.scoring).length === 0),
  );
}

/** Where a question about the breakdown would have as many answers as there are instances: the group that is scored by them. */
export function instancesWith(
  node: Indicator,
  kind: IndicatorQuestion,
  found: readonly FoundSheets[],
): readonly { readonly group: string; readonly list: string }[] {
  return found
    .flatMap(({ sheets }) => sheets)
    .flatMap(({ rubric }) => eachGroups(rubric.root))
    .filter((group) => isInside(node, kind, group))
    .map(({ id, each }) => ({ group: id, list: each.list }));
}

/** The same in effects, which look at what stands below their group: inside an instance at that instance. */
export function effectsAcrossInstances(loaded: LoadedSheet): readonly Diagnostic[] {
  return groupsOf(loaded.rubric.root).flatMap((holder) =>
    holder.effects
      .flatMap(({ when, path }) => askedIn(when, `${path}/when`, holder.id))
      .flatMap(({ question: { kind, indicator }, path }) => {
        // An indicator with the id of the sheet is meant rather than the sheet.
        const node = [...groupsAndLeaves(holder)].reverse().find(({ id }) => id === indicator);
        const groups = isEach(holder) ? [holder] : holder.children.flatMap(eachGroups);
        const group = node && groups.find((each) => isInside(node, kind, each));
        if (!group) return [];
        const params = { indicator, group: group.id, list: group.each.list, key: kind };
        const subject = { kind: "indicator", id: indicator } as const;
        return [placed(loaded, "indicator-of-instances", path, params, subject, undefined, "value")];
      }),
  );
}

function groupsOf(node: Indicator): readonly Group[] {
  return groupsAndLeaves(node).filter((each) => each.kind === "group");
}

function groupsAndLeaves(node: Indicator): readonly Indicator[] {
  return node.kind === "leaf" ? [node] : [node, ...node.children.flatMap(groupsAndLeaves)];
}

function isInside(node: Indicator, kind: IndicatorQuestion, group: Group): boolean {
  return isBelow(node, group) || (node === group && kind !== "indicator");
}

function isBelow(node: Indicator, group: Group): boolean {
  return group.children.some((child) => child === node || (child.kind === "group" && isBelow(node, child)));
}

/** Indicators that are scored once for every instance there is. */
export function nodesPerInstance({ root }: Sheet): number {
  return eachGroups(root).reduce((total, group) => total + nodesBelow(group) - 1, 0);
}

export function nodesBelow(node: Indicator): number {
  return node.kind === "leaf" ? 1 : node.children.reduce((total, child) => total + nodesBelow(child), 1);
}

type EachGroup = Group & { readonly each: NonNullable<Group["each"]> };

function eachGroups(node: Indicator): readonly EachGroup[] {
  if (node.kind === "leaf") return [];
  return isEach(node) ? [node] : node.children.flatMap(eachGroups);
}

function isEach(group: Group): group is EachGroup {
  return group.each !== undefined;
}
