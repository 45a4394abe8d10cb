/** The file door: reads rubrics and fact sheets from disk, with the place of every finding. */
export { loadFactSheet } from "./files/fact-sheet.js";
export { loadRubrics } from "./files/rubrics.js";
