/** Indicators as a fact sheet names them: `component/id`, or the bare id where only one sheet has it. */
import { nearest } from "../base/nearest.js";
import type { NodeProgram } from "../compile/program.js";
import type { Selected } from "./selection.js";

export interface Found {
  readonly program: NodeProgram;
}

export function resolveIndicator(name: string, selected: readonly Selected[]): Found | undefined {
  // Ids hold no slash, so the first one ends the component.
  const slash = name.indexOf("/");
  const sheets = slash < 0 ? selected : selected.filter(({ component }) => component.id === name.slice(0, slash));
  const id = name.slice(slash + 1);
  const found = sheets.flatMap(({ sheet }) => sheet?.nodes.get(id) ?? []);
  return found.length === 1 ? { program: found[0]! } : undefined;
}

/** What a name that finds nothing may have meant: the same id in full, where several sheets have it; else what is near. */
export function nearestIndicators(
  name: string,
  selected: readonly Selected[],
  wanted: (program: NodeProgram) => boolean,
): readonly string[] {
  const places = selected.flatMap(({ component, sheet }) =>
    [...(sheet?.nodes.values() ?? [])].filter(wanted).map(({ node }) => ({ component: component.id, id: node.id })),
  );
  const wantedId = name.slice(name.indexOf("/") + 1);
  const same = places.filter(({ id }) => id === wantedId);
  if (same.length > 0) return same.map(({ component, id }) => `${component}/${id}`);
  return nearest(name, [...new Set(places.map(({ id }) => id))]);
}
