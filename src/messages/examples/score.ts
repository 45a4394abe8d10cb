/** An example of every code of the stage `score`. */
import type { ScoreCode } from "../../model/codes.js";
import type { Example } from "./example.js";

export const scoreExamples: Readonly<Partial<Record<ScoreCode, Example>>> = {};
