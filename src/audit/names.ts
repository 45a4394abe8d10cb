/** How a fact sheet and conditions call indicators: `component/indicator`, or the bare id where one component has it. */
import type { Assessment, NodeResult } from "../model/assessment.js";

/** An indicator of an instance has the name of the instance behind its own: `B1[p1]`. */
export function plain(name: string): string {
  const bracket = name.indexOf("[");
  return bracket >= 0 && name.endsWith("]") ? name.slice(0, bracket) : name;
}

export interface Named {
  readonly assessment: Pick<Assessment, "components">;
  /** By `component/id`, and a sheet by its component. */
  readonly nodes: ReadonlyMap<string, NodeResult>;
}

/** Every place that a name can mean. */
export function keysOf(name: string, { assessment: { components }, nodes }: Named): readonly string[] {
  if (name.includes("/")) return [name];
  return components.flatMap(({ id, root }) => {
    const key = `${id}/${name}`;
    return [...(id === name || root?.id === name ? [id] : []), ...(nodes.has(key) ? [key] : [])];
  });
}

/** A name that several sheets have names none of them. */
export function isOnly(keys: readonly string[], key: string): boolean {
  return keys.length === 1 && keys[0] === key;
}
