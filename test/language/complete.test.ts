/** Whatever the validator knows is in the table of words, among the parts and in the JSON Schema. */
import { describe, expect, test } from "vitest";
import { lackingParts, lackingWords, needlessWords, unreachedShapes } from "./complete.js";
import { schemaFrom } from "./schema.js";
import { type Shape, readShapes } from "./shapes.js";
import { of } from "./text.js";
import { WORDS } from "./words.js";

const shapes = await readShapes();

describe("the words", () => {
  test("are there for every shape, every key and every word: one entry in test/language/words for each shape", () => {
    expect(shapes.length).toBeGreaterThan(60);
    expect(lackingWords(shapes, WORDS)).toEqual([]);
  });

  test("speak of nothing that is not there", () => {
    expect(needlessWords(shapes, WORDS)).toEqual([]);
  });
});

describe("the JSON Schema", () => {
  test("defines every part that a shape names: one entry in PARTS for each", () => {
    expect(lackingParts(shapes)).toEqual([]);
  });

  test("leads to every shape", () => {
    expect(unreachedShapes(shapes, schemaFrom(shapes))).toEqual([]);
  });
});

describe("what is new is named:", () => {
  const added: Shape = {
    name: "round.round",
    keys: {
      places: { optional: true, schema: { $ref: "#/definitions/count" } },
      mode: { optional: false, schema: { enum: ["up", "down"] } },
      to: { optional: false, schema: { $ref: "#/definitions/target" } },
    },
  };

  test("a shape without words", () => {
    expect(lackingWords([added], {})).toEqual(["round.round: no words"]);
  });

  test("a key, a word, and what holds without a key", () => {
    const words = of("", "", {
      places: { zh: "位数", en: "places" },
      mode: { zh: "", en: "", words: { up: { zh: "", en: "" } } },
    });
    expect(lackingWords([added], { "round.round": words })).toEqual([
      "round.round.places: what holds when it is not written",
      "round.round.mode: no words for down",
      "round.round.to: no words",
    ]);
  });

  test("a part without a definition, and a shape that nothing leads to", () => {
    expect(lackingParts([added])).toEqual(["target, named by round.round.to"]);
    expect(unreachedShapes([...shapes, added], schemaFrom(shapes))).toEqual(["round.round"]);
  });

  test("a rule arrives in the JSON Schema by itself", () => {
    const rule: Shape = { name: "lottery.lottery", keys: { rule: { optional: false, schema: { enum: ["lottery"] } } } };
    expect(unreachedShapes([...shapes, rule], schemaFrom([...shapes, rule]))).toEqual([]);
  });

  test("two shapes for one rule that nothing tells apart", () => {
    const twin = (name: string): Shape => ({
      name,
      keys: { rule: { optional: false, schema: { enum: ["lottery"] } } },
    });
    expect(() => schemaFrom([...shapes, twin("lottery.lottery"), twin("lottery.row")])).toThrow(
      "nothing tells lottery.lottery from lottery.row: see PARTS",
    );
  });

  test("words of what has gone", () => {
    expect(needlessWords([], { "round.round": of("", "", {}) })).toEqual(["round.round"]);
    const words = of("", "", { places: { zh: "", en: "" }, gone: { zh: "", en: "" } });
    expect(needlessWords([added], { "round.round": words })).toEqual(["round.round.gone"]);
  });
});
