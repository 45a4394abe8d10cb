/** What the words, the parts and the JSON Schema still lack of what the validator knows, each by its name. */
import { PARTS } from "./parts.js";
import { type Schema, type Shape, referencesIn, wordsOf } from "./shapes.js";
import type { ShapeWords } from "./text.js";

type Table = Readonly<Record<string, ShapeWords>>;

export function lackingWords(shapes: readonly Shape[], table: Table): readonly string[] {
  return shapes.flatMap(({ name, keys }) => {
    const words = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!words) return [`${name}: no words`];
    return Object.entries(keys).flatMap(([key, { optional, schema }]) => {
      const said = words.keys[key];
      if (!said) return [`${name}.${key}: no words`];
      const each = wordsOf(schema).filter((word) => said.words?.[word] === undefined);
      return [
        ...(optional && !said.absent ? [`${name}.${key}: what holds when it is not written`] : []),
        ...(!optional && said.absent ? [`${name}.${key}: cannot be left out`] : []),
        ...each.map((word) => `${name}.${key}: no words for ${word}`),
      ];
    });
  });
}

/** Words of what is no longer there. */
export function needlessWords(shapes: readonly Shape[], table: Table): readonly string[] {
  return Object.entries(table).flatMap(([name, { keys }]) => {
    const shape = shapes.find((each) => each.name === name);
    if (!shape) return [name];
    return Object.entries(keys).flatMap(([key, { words = {} }]) => {
      const known = shape.keys[key];
      if (!known) return [`${name}.${key}`];
      const needless = Object.keys(words).filter((word) => !wordsOf(known.schema).includes(word));
      return needless.map((word) => `${name}.${key}: ${word}`);
    });
  });
}

/** Parts that shapes refer to without a definition. */
export function lackingParts(shapes: readonly Shape[]): readonly string[] {
  const named = shapes.flatMap(({ name, keys }) =>
    Object.entries(keys).flatMap(([key, { schema }]) =>
      referencesIn(schema).map((part) => ({ part, by: `${name}.${key}` })),
    ),
  );
  return named.filter(({ part }) => !Object.hasOwn(PARTS, part)).map(({ part, by }) => `${part}, named by ${by}`);
}

/** Shapes that nothing in the JSON Schema leads to. */
export function unreachedShapes(shapes: readonly Shape[], schema: Schema): readonly string[] {
  const definitions = Object.keys(schema["definitions"] as object);
  return shapes.map(({ name }) => name).filter((name) => !definitions.includes(name));
}
