/** A name → the one leaf of an assessment that is meant, with the way to it, or why there is none. */
import { nearest } from "../base/nearest.js";
import { type LeafResult } from "../explain/rules.js";
import { isLeaf } from "../explain/nodes.js";
import type { Assessment, ComponentResult, NodeResult } from "../model/assessment.js";
import type { ObjectionAnswer } from "../model/objection.js";

/** A leaf and the groups around it, the sheet first. */
export interface FoundLeaf {
  readonly component: ComponentResult;
  readonly groups: readonly NodeResult[];
  readonly leaf: LeafResult;
}

export type Missed = Extract<ObjectionAnswer, { readonly reason: "indicator" | "group" }>;

/** `component/id`, or the bare id where it is unique. */
export function findLeaf(assessment: Assessment, name: string): FoundLeaf | Missed {
  const all = placesOf(assessment);
  const named = all.filter((place) => nameOf(place) === name || (place.node.level > 0 && place.node.id === name));
  const [only] = named;
  if (!only || named.length > 1) return { success: false, reason: "indicator", nearest: meant(name, named, all) };
  const { component, groups, node } = only;
  if (isLeaf(node)) return { component, groups, leaf: node };
  const inside = all.filter((place) => place.groups.includes(node) && isLeaf(place.node));
  return { success: false, reason: "group", indicators: inside.map(nameOf) };
}

interface Place {
  readonly component: ComponentResult;
  readonly groups: readonly NodeResult[];
  readonly node: NodeResult;
}

function placesOf({ components }: Assessment): readonly Place[] {
  const places: Place[] = [];
  const visit = (component: ComponentResult, node: NodeResult, groups: readonly NodeResult[]): void => {
    places.push({ component, groups, node });
    for (const child of node.children ?? []) visit(component, child, [...groups, node]);
  };
  for (const component of components) if (component.root) visit(component, component.root, []);
  return places;
}

/** `component/id`; the sheet itself by its component. */
export function nameOf({ component, node }: Pick<Place, "component" | "node">): string {
  return node.level === 0 ? component.id : `${component.id}/${node.id}`;
}

/** Of several with one id all; else what is written alike, or stands for one instance of what was named. */
function meant(name: string, named: readonly Place[], all: readonly Place[]): readonly string[] {
  if (named.length > 0) return named.map(nameOf);
  const ofInstances = all.filter(
    (place) => nameOf(place).startsWith(`${name}[`) || place.node.id.startsWith(`${name}[`),
  );
  if (ofInstances.length > 0) return ofInstances.map(nameOf).slice(0, MOST_NAMES);
  return nearest(name, [...new Set(all.flatMap((place) => [place.node.id, nameOf(place)]))]);
}

const MOST_NAMES = 10;
