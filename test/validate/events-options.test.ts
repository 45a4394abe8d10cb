/** What is refused about the options of the rule `events`. */
import { expect, test } from "vitest";
import { foundInRubric, sheetOf } from "./documents.js";

const FACTS = "e: { type: events, kinds: [a], fields: { n: { type: integer }, what: { type: text, optional: true } } }";

const found = (options: string): readonly string[] =>
  foundInRubric(
    sheetOf({
      facts: FACTS,
      leaf: `floor: 0\nscoring: { rule: events, fact: e, start: full, points: [{ points: -1 }], ${options} }`,
    }),
  ).map((each) => each.replace("/indicators/0/scoring", "…").replace(/ \d+:\d+/, ""));

test.each([
  ["once_per: [wht]", 'field-undeclared …/once_per/0 "wht"'],
  ["once_per: [month, month]", 'duplicate-entry …/once_per/1 "month"'],
  ["once_per: []", 'empty-list …/once_per "[]"'],
  ["once_per: month", 'not-a-list …/once_per "month"'],
  ["repeat: triple", 'not-one-of …/repeat "triple"'],
  ["at_most_count: 0", 'not-positive …/at_most_count "0"'],
  ["at_most_count: 1.5", 'not-whole …/at_most_count "1.5"'],
  ["restore: [{ share: -0.5 }]", 'share-out-of-range …/restore/0/share "-0.5"'],
  ["restore: [{ share: 1.01 }]", 'share-out-of-range …/restore/0/share "1.01"'],
  ["restore: [{ share: half }]", 'not-a-number …/restore/0/share "half"'],
  ["restore: [{ points: 0 }]", 'not-positive …/restore/0/points "0"'],
  ["restore: [{ points: -1 }]", 'not-positive …/restore/0/points "-1"'],
  ["restore: [{ share: 1, points: 1 }]", 'several-kinds …/restore/0/points "points"'],
  ["restore: [{ when: { field: n, at_most: 7 } }]", 'no-kind …/restore/0 "when"'],
  ["restore: [{ share: 1 }, { when: { field: n, is: 1 }, share: 0 }]", 'missing-key …/restore/0 "share"'],
  ["restore: [{ when: { field: m, at_most: 7 }, share: 1 }]", 'field-undeclared …/restore/0/when/field "m"'],
  [
    "restore: [{ when: { field: n, missing: true }, share: 1 }]",
    'field-never-missing …/restore/0/when/missing "missing"',
  ],
  ["restore: [{ shar: 1 }]", 'unknown-key …/restore/0/shar "shar"'],
  ["restore: []", 'empty-list …/restore "[]"'],
])("%s", (options, finding) => {
  expect(found(options)).toEqual([finding]);
});
