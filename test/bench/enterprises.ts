/** Random enterprises: every fact given, good ones likelier than bad, so that totals lie around the threshold. */
import type { Draw, DrawnFact } from "./makers.js";
import type { Enterprise, PlainEvent, PlainLeaf, PlainValue } from "./plain.js";
import { type Random, randomOf } from "./random.js";
import { AS_OF, type BenchRubric, judgedLeaves } from "./rubric.js";
import { steerer } from "./steer.js";

/** One row in twenty is steered to exactly 80: that is where arithmetic shows. */
const STEERED = 20;
const TRIES = 50;

export function drawEnterprises(rubric: BenchRubric, rows: number, seed: number): readonly Enterprise[] {
  const random = randomOf(seed);
  const judged = judgedLeaves(rubric);
  const draw = (round: boolean): Enterprise => drawEnterprise(rubric.facts, judged, round, random);
  const steer = steerer(rubric);
  const drawSteered = (): Enterprise => {
    for (let i = 0; i < TRIES; i += 1) {
      const steered = steer(draw(true));
      if (steered) return steered;
    }
    return draw(false);
  };
  return Array.from({ length: rows }, (_, row) => fromJson(row % STEERED === 0 ? drawSteered() : draw(false)));
}

/** As a service gets them, out of JSON: objects built key by key would be slow to read, for everybody. */
function fromJson(enterprise: Enterprise): Enterprise {
  return JSON.parse(JSON.stringify(enterprise)) as Enterprise;
}

/** `round`: numbers only where whole hundredths of points lie. */
function drawEnterprise(
  facts: readonly DrawnFact[],
  judged: readonly PlainLeaf[],
  round: boolean,
  random: Random,
): Enterprise {
  const drawn: Record<string, PlainValue> = {};
  for (const { id, draw } of facts) if (draw) drawn[id] = drawValue(draw, drawn, round, random);
  const judgements = judged.map((leaf) => [leaf.id, good(random, 0, Math.round(leaf.points * 100)) / 100] as const);
  return { facts: drawn, judgements: Object.fromEntries(judgements) };
}

function drawValue(
  draw: Draw,
  drawn: Readonly<Record<string, PlainValue>>,
  round: boolean,
  random: Random,
): PlainValue {
  switch (draw.draw) {
    case "yes":
      return random.chance(draw.share);
    case "number": {
      if (round && draw.round) return random.pick(draw.round);
      const scale = draw.places === 2 ? 100 : 1;
      return good(random, draw.low * scale, draw.high * scale) / scale;
    }
    case "part":
      return good(random, 0, drawn[draw.of] as number);
    case "option":
      return draw.options[Math.floor(draw.options.length * random.unit() ** 3)]!;
    case "subset":
      return draw.options.filter(() => random.chance(0.65));
    case "date":
      return drawDay(draw.from, draw.to, random);
    case "events":
      return drawEvents(draw.kinds, draw.often, random);
  }
}

/** Whole, with the high end the likelier. */
function good(random: Random, low: number, high: number): number {
  return Math.max(random.int(low, high), random.int(low, high));
}

/** Some of them after 2020 fall outside the windows, and some on their very edges. */
function drawEvents(kinds: readonly string[], often: number, random: Random): readonly PlainEvent[] {
  const n = Math.floor(random.unit() * (2 * often + 1));
  return Array.from({ length: n }, () => ({
    date: random.chance(0.05) ? AS_OF.replace("2023", "2020") : drawDay(2019, 2023, random),
    kind: random.pick(kinds),
    amount: random.int(1_000_00, 100_000_00) / 100,
    repaired: random.chance(0.4),
  }));
}

function drawDay(from: number, to: number, random: Random): string {
  const [year, month, day] = [random.int(from, to), random.int(1, 12), random.int(1, 28)];
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  // Nothing has happened after the as-of date.
  return text > AS_OF ? text.replace(String(year), String(year - 1)) : text;
}

/** The fact sheet of one enterprise, as `readFactSheet` takes it. */
export function factSheetOf({ facts, judgements }: Enterprise): Readonly<Record<string, unknown>> {
  const judged = Object.entries(judgements).map(([id, points]) => [
    id,
    { points, by: "assessor", reason: "as seen on site" },
  ]);
  return { kind: "facts", scheme: "bench", as_of: AS_OF, role: "final", facts, judgements: Object.fromEntries(judged) };
}
