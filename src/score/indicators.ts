/** Indicators as a fact sheet names them: `component/id`, or the bare id where only one sheet has it. */
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
