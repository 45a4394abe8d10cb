/** Options and kinds: a list of ids in the author's order, or a mapping from id to title. */
import type { DocumentValue } from "../model/document.js";
import type { Option } from "../model/fact.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { places } from "../messages/validate.js";
import { all, readMap } from "./given.js";
import { idProblem } from "./scalars.js";
import { givenList, isFilled, isMapping, isRight } from "./shape.js";
import { readTitle } from "./titles.js";

export function readOptions(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): readonly Option[] | undefined {
  if (isMapping(value)) return readTitled(value, path, report);
  const ids = all(
    givenList(value, path, report)?.map((id, i) =>
      isRight(idProblem, id, pointer(path, i), report) ? (id as string) : undefined,
    ),
  );
  return ids && areDistinct(ids, path, report) ? ids.map((id) => ({ id })) : undefined;
}

function readTitled(value: DocumentValue, path: string, report: Report): readonly Option[] | undefined {
  const { ok, entries } = readMap(value, path, report, (id, title, at): Option | undefined => {
    const read = isFilled(title, at, report) ? readTitle(title, at, report) : undefined;
    return read === undefined ? undefined : { id, title: read };
  });
  if (ok && entries.length === 0) report.add("empty-list", path, {});
  return ok && entries.length > 0 ? entries : undefined;
}

/** Each entry of a list of ids once. */
export function areDistinct(ids: readonly string[], path: string, report: Report): boolean {
  const first = new Map<string, number>();
  for (const [i, id] of ids.entries()) {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, i);
      continue;
    }
    const related = [{ path: pointer(path, before), message: places.firstHere }];
    report.add("duplicate-entry", pointer(path, i), { id }, { related });
  }
  return first.size === ids.length;
}
