/** One value of a record changed, removed or moved, one at a time: what a careless editor or a careful forger may do. */
import { replay } from "../../src/index.js";
import { canonicalJson } from "../../src/base/canonical.js";
import type { ScoreRecord } from "../../src/model/record.js";

type Json = { [key: string]: unknown };

export type Tampering = "changed" | "removed" | "moved";

export interface Tampered {
  readonly what: Tampering;
  readonly path: readonly string[];
  readonly record: unknown;
}

/** Every place below a record but `meta`; `every` takes one place of so many. */
export function* tamperings(record: ScoreRecord, every = 1): Generator<Tampered> {
  let place = 0;
  for (const path of placesOf(record)) {
    if (path[0] === "meta") continue;
    place += 1;
    if (place % every !== 0) continue;
    const key = path.at(-1)!;
    const value = valueAt(record, path);
    if (typeof value !== "object" || value === null)
      yield made(record, path, "changed", (holder) => (holder[key] = otherThan(value)));
    yield made(record, path, "removed", (holder) => {
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
    });
    const isMovable = Array.isArray(valueAt(record, path.slice(0, -1))) && Number(key) > 0;
    if (!isMovable) continue;
    const moved = made(record, path, "moved", (holder) => {
      const before = String(Number(key) - 1);
      [holder[key], holder[before]] = [holder[before], holder[key]];
    });
    // Two equal entries that change places change nothing.
    if (canonicalJson(moved.record) !== canonicalJson(record)) yield moved;
  }
}

/** Undefined: noticed, and the right part named. */
export function unnoticed({ what, path, record }: Tampered): string | undefined {
  const { verdict, parts } = replay(record);
  // Without its frame it is no record.
  if (verdict === "UNSUPPORTED") return undefined;
  const isNoticed = verdict === "RECORD_ALTERED" || verdict === "INPUTS_ALTERED";
  if (isNoticed && parts.length === 1 && expectedPart(path).test(parts[0]!)) return undefined;
  return `${what} /${path.join("/")}: ${verdict} ${parts.join(" ")}`;
}

function expectedPart([first, second]: readonly string[]): RegExp {
  if (first === "inputs" || first === "assessment") return new RegExp(`^/${first}$`);
  if (first === "rubrics") return new RegExp(`^(/rubrics/${second}|/digests/record)$`);
  if (first === "digests") return new RegExp(`^/digests/${second}$`);
  return /^\/digests\/record$/;
}

function* placesOf(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    yield [...path, key];
    yield* placesOf(part, [...path, key]);
  }
}

function valueAt(record: unknown, path: readonly string[]): unknown {
  return path.reduce((at, key) => (at as Json)[key], record);
}

function made(record: ScoreRecord, path: readonly string[], what: Tampering, change: (holder: Json) => void): Tampered {
  const copy = structuredClone(record);
  change(valueAt(copy, path.slice(0, -1)) as Json);
  return { what, path, record: copy };
}

function otherThan(value: unknown): unknown {
  if (typeof value === "string") return `${value}1`;
  if (typeof value === "boolean") return !value;
  return value === null ? "0" : Number(value) + 1;
}
