/** Entries of a list: left out, put inside the period, there once more, or with another word in one field. */
import { factTitle, optionTitle } from "../explain/facts.js";
import { fieldTitle, kindTitle } from "../explain/fields.js";
import { type Telling, listed, say } from "../explain/telling.js";
import type { Read } from "../model/assessment.js";
import type { EventsFact, SuppliedValue } from "../model/fact.js";
import type { ObjectionChange, ObjectionEntry, ObjectionTrial } from "../model/objection.js";
import type { Change } from "./bench.js";
import { saidBy, withFact } from "./fact-sheet.js";
import { type Ground, deciding } from "./ground.js";

/** One at a time; and all that count left out together. */
export function entryTrials(
  declared: Pick<EventsFact, "kinds" | "fields">,
  read: Read,
  ground: Ground,
): readonly ObjectionTrial[] {
  const { factSheet, owner } = ground;
  const list = saidBy(factSheet, owner)?.facts.find(({ id }) => id === read.fact)?.value;
  if (read.state !== "given" || !Array.isArray(list)) return [];
  const place: Listed = { fact: read.fact, entries: list as readonly Entry[], ground };
  const of = ground.entries.filter(({ fact }) => fact === read.fact);
  const where = (holds: (entry: ObjectionEntry) => boolean): readonly number[] => [
    ...new Set(of.filter(holds).map(({ index }) => index)),
  ];
  const counting = where(({ excluded }) => excluded === null);
  const outside = where(({ excluded, window }) => excluded === "window" && window !== null);
  const giving = where((entry) => entry.excluded === null && isGain(entry));
  return [
    ...counting.flatMap((index) => deciding(leftOut([index], place), ground)),
    ...(counting.length > 1 ? deciding(leftOut(counting, place), ground) : []),
    ...outside.flatMap((index) => deciding(inWindow(index, place), ground)),
    ...giving.flatMap((index) => repeated(index, place)),
    ...where(() => true).flatMap((index) => restated(index, declared, place)),
  ];
}

type Entry = Readonly<Record<string, SuppliedValue>>;

interface Listed {
  readonly fact: string;
  readonly entries: readonly Entry[];
  readonly ground: Ground;
}

/** What is only counted is counted because it is worth something. */
function isGain({ points }: ObjectionEntry): boolean {
  return points === null || (points !== "0" && !points.startsWith("-"));
}

type Becomes = Extract<ObjectionChange, { readonly kind: "entries" }>["becomes"];

function changeOf(
  places: readonly number[],
  becomes: Becomes,
  times: number,
  value: readonly Entry[],
  { fact, ground: { factSheet, owner, telling } }: Listed,
): Change {
  return {
    change: { kind: "entries", fact, entries: places, becomes, times },
    text: entriesText(fact, places, becomes, times, telling),
    factSheet: withFact(factSheet, owner, fact, value),
  };
}

function leftOut(places: readonly number[], place: Listed): Change {
  const left = new Set(places);
  return changeOf(
    places,
    "left-out",
    0,
    place.entries.filter((_, i) => !left.has(i)),
    place,
  );
}

/** On the as-of date, which every period holds that ends on it. */
function inWindow(index: number, place: Listed): Change {
  const date = place.ground.factSheet.asOf;
  const entries = place.entries.map((entry, i) => (i === index ? { ...entry, date } : entry));
  return changeOf([index], "in-window", 1, entries, place);
}

/** As often as it takes, three times at most. */
function repeated(index: number, place: Listed): readonly ObjectionTrial[] {
  for (let times = 1; times <= MOST_TIMES; times += 1) {
    const more = Array.from({ length: times }, () => place.entries[index]!);
    const trials = deciding(changeOf([index], "repeated", times, [...place.entries, ...more], place), place.ground);
    if (trials.length > 0) return trials;
  }
  return [];
}

const MOST_TIMES = 3;

/** Another kind, another option, yes for no. */
function restated(
  index: number,
  { kinds = [], fields }: Pick<EventsFact, "kinds" | "fields">,
  place: Listed,
): readonly ObjectionTrial[] {
  const { fact, entries, ground } = place;
  const { factSheet, owner, telling } = ground;
  const words: readonly (readonly [field: string, words: readonly (string | boolean)[]])[] = [
    ["kind", kinds.map(({ id }) => id)],
    ...fields.map(({ name, type, options = [] }) => {
      const known = type === "boolean" ? [true, false] : type === "choice" ? options.map(({ id }) => id) : [];
      return [name, known] as const;
    }),
  ];
  return words.flatMap(([field, known]) => {
    const old = entries[index]![field];
    const from = typeof old === "string" || typeof old === "boolean" ? old : null;
    return known
      .filter((to) => to !== from)
      .flatMap((to) => {
        const value = entries.map((entry, i) => (i === index ? { ...entry, [field]: to } : entry));
        const text = restatedText(fact, index, field, from, to, telling);
        const change = { kind: "entry", fact, entry: index, field, from, to } as const;
        return deciding({ change, text, factSheet: withFact(factSheet, owner, fact, value) }, ground);
      });
  });
}

function entriesText(
  fact: string,
  places: readonly number[],
  becomes: Becomes,
  times: number,
  telling: Telling,
): string {
  const title = factTitle(fact, telling);
  const numbers = listed(
    places.map((place) => String(place + 1)),
    telling,
  );
  switch (becomes) {
    case "left-out":
      return say(telling, `${title}不计第 ${numbers} 条`, `${title} without ${entryWord(places)} ${numbers}`);
    case "in-window":
      return say(telling, `${title}第 ${numbers} 条在期间之内`, `${title}, entry ${numbers} inside the period`);
    case "repeated":
      return say(
        telling,
        `${title}另有 ${times} 条与第 ${numbers} 条相同`,
        `${title} with ${times} more like entry ${numbers}`,
      );
  }
}

function entryWord(places: readonly number[]): string {
  return places.length === 1 ? "entry" : "entries";
}

function restatedText(
  fact: string,
  index: number,
  field: string,
  from: string | boolean | null,
  to: string | boolean,
  telling: Telling,
): string {
  const title = factTitle(fact, telling);
  const [was, is] = [from, to].map((value) => wordText(fact, field, value, telling)) as [string, string];
  const name = field === "kind" ? say(telling, "类别", "kind") : fieldTitle(field, fact, telling);
  return say(
    telling,
    `${title}第 ${index + 1} 条的${name}：${was} → ${is}`,
    `${title}, ${name} of entry ${index + 1}: ${was} → ${is}`,
  );
}

function wordText(fact: string, field: string, value: string | boolean | null, telling: Telling): string {
  if (value === null) return say(telling, "没有填写", "not stated");
  if (typeof value === "boolean") return value ? say(telling, "是", "yes") : say(telling, "否", "no");
  if (field === "kind") return kindTitle(value, fact, telling);
  const declared = telling.facts.get(fact);
  const options = declared?.type === "events" ? declared.fields.find(({ name }) => name === field)?.options : undefined;
  return optionTitle(value, options, telling);
}
