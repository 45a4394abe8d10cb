/** The strict shape of one mapping: which keys it has, and what each holds. Reported key by key, so that a wrong one
 *  does not hide the others. */
import type { DiagnosticData, Text } from "../model/diagnostic.js";
import type { ValidateCode } from "../model/codes.js";
import type { DocumentValue } from "../model/document.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { hints } from "../messages/validate.js";
import { suggest } from "./suggest.js";
import { type Infer, type ZodMiniObject, type ZodMiniType, meta, unknown } from "./zod.js";

/** Fields that are right; all of them when `ok`. */
export type Shaped<T> =
  | { readonly ok: true; readonly fields: T; readonly wrong: ReadonlySet<string> }
  | {
      readonly ok: false;
      readonly fields: { readonly [K in keyof T]?: T[K] | undefined };
      /** Keys that are there and cannot be used, in contrast to keys that are not there. */
      readonly wrong: ReadonlySet<string>;
    };

/** Why one scalar is wrong, in our words. */
export interface Problem {
  readonly code: ValidateCode;
  readonly data?: DiagnosticData;
  readonly hint?: Text | undefined;
  /** The value may be long, and its key says enough. */
  readonly part?: "key" | undefined;
}

/** What JSON Schema should say of a value, for editors. */
export type SchemaWords = Readonly<Record<string, unknown>>;

/** A value that is checked by one function of ours; zod only calls it. */
export function checked<T extends DocumentValue>(
  problem: (value: DocumentValue) => Problem | undefined,
  words: SchemaWords,
): ZodMiniType<T> {
  const schema = unknown().check((payload) => {
    const found = payload.value === undefined ? missing : problem(payload.value as DocumentValue);
    if (found) payload.issues.push({ code: "custom", input: payload.value, params: { ...found } });
  }, meta(words));
  return schema as unknown as ZodMiniType<T>;
}

/** A part that a reader of its own looks at: anything here, a reference to `name` in a JSON Schema. */
export function part(name: string): ZodMiniType<DocumentValue> {
  return checked<DocumentValue>(() => undefined, named(name));
}

/** A reference to a definition of the JSON Schema. */
export function named(name: string): SchemaWords {
  return { $ref: `#/definitions/${name}` };
}

const missing: Problem = { code: "missing-key" };

/** Nothing given is nothing found: whoever looked for the mapping has said that it is missing. */
export function shape<S extends ZodMiniObject>(
  schema: S,
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): Shaped<Infer<S>> {
  if (!isGivenMapping(value, path, report)) return { ok: false, fields: {}, wrong: new Set() };
  const known = Object.keys(schema.shape as object);
  const empty = known.filter((key) => value[key] === null);
  for (const key of empty) report.add("empty-value", pointer(path, key), { key }, { part: "key" });
  const filled = empty.length === 0 ? value : without(value, empty);
  const result = schema.safeParse(filled);
  const wrong = new Set(empty);
  if (result.success) {
    const fields = result.data as Infer<S>;
    return empty.length === 0 ? { ok: true, fields, wrong } : { ok: false, fields, wrong };
  }
  const unknownKeys: string[] = [];
  const missingKeys: string[] = [];
  for (const issue of result.error.issues) {
    const key = String(issue.path[0]);
    if (issue.code === "unrecognized_keys") {
      unknownKeys.push(...issue.keys);
    } else if (filled[key] !== undefined) {
      wrong.add(key);
      const at = issue.path.reduce<string>((parent, step) => pointer(parent, String(step)), path);
      reportIssue(issue, filled[key], at, report);
    } else if (!wrong.has(key)) {
      missingKeys.push(key);
    }
  }
  const absent = known.filter((key) => value[key] === undefined);
  for (const key of reportKeys(unknownKeys, missingKeys, absent, known, path, report)) wrong.add(key);
  const right = known.filter((key) => !wrong.has(key) && filled[key] !== undefined);
  const fields = Object.fromEntries(right.map((key) => [key, filled[key]]));
  return { ok: false, fields: fields as Shaped<Infer<S>>["fields"], wrong };
}

