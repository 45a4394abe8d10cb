/** Plain values as YAML text: block style, keys in any order, texts with or without quotes. */
import { isList, isMap } from "../oracle/plain.js";
import type { Plain } from "../oracle/plain.js";
import type { Random } from "./prng.js";

/** Safe without quotes: no sign that YAML reads as its own, and no word for true, false or null. */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[\p{L}\p{N}_][\p{L}\p{N}_./@-]*$/iu;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** `random` shuffles keys and chooses quotes; without it the text follows the value. */
export function yamlText(value: Plain, random?: Random): string {
  return `${block(value, "", random).replace(/^\n/, "")}\n`;
}

function block(value: Plain, indent: string, random: Random | undefined): string {
  if (isList(value)) {
    if (value.length === 0) return " []";
    return value.map((one) => `\n${indent}-${nested(one, `${indent}  `, random)}`).join("");
  }
  if (!isMap(value)) return ` ${scalar(value, random)}`;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  if (entries.length === 0) return " {}";
  const order = random === undefined ? entries : random.shuffle(entries);
  return order
    .map(([key, one]) => `\n${indent}${scalar(key, random)}:${block(one ?? null, `${indent}  `, random)}`)
    .join("");
}

/** What follows a dash: a map or a list starts on a line of its own. */
function nested(value: Plain, indent: string, random: Random | undefined): string {
  return block(value, indent, random);
}

function scalar(value: Exclude<Plain, readonly Plain[]>, random: Random | undefined): string {
  if (value === null || typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value !== "string") throw new Error("not a scalar");
  const bare = PLAIN.test(value) || NUMBER.test(value);
  return bare && (random === undefined || random.chance(70)) ? value : JSON.stringify(value);
}
