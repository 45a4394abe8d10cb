/** Effects of a scheme: some change the score, some the band that belongs to it, and a veto neither. */
import type { BandAction, SchemeEffect } from "../model/rubric.js";

export function movesBand(action: SchemeEffect["action"]): action is BandAction {
  return action.kind === "band" || action.kind === "band_at_most" || action.kind === "bands_down";
}
