/** Findings of the fact sheet, each behind the place it is about. */
import { steps } from "../base/pointer.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { factTitle } from "./facts.js";
import { fieldTitle } from "./fields.js";
import { type Telling, bracketed, say, titleOf } from "./telling.js";

export function findingText({ path, message }: Diagnostic, telling: Telling): string {
  const place = placeText(path, telling);
  return place === "" ? message[telling.lang] : `${place}${say(telling, "：", ": ")}${message[telling.lang]}`;
}

/** The entry by its name, as far as it has one, and what stands in it. */
function instancePlace(list: string, [at, ...inside]: readonly string[], telling: Telling): string {
  const found = telling.assessment.instances?.find((each) => each.list === list);
  const title = found ? titleOf(found.title, telling) : list;
  if (at === undefined) return title;
  const number = Number(at) + 1;
  const entry = found?.entries[Number(at)];
  const name = entry ? (entry.title ?? entry.id) : say(telling, `第 ${number} 个`, `entry ${number}`);
  const place = placeIn(inside, telling);
  return [title, name, ...(place === "" ? [] : [place])].join(" › ");
}

/** `处罚记录（fines）第 3 条的日期` for `/facts/fines/2/date`: nobody counts entries from nought. */
function placeText(path: string, telling: Telling): string {
  return placeIn(steps(path), telling);
}

function placeIn([section, id, ...inside]: readonly string[], telling: Telling): string {
  if (section === "instances" && id !== undefined) return instancePlace(id, inside, telling);
  if (section === undefined || id === undefined) return "";
  if (section !== "facts") return section === "not_applicable" ? "" : [section, id, ...inside].join(" › ");
  const title = factTitle(id, telling);
  const name = title === id ? id : `${title}${bracketed(id, telling)}`;
  const [first, second] = inside;
  const isEntry = first !== undefined && /^\d+$/.test(first);
  const key = isEntry ? second : first;
  const entry = isEntry ? say(telling, `第 ${Number(first) + 1} 条`, `, entry ${Number(first) + 1}`) : "";
  const field =
    key === undefined || key === "value"
      ? ""
      : say(telling, `的${fieldTitle(key, id, telling)}`, `, ${fieldTitle(key, id, telling)}`);
  return `${name}${entry && say(telling, title === id ? " " : "", "")}${entry}${field}`;
}
