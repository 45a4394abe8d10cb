/** A misspelt word of the language is recognised. All of them: `npm run misspell`; here a sample. */
import { describe, expect, test, vi } from "vitest";
import { CHINESE_NAMES } from "../../src/messages/chinese-names.js";
import { readDocument } from "../../src/parse/read-document.js";
import { nearestTo, verdictOf } from "../helpers/misspellings/judge.js";
import { ownPlaces } from "../helpers/misspellings/own-words.js";
import { VALIDATE, type WordPlace, wordPlaces } from "../helpers/misspellings/places.js";
import { schemaShapes, unmetWords } from "../helpers/misspellings/schema.js";
import { slipsOf } from "../helpers/misspellings/slips.js";
import { makeRandom } from "../helpers/random/prng.js";

vi.setConfig({ testTimeout: 60_000 });

const places = wordPlaces();

describe("one slip", () => {
  test("is a letter more, less, other or doubled, a swap, or the other case", () => {
    const slips = slipsOf("is");
    for (const slip of ["i", "s", "si", "iss", "in", "its", "Is", "IS", "-is", "is_"]) expect(slips).toContain(slip);
    for (const other of ["is", "", "int", "at"]) expect(slips).not.toContain(other);
  });
});

describe("every word of the language", () => {
  test("has a place in the documents", async () => {
    const shapes = await schemaShapes();
    expect(shapes.length).toBeGreaterThan(60);
    expect(unmetWords(shapes, places)).toEqual([]);
  });

  test("a word without one would be noticed", async () => {
    const shapes = [...(await schemaShapes()), { name: "newShape", keys: ["id", "newkey"], words: ["newword"] }];
    expect(unmetWords(shapes, places)).toEqual(["newShape", "newShape: newkey", "newShape: newword"]);
  });

  test("has a Chinese name", () => {
    const words = new Set(places.map(({ word }) => word));
    expect([...words].filter((word) => !Object.hasOwn(CHINESE_NAMES, word) && word !== "$schema")).toEqual([]);
  });
});

/** The same ones every time: a slip or a few of each word. */
const random = makeRandom(2023);
const sample = places.flatMap((place) =>
  slipsOf(place.word)
    .filter((written) => !place.allowed.includes(written))
    .filter(() => random.chance(1))
    .map((written) => ({ place, written })),
);

describe("a misspelt word", () => {
  test("is named first, or among three", () => {
    expect(sample.length).toBeGreaterThan(1000);
    const failed = sample.filter(({ place, written }) => verdictOf(place.word, nearestTo(place, written)) === "failed");
    expect(failed.map(({ place, written }) => `${written} for ${place.word}`)).toEqual([]);
  });

  test("is told of in the same way in the text of a file", () => {
    for (const { place, written } of sample.filter((_, i) => i % 10 === 0)) {
      expect([place.pathOf(written), nearestInText(place, written)]).toEqual([
        place.pathOf(written),
        nearestTo(place, written),
      ]);
    }
  });

  test("is named in the findings of an assessment", () => {
    for (const { word, allowed, nearestTo } of Object.values(ownPlaces()).flat()) {
      const written = slipsOf(word).filter((each) => !allowed.includes(each));
      for (const each of written.filter((_, i) => i % 40 === 0)) {
        expect([each, verdictOf(word, nearestTo(each) ?? [])]).not.toEqual([each, "failed"]);
      }
    }
  });
});

function nearestInText(place: WordPlace, written: string): readonly string[] {
  const { kind, value } = place.documentWith(written);
  const document = readDocument(JSON.stringify(value), kind === "facts" ? kind : "rubric").document!;
  const found = VALIDATE[kind](document);
  // Of two findings at one place the text may have the other one first.
  const told = found.diagnostics.find((each) => each.path === place.pathOf(written) && each.data?.["nearest"]);
  return (told?.data?.["nearest"] ?? []) as readonly string[];
}
