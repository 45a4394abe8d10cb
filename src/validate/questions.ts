/** How questions are joined: `all`, `any`, `not`, `at_least_n`, about an enterprise or about one entry of a list. */
import type { DocumentValue } from "../model/document.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { theOneKey } from "./dispatch.js";
import { all } from "./given.js";
import { positiveCount } from "./scalars.js";
import { givenList, isGivenMapping, part, shape } from "./shape.js";
import { testKeys } from "./tests.js";
import { strictObject } from "./zod.js";

/** The four ways to join questions of one kind. */
export type Joined<C> =
  | { readonly kind: "all"; readonly of: readonly C[] }
  | { readonly kind: "any"; readonly of: readonly C[] }
  | { readonly kind: "not"; readonly of: C }
  | { readonly kind: "at_least_n"; readonly n: number; readonly of: readonly C[] };

export type ReadQuestion<C> = (
  value: { readonly [key: string]: DocumentValue },
  path: string,
  report: Report,
) => C | undefined;

export const allShape = strictObject({ all: part("conditions") });
export const anyShape = strictObject({ any: part("conditions") });
export const notShape = strictObject({ not: part("condition") });
export const atLeastNShape = strictObject({ at_least_n: part("at-least-n") });
export const atLeastNPartsShape = strictObject({ n: positiveCount, of: part("conditions") });

/** Keys that belong to a question about one thing, whatever it is about. */
const BESIDE: readonly string[] = [...Object.keys(testKeys), "within", "where", "count", "points"];

/** `leaves` are the questions that are not joins, by the key that tells them apart. */
export function readQuestion<C>(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
  leaves: Readonly<Record<string, ReadQuestion<C>>>,
  join: (joined: Joined<C>) => C,
): C | undefined {
  if (value === undefined || !isGivenMapping(value, path, report)) return undefined;
  const kind = theOneKey(value, ["all", "any", "not", "at_least_n", ...Object.keys(leaves)], path, report, {
    beside: BESIDE,
  });
  if (kind === undefined) return undefined;
  const leaf = Object.hasOwn(leaves, kind) ? leaves[kind] : undefined;
  if (leaf) return leaf(value, path, report);

  const readPart = (each: DocumentValue | undefined, at: string) => readQuestion(each, at, report, leaves, join);
  const readParts = (list: DocumentValue | undefined, at: string) =>
    all(givenList(list, at, report)?.map((each, i) => readEach(each, pointer(at, i))));
  const readEach = (each: DocumentValue, at: string) => {
    if (each === null) report.add("empty-entry", at);
    return each === null ? undefined : readPart(each, at);
  };
  const joined = readJoined(kind, value, path, report, readPart, readParts);
  return joined && join(joined);
}

function readJoined<C>(
  kind: string,
  value: DocumentValue,
  path: string,
  report: Report,
  readPart: (value: DocumentValue | undefined, path: string) => C | undefined,
  readParts: (value: DocumentValue | undefined, path: string) => readonly C[] | undefined,
): Joined<C> | undefined {
  const at = pointer(path, kind);
  if (kind === "all") {
    const { ok, fields } = shape(allShape, value, path, report);
    const of = readParts(fields.all, at);
    return ok && of ? { kind, of } : undefined;
  }
  if (kind === "any") {
    const { ok, fields } = shape(anyShape, value, path, report);
    const of = readParts(fields.any, at);
    return ok && of ? { kind, of } : undefined;
  }
  if (kind === "not") {
    const { ok, fields } = shape(notShape, value, path, report);
    const of = readPart(fields.not, at);
    return ok && of !== undefined ? { kind, of } : undefined;
  }
  const outer = shape(atLeastNShape, value, path, report);
  const { ok, fields } = shape(atLeastNPartsShape, outer.fields.at_least_n, at, report);
  const of = readParts(fields.of, pointer(at, "of"));
  if (!outer.ok || !ok || !of) return undefined;
  const n = Number(fields.n);
  if (n <= of.length) return { kind: "at_least_n", n, of };
  report.add("n-too-large", pointer(at, "n"), { n, limit: of.length });
  return undefined;
}
