/** Ids that must be unique among their like. */
import { places } from "../messages/validate.js";
import { pointer } from "../base/pointer.js";
import type { Report } from "./report.js";

export interface Named {
  readonly id: string | undefined;
  readonly path: string;
  readonly report: Report;
}

/** The second of two equal ids is the wrong one, and says where the first is. What is in it needs no word of its own. */
export function checkUnique(named: readonly Named[]): void {
  const first = new Map<string, string>();
  let repeated: string | undefined;
  for (const { id, path, report } of named) {
    if (id === undefined || (repeated !== undefined && path.startsWith(`${repeated}/`))) continue;
    const before = first.get(id);
    const at = pointer(path, "id");
    if (before === undefined) first.set(id, at);
    else {
      repeated = path;
      report.add("duplicate-id", at, { id }, { related: [{ path: before, message: places.firstHere }] });
    }
  }
}
