/** The two languages everything is told in. */
export type Language = "zh" | "en";
