import type { Actor } from "../platform/actor.ts";
import type { NavEntry } from "../platform/http/visit.ts";
import type { Lang } from "../platform/words.ts";

const entries = [
  { path: "", label: { fr: "La convention en clair", en: "The agreement in plain words" }, seenBy: "everyone" },
  { path: "/accueil", label: { fr: "Mon accueil", en: "My home" }, seenBy: "signed-in" },
  { path: "/plan", label: { fr: "Plan d’actions", en: "Action plan" }, seenBy: "everyone" },
  { path: "/annuaire", label: { fr: "Annuaire", en: "Directory" }, seenBy: "everyone" },
  { path: "/convention", label: { fr: "Convention", en: "Agreement" }, seenBy: "everyone" },
  { path: "/territoire", label: { fr: "Territoire", en: "Territory" }, seenBy: "signed-in" },
] as const;

/** The main navigation for this actor, in the language of the visit. */
export const navigation = (actor: Actor, at: (path: string) => string, lang: Lang): readonly NavEntry[] =>
  entries
    .filter(({ seenBy }) => seenBy === "everyone" || actor.role !== "public")
    .filter(({ path }) => path !== "" || actor.role === "public")
    .map(({ path, label }) => ({ href: at(path), label: label[lang] }));
