/** The breakdown as conditions see it: indicators by key, their points at full scale. */
import { order, timesOver } from "../base/amount.js";
import type { GroupProgram, Hull, SeenIndicator } from "../compile/program.js";
import type { ComponentStanding } from "./blend.js";
import { fullScaleOpen } from "./extremes.js";
import { coreOf } from "./outside.js";
import type { Standing } from "./standing.js";

/** Of all components; undefined while the fact sheet names no sheet for the one that is asked for. */
export function indicatorsOf(components: readonly ComponentStanding[]): (key: string) => SeenIndicator | undefined {
  let found: ReadonlyMap<string, Placed> | undefined;
  return (key) => {
    // Few rubrics ask, and each of them asks for little.
    found ??= new Map(components.flatMap(({ root }) => (root ? below({ standing: root, mayGo: false }) : [])));
    const placed = found.get(key);
    if (placed) return seen(placed);
    const slash = key.indexOf("/");
    const component = slash < 0 ? key : key.slice(0, slash);
    const isNamed = components.some(({ selected, root }) => root !== undefined && selected.component.id === component);
    return isNamed ? { key, node: undefined, applies: "out", hull: null, children: () => [] } : undefined;
  };
}

/** What the effects of a group may ask: everything below it, and those directly below itself. It applies, or has none. */
export function indicatorsBelow(
  program: GroupProgram,
  children: readonly Standing[],
): (key: string) => SeenIndicator | undefined {
  const placed = children.map((standing): Placed => ({ standing, mayGo: false }));
  let found: ReadonlyMap<string, Placed> | undefined;
  return (key) => {
    if (key === program.key)
      return { key, node: program.node, applies: "in", hull: null, children: () => placed.map(seen) };
    found ??= new Map(placed.flatMap(below));
    const own = found.get(key);
    return own && seen(own);
  };
}

/** `mayGo`: something above it may not apply, and then neither does it. */
interface Placed {
  readonly standing: Standing;
  readonly mayGo: boolean;
}

function below(placed: Placed): readonly (readonly [string, Placed])[] {
  return [[placed.standing.program.key, placed], ...childrenOf(placed).flatMap(below)];
}

function seen(placed: Placed): SeenIndicator {
  const { standing, mayGo } = placed;
  const { program, applies } = standing;
  return {
    key: program.key,
    node: program.node,
    applies: mayGo && applies === "in" ? "open" : applies,
    hull: fullScale(standing),
    children: () => childrenOf(placed).map(seen),
  };
}

/** What stands outside the points of a group goes with the last of what is in them. */
function childrenOf({ standing, mayGo }: Placed): readonly Placed[] {
  const { program, applies, undecided, children } = standing;
  if (program.kind === "leaf") return [];
  const all = mayGo || undecided || applies === "open";
  const outside = all || coreOf(program, children).every((child) => child.applies !== "in");
  return children.map((child) => ({ standing: child, mayGo: child.program.joins === "sum" ? all : outside }));
}

/** Awarded × points ÷ available; a deduction has no points, and is what it is. */
function fullScale(standing: Standing): Hull | null {
  const { hull, available, program } = standing;
  if (hull === null || order(program.points, 0) === 0) return hull;
  if (available === null) return fullScaleOpen(standing);
  if (available === program.points) return hull;
  const scaled = (end: Hull["least"]) => (end === null ? null : timesOver(end, program.points, available));
  return { least: scaled(hull.least), most: scaled(hull.most), tight: hull.tight };
}
