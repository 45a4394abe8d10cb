/**
 * The caller broke the contract: which function, which argument, what was expected, what was given. In English only: a
 * TypeError is for the developer, and no enterprise or author can cause one.
 */

/** `expected` ends the sentence "must be …". */
export function misuse(call: string, argument: string, expected: string, given: unknown): TypeError {
  return new TypeError(`\`${call}\`: \`${argument}\` must be ${expected}, but is ${spoken(given)}`);
}

export function expectText(call: string, argument: string, given: unknown): void {
  if (typeof given !== "string") throw misuse(call, argument, "a string", given);
}

/** An option that nobody reads is a spelling mistake, and it would go unnoticed. */
export function expectOptions(call: string, given: unknown, known: readonly string[]): void {
  const list = known.map((name) => `\`${name}\``).join(", ");
  if (!isObject(given) || Array.isArray(given)) throw misuse(call, "options", `an object with ${list}`, given);
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange !== undefined)
    throw new TypeError(`\`${call}\`: \`options\` has no \`${clip(strange)}\`; it may have ${list}`);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Total: an object may refuse to be looked at. */
export function isPromise(value: unknown): boolean {
  try {
    return isObject(value) && typeof value["then"] === "function";
  } catch {
    return false;
  }
}

function spoken(given: unknown): string {
  switch (typeof given) {
    case "undefined":
      return "undefined";
    case "string":
      return `the string ${JSON.stringify(clip(given))}`;
    case "number":
    case "bigint":
    case "boolean":
      return `the ${typeof given} ${given}`;
    case "symbol":
    case "function":
      return `a ${typeof given}`;
    case "object":
      return given === null ? "null" : spokenObject(given);
  }
}

function spokenObject(given: object): string {
  if (Array.isArray(given)) return given.length === 0 ? "an empty array" : "an array";
  const { kind, format } = given as Readonly<Record<string, unknown>>;
  if (isPromise(given)) return "a promise: write `await` before it";
  const maker: unknown = Object.getPrototypeOf(given)?.constructor;
  if (typeof maker === "function" && maker.name !== "Object") return `an object of class \`${maker.name}\``;
  if (typeof kind === "string") return `an object of kind \`${clip(kind)}\``;
  if (typeof format === "string") return `an object of format \`${clip(format)}\``;
  const keys = Object.keys(given);
  if (keys.length === 0) return "an empty object";
  const shown = keys.slice(0, 3).map((key) => `\`${clip(key)}\``);
  return `an object with ${shown.join(", ")}${keys.length > 3 ? " …" : ""}`;
}

/** Enough to recognise a value by; what was given may be a whole file. */
function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
