/** Bounds of `events` with entries that cannot be read hold whatever these turn out to be. */
import { expect, test } from "vitest";
import { compare, spelled } from "../../helpers/oracle/rational.js";
import { type Data, leafScorer, nodeAt } from "../../helpers/build/rubric.js";
import { type Random, makeRandom } from "../../helpers/random/prng.js";

const KINDS = ["a", "b"];
const DATES = ["2023-01-10", "2023-01-20", "2023-02-10"];
const MATTERS = ["x", "y", undefined];
const SIZES = ["1", "2"];

const readable = (by: Random): Data => entry(by.pick(KINDS), by.pick(DATES), by.pick(MATTERS), by.pick(SIZES));

function entry(kind: string, date: string, matter: string | undefined, size: string): Data {
  return { kind, date, size, ...(matter === undefined ? {} : { matter }) };
}

/** Everything that an entry can turn out to be: nothing, or any that has its kind. */
function completions(kind: string | undefined): readonly (Data | undefined)[] {
  const kinds = kind === undefined ? KINDS : [kind];
  return [
    undefined,
    ...kinds.flatMap((each) =>
      DATES.flatMap((date) => MATTERS.flatMap((matter) => SIZES.map((size) => entry(each, date, matter, size)))),
    ),
  ];
}

function ruleOf(by: Random): Data {
  const sign = by.pick(["down", "up", "both"]);
  const points = (): number => by.int(1, 4) * (sign === "down" ? -1 : sign === "up" ? 1 : by.pick([1, -1]));
  return {
    points: [
      { kind: "a", when: { field: "size", is: 1 }, points: points() },
      { kind: "a", points: points() },
      ...(by.chance(70) ? [{ kind: "b", points: points() }] : []),
      ...(sign === "up" ? [] : [{ when: { field: "size", is: 2 }, points: -1 }]),
    ],
    ...(by.chance(40) && sign !== "up" ? { restore: [{ when: { field: "size", is: 2 }, share: "0.5" }] } : {}),
    ...(by.chance(60) ? { once_per: by.pick([["matter"], ["month"], ["matter", "kind"], ["kind"]]) } : {}),
    ...(by.chance(60) ? { repeat: "double" } : {}),
    ...(by.chance(60) ? { at_most_count: by.int(1, 3) } : {}),
  };
}

const fact = {
  type: "events",
  kinds: KINDS,
  fields: { matter: { type: "text", optional: true }, size: { type: "integer" } },
};

test.each(Array.from({ length: 120 }, (_, i) => i))("rule %i", (i) => {
  const by = makeRandom(i + 1);
  const rule = ruleOf(by);
  const score = leafScorer({
    floor: "none",
    cap: "none",
    scoring: { rule: "events", fact, start: "zero", ...rule },
  });
  const worth = (entries: readonly Data[]) => nodeAt(score({ facts: { L: entries } }), "L");
  const known = Array.from({ length: by.int(0, 4) }, () => readable(by));
  const kinds = by.chance(25) ? [by.pick([...KINDS, undefined]), "a"] : [by.pick([...KINDS, undefined])];
  const doubtful = kinds.map((kind): Data => ({ ...(kind === undefined ? {} : { kind }), date: "no day", size: 1 }));
  const place = by.int(0, known.length);
  const around = (others: readonly Data[]): readonly Data[] => [
    ...known.slice(0, place),
    ...others,
    ...known.slice(place),
  ];
  const { least, most } = worth(around(doubtful)).bounds!;
  const options = kinds.map(completions);
  const all =
    options.length === 1
      ? options[0]!.map((one) => [one])
      : options[0]!.flatMap((one) =>
          by
            .shuffle(options[1]!)
            .slice(0, 6)
            .map((other) => [one, other]),
        );
  for (const some of all) {
    const points = worth(around(some.filter((one) => one !== undefined))).awarded!.exact;
    const inside = compare(spelled(least!), spelled(points)) <= 0 && compare(spelled(points), spelled(most!)) <= 0;
    expect(inside, JSON.stringify({ rule, known, some, points, least, most })).toBe(true);
  }
});
