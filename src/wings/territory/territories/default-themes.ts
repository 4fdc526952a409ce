import type { Theme } from "./model.ts";
import { ThemeKey } from "./model.ts";

const theme = (key: string, fr: string, en: string): Theme => ({ key: ThemeKey.parse(key), name: { fr, en } });

/** The fields of a CTG, as conventions name them. A territory may add its own. */
export const defaultThemes: readonly Theme[] = [
  theme("petite-enfance", "Petite enfance", "Early childhood"),
  theme("enfance", "Enfance", "Childhood"),
  theme("jeunesse", "Jeunesse", "Youth"),
  theme("parentalite", "Parentalité", "Parenting"),
  theme("animation-vie-sociale", "Animation de la vie sociale", "Community life"),
  theme("acces-aux-droits", "Accès aux droits", "Access to rights"),
  theme("logement", "Logement", "Housing"),
  theme("inclusion-numerique", "Inclusion numérique", "Digital inclusion"),
  theme("handicap", "Handicap", "Disability"),
  theme("mobilite", "Mobilité", "Mobility"),
];
