/** `counts_as`: bonus and deduction stand outside the points of their group. What that asks for, and what it refuses. */
import type { CountsAs } from "../model/rubric.js";
import { compare, exact } from "../base/exact.js";
import { pointer } from "../base/pointer.js";
import { hints } from "../messages/validate.js";
import { divides } from "./combination.js";
import type { NodeDraft } from "./nodes.js";
import type { Report } from "./report.js";
import { oneOf } from "./scalars.js";
import { optional } from "./zod.js";

export const countingKeys = {
  counts_as: optional(oneOf(["ordinary", "bonus", "deduction"])),
  absorbed_by: optional(oneOf(["section", "sheet", "none"])),
};

export const ORDINARY: CountsAs = { kind: "ordinary" };

interface CountingFields {
  readonly counts_as?: CountsAs["kind"] | undefined;
  readonly absorbed_by?: "section" | "sheet" | "none" | undefined;
  readonly floor?: unknown;
}

/** Keys that say something a deduction, or a bonus, has no use for. */
const REFUSED: Readonly<Record<CountsAs["kind"], readonly string[]>> = {
  ordinary: ["absorbed_by"],
  bonus: ["if_not_applicable", "weight"],
  deduction: [
    "points",
    "cap",
    "absorbed_by",
    "if_not_applicable",
    "renormalise",
    "combine",
    "weight",
    "each",
    "weight_by",
  ],
};

/** Undefined after reporting why. */
export function readCountsAs(
  fields: CountingFields,
  wrong: ReadonlySet<string>,
  path: string,
  report: Report,
): CountsAs | undefined {
  if (wrong.has("counts_as")) return undefined;
  const kind = fields.counts_as ?? "ordinary";
  const refused = REFUSED[kind].filter((key) => (fields as Readonly<Record<string, unknown>>)[key] !== undefined);
  for (const key of refused) {
    const hint = key === "absorbed_by" ? hints.onlyBonus : hints.refusedBy[kind];
    report.add("counts-as-key", pointer(path, key), { key, kind }, { part: "key", hint });
  }
  if (kind === "deduction" && fields.floor === undefined && !wrong.has("floor"))
    report.add("deduction-floor-unstated", path, {}, { part: "holder" });
  if (kind !== "bonus") return { kind };
  const { absorbed_by: absorbedBy } = fields;
  if (absorbedBy !== undefined) return { kind, absorbedBy };
  if (!wrong.has("absorbed_by")) report.add("absorbed-by-unstated", path, {}, { part: "holder" });
  return undefined;
}

/** The children that add up to the points of their group; undefined where that cannot be told. */
export function ordinaryOf(children: readonly NodeDraft[]): readonly NodeDraft[] | undefined {
  return children.every(({ countsAs }) => countsAs) ? children.filter(isOrdinary) : undefined;
}

export function isOrdinary({ countsAs }: Pick<NodeDraft, "countsAs">): boolean {
  return countsAs?.kind === "ordinary";
}

/** A bonus that a group or the sheet absorbs is held by its points: that is what `absorbed_by` says, and `cap` need not. */
export function absorbs(children: readonly NodeDraft[] | undefined, isSheet: boolean): boolean {
  if (!children) return false;
  const isHeld = ({ countsAs }: NodeDraft): boolean => countsAs?.kind === "bonus" && countsAs.absorbedBy === "section";
  return children.some(isHeld) || (isSheet && children.some(joinsSheet));
}

function joinsSheet({ countsAs, children }: NodeDraft): boolean {
  return (countsAs?.kind === "bonus" && countsAs.absorbedBy === "sheet") || (children?.some(joinsSheet) ?? false);
}

/** A group, or the sheet itself. */
export type Holder = Pick<
  NodeDraft,
  "id" | "path" | "report" | "points" | "cap" | "level" | "countsAs" | "combine" | "renormalise" | "children"
>;

/** Which kinds stand together, and that no cap on the way contradicts what a bonus says. */
export function checkCounting(holder: Holder, above: readonly Holder[] = []): void {
  const { children } = holder;
  if (!children) return;
  if (holder.countsAs && children.every(({ countsAs }) => countsAs)) checkMembers(holder, children);
  const way = [holder, ...above];
  for (const child of children) {
    checkAbsorbed(child, way);
    checkCounting(child, way);
  }
}

function checkMembers({ countsAs, path, report, combine, renormalise }: Holder, children: readonly NodeDraft[]): void {
  if (countsAs?.kind === "deduction") {
    for (const child of children) {
      if (child.countsAs?.kind !== "deduction")
        child.report.add("inside-deduction", child.path, {}, { part: "holder" });
    }
    return;
  }
  if (children.some(isOrdinary)) return;
  const bonuses = children.some((child) => child.countsAs?.kind === "bonus");
  if (countsAs?.kind === "bonus" && bonuses && !divides(combine, renormalise)) return;
  report.add("no-ordinary-indicator", pointer(path, "indicators"), {}, { part: "key" });
}

/** `way`: the groups above, the nearest first and the sheet last. */
function checkAbsorbed({ countsAs, path, report }: NodeDraft, way: readonly Holder[]): void {
  if (countsAs?.kind !== "bonus") return;
  const { absorbedBy } = countsAs;
  const limit = absorbedBy === "section" ? way[0]! : absorbedBy === "sheet" ? way.at(-1)! : undefined;
  const between = absorbedBy === "section" ? [] : absorbedBy === "sheet" ? way.slice(0, -1) : way;
  // Directly below the sheet, a bonus that nobody absorbs joins behind the cap.
  const stopping = absorbedBy === "none" && way.length === 1 ? undefined : between.find(isCapped);
  const wrong = stopping ?? (limit && !holdsAtPoints(limit) ? limit : undefined);
  if (!wrong) return;
  const data = { absorbed: absorbedBy, group: wrong.id ?? wrong.path, cap: wrong.cap! };
  report.add("absorbed-by-cap", pointer(path, "absorbed_by"), data, {
    hint: stopping ? hints.letThrough : hints.holdAtPoints,
  });
}

function isCapped({ cap }: Holder): boolean {
  return cap !== undefined && cap !== "none";
}

/** The cap of what absorbs is its points, stated or not. */
function holdsAtPoints({ cap, points }: Holder): boolean {
  if (cap === undefined || points === undefined) return true;
  return cap !== "none" && compare(exact(cap), exact(points)) === 0;
}
