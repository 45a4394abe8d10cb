/** Declarations of facts: what an enterprise may be asked, and in which type the answer comes. */
import type { DocumentValue } from "../model/document.js";
import type { ChoiceFact, EventsFact, FactDeclaration, FactType, NumberFact, PlainFact } from "../model/fact.js";
import type { Interval } from "../model/numbers.js";
import type { Title } from "../model/rubric.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { readDerivation } from "./derivations.js";
import { declaredDomain, isEmpty } from "./domain.js";
import { theWord } from "./dispatch.js";
import { readFields } from "./fields.js";
import { given, readMap } from "./given.js";
import type { InstanceLists } from "./instances.js";
import { readInterval, reportEmpty } from "./intervals.js";
import { readOptions } from "./options.js";
import { id, oneOf, text, yesNo } from "./scalars.js";
import { isGivenMapping, part, shape } from "./shape.js";
import { readTitle } from "./titles.js";
import { optional, strictObject } from "./zod.js";

const commonKeys = {
  title: optional(part("title")),
  unit: optional(text),
  evidence: optional(oneOf(["required", "optional"])),
  record: optional(oneOf(["required", "optional"])),
  owner: optional(text),
  personal: optional(yesNo),
  mutable: optional(yesNo),
  each: optional(id),
};

export const plainFactShape = strictObject({ type: oneOf(["boolean", "date", "text", "credit-code"]), ...commonKeys });
export const numberFactShape = strictObject({
  type: oneOf(["integer", "decimal"]),
  ...commonKeys,
  range: optional(part("interval")),
  derive: optional(part("derivation")),
});
export const choiceFactShape = strictObject({
  type: oneOf(["choice", "choices"]),
  ...commonKeys,
  options: part("options"),
});
export const eventsFactShape = strictObject({
  type: oneOf(["events"]),
  ...commonKeys,
  kinds: optional(part("options")),
  fields: optional(part("fields")),
});

/** Where a declaration stands, and what it inherits when it stands inside an indicator. */
export interface FactPlace {
  readonly id: string;
  readonly path: string;
  readonly title?: Title | undefined;
}

export function readFacts(
  value: DocumentValue | undefined,
  report: Report,
): { ok: boolean; entries: readonly FactDeclaration[] } {
  return readMap(value, "/facts", report, (id, declaration, path) =>
    readFact(declaration, { id, path }, report.about("fact", id)),
  );
}

export function readFact(value: DocumentValue, place: FactPlace, report: Report): FactDeclaration | undefined {
  if (!isGivenMapping(value, place.path, report)) return undefined;
  const type = theWord(value, "type", Object.keys(READERS) as FactType[], place.path, report);
  return type && READERS[type](value, place, report);
}

type Reader = (value: DocumentValue, place: FactPlace, report: Report) => FactDeclaration | undefined;

const READERS: { readonly [T in FactType]: Reader } = {
  boolean: readPlainFact,
  integer: readNumberFact,
  decimal: readNumberFact,
  date: readPlainFact,
  choice: readChoiceFact,
  choices: readChoiceFact,
  text: readPlainFact,
  events: readEventsFact,
  "credit-code": readPlainFact,
};

function readPlainFact(value: DocumentValue, place: FactPlace, report: Report): PlainFact | undefined {
  const { ok, fields } = shape(plainFactShape, value, place.path, report);
  const common = readCommon(fields, place, report);
  return ok && common ? { ...common, type: fields.type } : undefined;
}

function readNumberFact(value: DocumentValue, place: FactPlace, report: Report): NumberFact | undefined {
  const { ok, fields } = shape(numberFactShape, value, place.path, report);
  const common = readCommon(fields, place, report);
  const range = readRange(fields.range, pointer(place.path, "range"), report);
  const derive = readDerivation(fields.derive, pointer(place.path, "derive"), report);
  if (!ok || !common || !range || (fields.derive !== undefined && !derive)) return undefined;
  if (derive && fields.record !== undefined) {
    report.add("record-of-derived", pointer(place.path, "record"), { fact: place.id }, { part: "key" });
    return undefined;
  }
  if (derive && fields.personal === true) {
    report.add("personal-of-derived", pointer(place.path, "personal"), { fact: place.id }, { part: "key" });
    return undefined;
  }
  const fact: NumberFact = given({ ...common, type: fields.type, range, derive });
  if (!isEmpty(declaredDomain(fact))) return fact;
  reportEmpty(range, pointer(place.path, "range"), report);
  return undefined;
}

function readChoiceFact(value: DocumentValue, place: FactPlace, report: Report): ChoiceFact | undefined {
  const { ok, fields } = shape(choiceFactShape, value, place.path, report);
  const common = readCommon(fields, place, report);
  const options = readOptions(fields.options, pointer(place.path, "options"), report);
  return ok && common && options ? { ...common, type: fields.type, options } : undefined;
}

function readEventsFact(value: DocumentValue, place: FactPlace, report: Report): EventsFact | undefined {
  const { ok, fields } = shape(eventsFactShape, value, place.path, report);
  const common = readCommon(fields, place, report);
  const kinds = readOptions(fields.kinds, pointer(place.path, "kinds"), report);
  const entries = readFields(fields.fields, pointer(place.path, "fields"), report);
  if (!ok || !common || !entries || (fields.kinds !== undefined && !kinds)) return undefined;
  return given({ ...common, type: "events" as const, kinds, fields: entries });
}

/** Facts of instances belong to a list that is there. */
export function checkFactLists(
  facts: ReadonlyMap<string, FactDeclaration>,
  lists: InstanceLists,
  report: Report,
): void {
  for (const { id: fact, each, path } of facts.values()) {
    if (each !== undefined) lists.check(each, pointer(path, "each"), report.about("fact", fact));
  }
}

/** No range is every number. */
function readRange(value: DocumentValue | undefined, path: string, report: Report): Interval | undefined {
  return value === undefined ? {} : readInterval(value, path, report);
}

interface CommonFields {
  readonly title?: DocumentValue | undefined;
  readonly unit?: string | undefined;
  readonly evidence?: "required" | "optional" | undefined;
  readonly record?: "required" | "optional" | undefined;
  readonly owner?: string | undefined;
  readonly personal?: boolean | undefined;
  readonly mutable?: boolean | undefined;
  readonly each?: string | undefined;
}

function readCommon(fields: CommonFields, place: FactPlace, report: Report) {
  const { title, unit, evidence, record, owner, personal, mutable, each } = fields;
  const read = readTitle(title, pointer(place.path, "title"), report);
  if (title !== undefined && read === undefined) return undefined;
  const { id, path } = place;
  // Written out or not, an ordinary fact is declared alike.
  const marked = personal === true ? { personal } : {};
  return given({ id, title: read ?? place.title, unit, evidence, record, owner, ...marked, mutable, each, path });
}
