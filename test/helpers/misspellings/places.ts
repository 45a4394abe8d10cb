/** Where a word of the language can stand: found out from the validator, by writing nonsense there. */
import type { Diagnostic } from "../../../src/model/diagnostic.js";
import type { DocumentValue } from "../../../src/model/document.js";
import { pointer } from "../../../src/base/pointer.js";
import { validateCasesDocument } from "../../../src/validate/cases.js";
import { validateFactSheetDocument } from "../../../src/validate/facts.js";
import { validateRubricDocument } from "../../../src/validate/rubric.js";
import { type Mapping, type Small, smallDocuments } from "./documents.js";

/** A word, and how a document looks and is told of with another word in its place. */
export interface WordPlace {
  readonly group: string;
  readonly word: string;
  /** Everything that can stand here. */
  readonly allowed: readonly string[];
  readonly documentWith: (written: string) => Small;
  /** Where the finding about it stands. */
  readonly pathOf: (written: string) => string;
}

/** Sets of words with a name of their own, told by a member. */
const GROUPS = [
  { member: "checklist", name: "rules" },
  { member: "boolean", name: "types" },
  { member: "true", name: "yes and no" },
] as const;

const NONSENSE = "qxqxqxqxqxqxqxqxqx";

/** One place for each word of each set of words that can stand together. */
export function wordPlaces(): readonly WordPlace[] {
  const found = new Map<string, WordPlace>();
  for (const small of smallDocuments()) {
    for (const { path, value } of mappingsIn(small.value, "")) {
      const allowed = allowedKeys(small, path, value);
      for (const key of allowed ?? []) {
        const place = keyPlace(small, path, value, key, allowed!);
        const signature = `${allowed!.join()} ${key} ${key in value}`;
        if (!found.has(signature)) found.set(signature, place);
        for (const word of wordsBehind(small, path, value, key)) {
          const name = `${word.allowed.join()} = ${word.word} ${word.allowed.length === 1 ? key : ""}`;
          if (!found.has(name)) found.set(name, word);
        }
      }
    }
  }
  return [...found.values()];
}

export function findingsOf({ kind, value }: Small): readonly Diagnostic[] {
  const document = { value, text: "", diagnostics: [], locate: () => undefined };
  return VALIDATE[kind](document).diagnostics;
}

export const VALIDATE = {
  rubric: validateRubricDocument,
  facts: validateFactSheetDocument,
  cases: validateCasesDocument,
} as const;

function allowedKeys(small: Small, path: string, value: Mapping): readonly string[] | undefined {
  const changed = { ...small, value: withValue(small.value, path, { ...value, [NONSENSE]: "1" }) };
  const told = findingsOf(changed).find((each) => each.path === pointer(path, NONSENSE) && each.code === "unknown-key");
  return told?.data?.["allowed"] as readonly string[] | undefined;
}

function keyPlace(small: Small, path: string, value: Mapping, key: string, allowed: readonly string[]): WordPlace {
  const { [key]: behind = "1", ...others } = value;
  return {
    group: `keys of a ${String(small.value["kind"])}`,
    word: key,
    allowed,
    documentWith: (written) => ({ ...small, value: withValue(small.value, path, { ...others, [written]: behind }) }),
    pathOf: (written) => pointer(path, written),
  };
}

function wordsBehind(small: Small, path: string, value: Mapping, key: string): readonly WordPlace[] {
  const at = pointer(path, key);
  const documentWith = (written: string): Small => ({
    ...small,
    value: withValue(small.value, path, { ...value, [key]: written }),
  });
  const told = findingsOf(documentWith(NONSENSE)).find((each) => each.path === at && each.data?.["got"] === NONSENSE);
  const allowed = (told?.data?.["allowed"] ?? []) as readonly string[];
  const group = GROUPS.find(({ member }) => allowed.includes(member))?.name ?? "other words";
  // What is written in braces is no word.
  const words = allowed.filter((word) => !word.startsWith("{"));
  return words.map((word) => ({ group, word, allowed, documentWith, pathOf: () => at }));
}

/** Every mapping of a document, itself included. */
function mappingsIn(value: DocumentValue, path: string): readonly { path: string; value: Mapping }[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Array.isArray(value) ? value.map((each, i) => [String(i), each] as const) : Object.entries(value);
  const below = entries.flatMap(([key, each]) => mappingsIn(each as DocumentValue, pointer(path, key)));
  return Array.isArray(value) ? below : [{ path, value: value as Mapping }, ...below];
}

function withValue(whole: Mapping, path: string, part: DocumentValue): Mapping {
  return replaced(whole, path.split("/").slice(1), part) as Mapping;
}

function replaced(value: DocumentValue, steps: readonly string[], part: DocumentValue): DocumentValue {
  const [first, ...rest] = steps;
  if (first === undefined) return part;
  if (Array.isArray(value)) return value.map((each, i) => (String(i) === first ? replaced(each, rest, part) : each));
  const mapping = value as Mapping;
  const key = first.replaceAll("~1", "/").replaceAll("~0", "~");
  return { ...mapping, [key]: replaced(mapping[key]!, rest, part) };
}
