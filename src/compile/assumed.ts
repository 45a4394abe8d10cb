/** A scheme in which one leaf has stated points, whatever it reads; everything around it is computed as ever. */
import { type Amount, formatAmount, minus, times } from "../base/amount.js";
import { pointHull } from "./hull.js";
import type {
  Award,
  BoundRule,
  CompiledScheme,
  ComponentProgram,
  GroupProgram,
  LeafProgram,
  NodeProgram,
  SheetProgram,
} from "./program.js";

/** Which leaf: of one instance only, where its group is scored for each of them. */
export interface LeafPlace {
  readonly component: string;
  readonly sheet: string;
  /** `component/id`, without an instance. */
  readonly key: string;
  readonly instance: string | undefined;
}

export function assuming(compiled: CompiledScheme, place: LeafPlace, points: Amount): CompiledScheme {
  const { program } = compiled;
  const components = program.components.map((component) =>
    component.component.id === place.component ? inComponent(component, place, points, program.display) : component,
  );
  return { ...compiled, program: { ...program, components } };
}

type Display = CompiledScheme["program"]["display"];

function inComponent(
  component: ComponentProgram,
  place: LeafPlace,
  points: Amount,
  display: Display,
): ComponentProgram {
  const inSheet = (sheet: SheetProgram): SheetProgram =>
    sheet.sheet.id === place.sheet
      ? { ...sheet, root: replaced(sheet.root, place, (leaf) => settled(leaf, points, sheet, display)) }
      : sheet;
  return {
    ...component,
    choices: new Map([...component.choices].map(([id, sheet]) => [id, inSheet(sheet)])),
    fixed: component.fixed && inSheet(component.fixed),
  };
}

type Settle = (leaf: LeafProgram) => LeafProgram;

function replaced(group: GroupProgram, place: LeafPlace, settle: Settle): GroupProgram {
  const children = below(group.children, place, settle);
  const { each } = group;
  const { instance } = place;
  if (!each || instance === undefined) return { ...group, children };
  return { ...group, each: { ...each, childrenOf: (id) => (id === instance ? children : group.children) } };
}

function below(children: readonly NodeProgram[], place: LeafPlace, settle: Settle): readonly NodeProgram[] {
  return children.map((child) => {
    if (child.kind === "group") return replaced(child, place, settle);
    return child.key === place.key ? settle(child) : child;
  });
}

/** Nothing limits, rounds or multiplies what is stated. */
function settled(leaf: LeafProgram, points: Amount, { factor }: SheetProgram, display: Display): LeafProgram {
  const exact = formatAmount(points);
  const award: Award = {
    points,
    steps: [],
    hull: pointHull(points),
    awarded: { exact, display: display(points) },
    bounds: { least: exact, most: exact, tight: true },
    contribution: formatAmount(times(points, factor)),
    shortfall: formatAmount(times(minus(leaf.points, points), factor)),
  };
  const rule: BoundRule = { reads: [], award: () => award, hull: () => award.hull };
  return { ...leaf, rule, raw: [], whenMissing: undefined, coefficient: undefined };
}
