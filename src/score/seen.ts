/** The breakdown as conditions see it: indicators by key, their points at full scale. */
import { order, timesOver } from "../base/amount.js";
import type { Hull, SeenIndicator } from "../compile/program.js";
import type { ComponentStanding } from "./blend.js";
import { fullScaleOpen } from "./extremes.js";
import type { Standing } from "./standing.js";

/** Of all components; undefined while the fact sheet names no sheet for the one that is asked for. */
export function indicatorsOf(components: readonly ComponentStanding[]): (key: string) => SeenIndicator | undefined {
  let found: ReadonlyMap<string, Standing> | undefined;
  return (key) => {
    // Few rubrics ask, and each of them asks for little.
    found ??= new Map(components.flatMap(({ root }) => (root ? below(root) : [])));
    const standing = found.get(key);
    if (standing) return seen(standing);
    const slash = key.indexOf("/");
    const component = slash < 0 ? key : key.slice(0, slash);
    const isNamed = components.some(({ selected, root }) => root !== undefined && selected.component.id === component);
    return isNamed ? { key, node: undefined, applies: "out", hull: null, children: () => [] } : undefined;
  };
}

function below(standing: Standing): readonly (readonly [string, Standing])[] {
  return [[standing.program.key, standing], ...standing.children.flatMap(below)];
}

function seen(standing: Standing): SeenIndicator {
  const { program, applies, children } = standing;
  return {
    key: program.key,
    node: program.node,
    applies,
    hull: fullScale(standing),
    children: () => children.map(seen),
  };
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
