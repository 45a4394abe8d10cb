/** A language that results and messages are told in. */
export type Language = "zh" | "en";
