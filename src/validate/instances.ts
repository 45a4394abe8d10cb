/** `instances:` of a sheet: the lists of things that a fact sheet names one by one, such as building projects. */
import type { DocumentValue } from "../model/document.js";
import type { InstanceList } from "../model/rubric.js";
import { pointer } from "../base/pointer.js";
import { hints } from "../messages/validate.js";
import { readMap } from "./given.js";
import type { Report } from "./report.js";
import { isMapping, part, shape } from "./shape.js";
import { readTitle } from "./titles.js";
import { strictObject } from "./zod.js";

export const instanceListShape = strictObject({ title: part("title") });

/** The lists that could be read; `check` also knows those that are there and could not. */
export interface InstanceLists {
  readonly entries: readonly InstanceList[];
  /** Whether a list that `each:` names is declared; what is not is reported. */
  readonly check: (list: string, path: string, report: Report) => boolean;
}

export function readInstanceLists(value: DocumentValue | undefined, report: Report): InstanceLists {
  const { entries } = readMap(value, "/instances", report, (id, list, path): InstanceList | undefined => {
    const { ok, fields } = shape(instanceListShape, list, path, report);
    const title = readTitle(fields.title, pointer(path, "title"), report);
    return ok && title !== undefined ? { id, title, path } : undefined;
  });
  const known = isMapping(value) ? Object.keys(value) : [];
  // A mapping that cannot be read says nothing about what is in it.
  const unreadable = value !== undefined && !isMapping(value);
  return {
    entries,
    check(list, path, about) {
      if (known.includes(list) || unreadable) return true;
      const near = about.nearest(list, known);
      const hint = near.length > 0 ? hints.didYouMean : undefined;
      about.add("instances-undeclared", path, { list, nearest: near }, { hint });
      return false;
    },
  };
}

/** A scheme asks about the enterprise as a whole. */
export const noInstanceLists: InstanceLists = {
  entries: [],
  check(list, path, report) {
    report.add("instances-undeclared", path, { list, nearest: [] }, { hint: hints.instancesInSheets });
    return false;
  },
};
