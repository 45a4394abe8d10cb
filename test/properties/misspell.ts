/**
 * Every one-slip misspelling of every word of the language, each in a small document of its own through the validator,
 * and of an author's words in a fact sheet through scoring: `npm run misspell`.
 */
import { nearestTo, type Verdict, verdictOf } from "../helpers/misspellings/judge.js";
import { ownPlaces } from "../helpers/misspellings/own-words.js";
import { wordPlaces } from "../helpers/misspellings/places.js";
import { schemaShapes, unmetWords } from "../helpers/misspellings/schema.js";
import { slipsOf } from "../helpers/misspellings/slips.js";

interface Asked {
  readonly word: string;
  readonly allowed: readonly string[];
  readonly nearestTo: (written: string) => readonly string[] | undefined;
}

const SHOWN = 20;
const HEAD = ["words", "misspellings", "first", "among three", "failed", "valid words"];

const started = performance.now();
const failures: string[] = [];
const places = wordPlaces();
const shapes = await schemaShapes();

console.log("".padEnd(18) + HEAD.map((name) => name.padStart(14)).join(""));
for (const group of [...new Set(places.map((place) => place.group))].sort()) {
  const asked = places.filter((place) => place.group === group);
  tell(
    group,
    asked.map((place) => ({ ...place, nearestTo: (written) => nearestTo(place, written) })),
  );
}
for (const [group, asked] of Object.entries(ownPlaces())) tell(group, asked);
for (const failure of failures.slice(0, SHOWN)) console.log(failure);

const unmet = unmetWords(shapes, places);
if (unmet.length > 0) console.log(`without a place in the documents: ${unmet.join(", ")}`);
console.log(`${shapes.length} schemas, ${((performance.now() - started) / 1000).toFixed(1)} seconds`);
process.exitCode = failures.length > 0 || unmet.length > 0 ? 1 : 0;

function tell(group: string, asked: readonly Asked[]): void {
  const counts: Record<Verdict, number> = { first: 0, tied: 0, failed: 0, valid: 0 };
  for (const { word, allowed, nearestTo } of asked) {
    for (const written of slipsOf(word)) {
      const nearest = allowed.includes(written) ? undefined : (nearestTo(written) ?? []);
      const verdict = nearest ? verdictOf(word, nearest) : "valid";
      counts[verdict] += 1;
      if (verdict === "failed") failures.push(`${group}: ${written} for ${word}: ${nearest?.join(", ") || "nothing"}`);
    }
  }
  const misspelt = counts.first + counts.tied + counts.failed;
  const figures = [asked.length, misspelt, counts.first, counts.tied, counts.failed, counts.valid];
  console.log(group.padEnd(18) + figures.map((figure) => String(figure).padStart(14)).join(""));
}