/** A mapping, or a finding about what stands in its place; nothing given is nothing found. */
export function isGivenMapping(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): value is { readonly [key: string]: DocumentValue } {
  if (isMapping(value)) return true;
  if (value === null) report.add("empty-value", path, nameOf(path), { part: "key" });
  else if (value !== undefined) report.add("not-a-mapping", path, gotOf(value));
  return false;
}

/** The entries of a list that is not empty, or a finding about what stands in its place. */
export function givenList(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): readonly DocumentValue[] | undefined {
  if (value === undefined) return undefined;
  if (isList(value) && value.length > 0) return value;
  if (isList(value)) report.add("empty-list", path, nameOf(path));
  else if (value === null) report.add("empty-value", path, nameOf(path), { part: "key" });
  else report.add("not-a-list", path, gotOf(value));
  return undefined;
}

/** Whether anything stands behind a key of a mapping whose keys are the author's. */
export function isFilled(value: DocumentValue, path: string, report: Report): boolean {
  if (value === null) report.add("empty-value", path, nameOf(path), { part: "key" });
  return value !== null;
}

/** One value outside a shape, such as an entry of a list. */
export function isRight(
  problem: (value: DocumentValue) => Problem | undefined,
  value: DocumentValue,
  path: string,
  report: Report,
): boolean {
  const found = problem(value);
  if (found) report.add(found.code, path, found.data, { hint: found.hint });
  return !found;
}

export function isMapping(value: DocumentValue | undefined): value is { readonly [key: string]: DocumentValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: DocumentValue | undefined): value is readonly DocumentValue[] {
  return Array.isArray(value);
}

/** The last key of a path, as a name for what stands there. */
export function nameOf(path: string): { readonly key: string } {
  const last = path.slice(path.lastIndexOf("/") + 1);
  return { key: last.replaceAll("~1", "/").replaceAll("~0", "~") };
}

/** What was found, for data and sentences: the text itself when short. */
export function gotOf(value: DocumentValue): { readonly got: string } {
  const text = typeof value === "string" ? value : typeof value === "boolean" ? String(value) : "";
  return { got: text.length > 60 ? `${text.slice(0, 60)}…` : text };
}

function without(value: { readonly [key: string]: DocumentValue }, keys: readonly string[]): typeof value {
  const rest = Object.entries(value).filter(([key]) => !keys.includes(key));
  const copy = Object.create(null) as { [key: string]: DocumentValue };
  for (const [key, entry] of rest) copy[key] = entry;
  return copy;
}

type Issue = NonNullable<ReturnType<ZodMiniObject["safeParse"]>["error"]>["issues"][number];

function reportIssue(issue: Issue, value: DocumentValue, path: string, report: Report): void {
  if (issue.code === "custom") {
    const { code, data, hint, part } = issue.params as unknown as Problem;
    report.add(code, path, data ?? nameOf(path), { hint, part });
  } else {
    // Everything else that our schemas can complain about is a list where there is none.
    report.add("not-a-list", path, gotOf(value));
  }
}

/**
 * A misspelt key is one finding, not two: the key it stands for is not also reported as missing. Returns the keys that
 * misspelt ones stand for: they are there, and cannot be used.
 */
function reportKeys(
  unknownKeys: readonly string[],
  missingKeys: readonly string[],
  absent: readonly string[],
  known: readonly string[],
  path: string,
  report: Report,
): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const key of unknownKeys) {
    // A key that is there already is not meant a second time; one that is missing is the likeliest.
    const near = suggest(key, absent, missingKeys);
    for (const candidate of near) if (absent.includes(candidate)) meant.add(candidate);
    report.add(
      "unknown-key",
      pointer(path, key),
      { key, nearest: near, allowed: known },
      { part: "key", hint: near.length > 0 ? hints.didYouMean : hints.allowedKeys },
    );
  }
  for (const key of missingKeys) {
    if (!meant.has(key)) report.add("missing-key", path, { key }, { part: "holder" });
  }
  return meant;
}
