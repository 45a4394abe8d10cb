/** An example of every code of the stage `parse`. */
import type { ParseCode } from "../../model/codes.js";
import type { Example } from "./example.js";

export const parseExamples: Readonly<Partial<Record<ParseCode, Example>>> = {};
