import type { Actor } from "../platform/actor.ts";
import type { NavEntry } from "../platform/http/visit.ts";
import type { NavigationEntry, Wing } from "../platform/wing/wing.ts";
import type { Lang } from "../platform/words.ts";

const own: readonly NavigationEntry[] = [
  { path: "", label: { fr: "La convention en clair", en: "The agreement in plain words" }, seenBy: "visitors", rank: 10 },
  { path: "/accueil", label: { fr: "Mon accueil", en: "My home" }, seenBy: "signed-in", rank: 20 },
];

/** The main navigation for this actor, in the language of the visit. */
export function navigation(wings: readonly Wing[], actor: Actor, at: (path: string) => string, lang: Lang): readonly NavEntry[] {
  const hidden = actor.role === "public" ? "signed-in" : "visitors";
  return [...own, ...wings.flatMap((wing) => wing.navigation ?? [])]
    .filter(({ seenBy }) => seenBy !== hidden)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ path, label }) => ({ href: at(path), label: label[lang] }));
}
