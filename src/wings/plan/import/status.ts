import { folded } from "../../../platform/french/plain.ts";
import type { ActionStatus } from "../action/model.ts";

export type StatusReading =
  | { readonly kind: "status"; readonly status: ActionStatus; readonly percent: number | null; readonly rest: string | null }
  | { readonly kind: "unknown" };

// In the order of trial: "non démarré" before "démarré", "pas réalisé" before "réalisé".
const words: readonly (readonly [ActionStatus, RegExp])[] = [
  [
    "planned",
    /^(?:a venir|non (?:demarree?|commencee?|realisee?|engagee?|debutee?|lancee?)|pas (?:encore )?(?:demarree?|commencee?|engagee?|realisee?)|a (?:faire|lancer|demarrer|engager|planifier|programmer)|prevue?|planifiee?|programmee?|en projet|en attente de demarrage|not started|planned|to do)s?\b/,
  ],
  ["dropped", /^(?:abandon(?:nee?)?|annulee?|sans suite|supprimee?|non reconduite?|dropped|cancelled)s?\b/],
  ["blocked", /^(?:bloquee?|blocage|blocked)s?\b/],
  ["paused", /^(?:suspendue?|en pause|en suspens|reportee?|differee?|mise? en attente|en attente|gelee?|paused|on hold)s?\b/],
  ["done", /^(?:realisee?|terminee?|finie?|achevee?|faite?|effectuee?|cloturee?|close?|soldee?|100 ?%|ok$|done|completed?)s?\b/],
  [
    "ongoing",
    /^(?:en cours|encours|demarree?|commencee?|engagee?|lancee?|debutee?|amorcee?|initiee?|partiellement realisee?|en (?:cours de )?realisation|active?|continue?|permanente?|ongoing|in progress)s?\b/,
  ],
];

/**
 * Reads the word that people write on where an action stands. Colours say nothing here: they cannot be read without their key.
 *
 * | written | read |
 * |---|---|
 * | `En cours`, `démarrée`, `50 %` | ongoing |
 * | `Réalisé`, `terminée`, `100 %` | done |
 * | `à venir`, `non démarré`, `0 %` | planned |
 * | `suspendu`, `reporté` | paused |
 * | `bloqué : pas de local` | blocked, with the rest of the cell |
 * | `abandonné` | dropped |
 */
export function readStatus(text: string): StatusReading {
  const written = folded(text.slice(0, 500)).replace(/^[^\p{L}\p{N}]+/u, "");
  const share = /^(\d{1,3}(?:[.,]\d+)?) ?%/.exec(written);
  if (share) {
    const percent = Number((share[1] ?? "0").replace(",", "."));
    if (percent > 100) return { kind: "unknown" };
    return { kind: "status", status: percent === 0 ? "planned" : percent === 100 ? "done" : "ongoing", percent, rest: null };
  }
  for (const [status, form] of words) {
    if (form.test(written)) return { kind: "status", status, percent: null, rest: restOf(text) };
  }
  return { kind: "unknown" };
}

/** "Bloqué : pas de local": why, when the cell says it. */
const restOf = (text: string): string | null => {
  const rest = /^[^:–(\n-]{3,40}?\s*[:–(\n-]\s*(.{4,})$/s
    .exec(text.trim())?.[1]
    ?.replace(/\)\s*$/, "")
    .trim();
  return rest === undefined || rest === "" ? null : rest;
};
