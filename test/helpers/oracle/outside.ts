/** Bonus and deduction, by the words of the language: which of a group's children they are, and who absorbs them. */
import { maps, number } from "./plain.js";
import { ZERO } from "./rational.js";
import type { PlainMap } from "./plain.js";
import type { Q } from "./rational.js";

export const isOrdinary = (node: PlainMap): boolean =>
  node["counts_as"] === undefined || node["counts_as"] === "ordinary";

/** A deduction has none: it is nothing at best. */
export const pointsOf = (node: PlainMap): Q => (node["counts_as"] === "deduction" ? ZERO : number(node["points"]));

/** Whether something ordinary stands in the group; a bonus of bonuses and a deduction of deductions simply add up. */
export const hasOrdinary = (group: PlainMap): boolean => maps(group["indicators"]).some(isOrdinary);

/** Summed, and divided where the group divides; the others are added behind that. */
export const isSummed = (group: PlainMap, child: PlainMap): boolean => isOrdinary(child) || !hasOrdinary(group);

/** Added even behind the cap of the sheet. */
export const isLate = (group: PlainMap, child: PlainMap): boolean =>
  isTop(group) && isBonus(child, "none") && !isSummed(group, child);

/** Whether some bonus says that the points of this group hold it. */
export const absorbs = (group: PlainMap): boolean =>
  maps(group["indicators"]).some((child) => isBonus(child, "section")) ||
  (isTop(group) && maps(group["indicators"]).some(joinsSheet));

/** A sheet, or a scheme that holds its one sheet: indicators have no kind. */
export const isTop = (group: PlainMap): boolean => group["kind"] !== undefined;

const joinsSheet = (node: PlainMap): boolean => isBonus(node, "sheet") || maps(node["indicators"]).some(joinsSheet);

const isBonus = (node: PlainMap, absorbed: string): boolean =>
  node["counts_as"] === "bonus" && node["absorbed_by"] === absorbed;
