/** A group that is scored once for each instance of a list: one group for each, in which everything is added up. */
import { type Amount, ONE_AMOUNT } from "../base/amount.js";
import type { GroupProgram, KnownInstance } from "../compile/program.js";
import type { Group } from "../model/rubric.js";
import type { Circumstances } from "./standing.js";

export interface Instances {
  /** One for each instance; of a list that is not there, for one of which nothing is known. */
  readonly programs: readonly GroupProgram[];
  /** Which instances there are is known. */
  readonly listed: boolean;
  readonly invalid: boolean;
}

export function instancesOf(program: GroupProgram, { lists }: Circumstances): Instances {
  const list = lists.get(program.each!.list)!;
  const known = list.state === "given" ? list.entries : [list.anyone];
  return {
    programs: known.map((instance) => instanceProgram(program, instance)),
    listed: list.state === "given",
    invalid: list.state === "invalid",
  };
}

/** The name of an indicator where one instance is scored: no id has brackets. */
export function nameIn(instance: { readonly id: string }, indicator: string): string {
  return `${indicator}[${instance.id}]`;
}

/**
 * On the group's own points, divided by what applies of them, so that instances are compared by their shares. What else
 * the group says of its value is said of what the instances make together.
 */
function instanceProgram(
  { node, key, points, printed, children: shared, each }: GroupProgram,
  instance: KnownInstance,
): GroupProgram {
  const children = each!.childrenOf?.(instance.id) ?? shared;
  const made: Group = {
    kind: "group",
    id: nameIn(instance, node.id),
    title: instance.title ?? instance.id,
    level: node.level,
    points: node.points,
    mayBeNotApplicable: false,
    ifNotApplicable: "drop",
    countsAs: { kind: "ordinary" },
    combine: "sum",
    renormalise: true,
    effects: NOTHING,
    path: node.path,
    children: node.children,
  };
  return {
    kind: "group",
    node: made,
    key: nameIn(instance, key),
    terms: undefined,
    points,
    printed,
    weight: weightOf(each!.weight, instance),
    coefficient: undefined,
    floor: undefined,
    cap: undefined,
    round: undefined,
    applies: undefined,
    list: undefined,
    joins: "sum",
    effects: NOTHING,
    operations: NOTHING,
    finishing: NOTHING,
    children,
    hasOrdinary: each!.hasOrdinary,
    isPlain: each!.isPlain,
    each: undefined,
    instance: { ...instance, weighedBy: each!.weight },
  };
}

/** Null while it is open. */
function weightOf(slot: number | undefined, { known }: KnownInstance): Amount | null {
  if (slot === undefined) return ONE_AMOUNT;
  const { state, value } = known[slot]!;
  return state === "given" ? (value as Amount) : null;
}

/** What an instance is scored by. */
export function seenFrom({ known, out }: KnownInstance, now: Circumstances): Circumstances {
  return { ...now, known, out };
}

const NOTHING: readonly never[] = [];
