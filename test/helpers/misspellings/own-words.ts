/** Words of the author in a fact sheet, looked at while scoring: fact ids, and the keys and kinds of an event. */
import { node, scheme, scorer, sheet } from "../build/rubric.js";
import type { WordPlace } from "./places.js";

type OwnPlace = Pick<WordPlace, "word" | "allowed"> & {
  /** What is suggested when this stands in the place of the word; undefined when nothing is found wrong. */
  readonly nearestTo: (written: string) => readonly string[] | undefined;
};

const IDS = [
  "tax_grade",
  "campaigns",
  "training_rate",
  "has_policy",
  "has_ledger",
  "fines",
  "revenue",
  "staff",
  "经营年限",
];
const KINDS = ["warning", "fine", "closure"];
const FIELDS = ["amount", "own_fault", "days_to_correct"];

export function ownPlaces(): Readonly<Record<string, readonly OwnPlace[]>> {
  const events = {
    type: "events",
    kinds: KINDS,
    fields: Object.fromEntries(FIELDS.map((name) => [name, { type: "integer", optional: true }])),
  };
  const facts = Object.fromEntries(IDS.map((id) => [id, id === "fines" ? events : { type: "integer" }]));
  const score = scorer(sheet({ facts, indicators: [node("L", 100, judged)] }), scheme());
  const nearestIn = (supplied: object, path: string) => {
    const found = score({ facts: supplied }).findings.filter((each) => each.path === path);
    const told = found.find((each) => each.data?.["nearest"] !== undefined);
    return told?.data?.["nearest"] as readonly string[] | undefined;
  };
  const entry = { date: "2023-01-01", kind: "fine" };
  const keys = ["date", "kind", ...FIELDS];
  return {
    "fact ids": IDS.map((word) => ({
      word,
      allowed: IDS,
      nearestTo: (written) => nearestIn({ [written]: 1 }, `/facts/${written}`),
    })),
    "event keys": keys.map((word) => ({
      word,
      allowed: keys,
      nearestTo: (written) => nearestIn({ fines: [{ ...entry, [written]: 1 }] }, `/facts/fines/0/${written}`),
    })),
  };
}

const judged = { scoring: { rule: "judged", range: { at_least: 0, at_most: 100 }, step: 1 } };
