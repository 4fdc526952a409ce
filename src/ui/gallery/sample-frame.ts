import type { Lang } from "../../platform/words.ts";
import type { Frame, Theme } from "../page.tsx";

export type SampleSetting = {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly assets: Frame["assets"];
  readonly accentHue?: number | undefined;
};

/** A frame for the samples: a visitor on the public pages, a coordinator in the tools. */
export function sampleFrame({ lang, theme, assets, accentHue }: SampleSetting, as: "public" | "coordinator"): Frame {
  const shared = {
    lang,
    theme,
    assets,
    here: "/",
    site: {
      name: "Porte des Vosges Méridionales",
      tagline: "Convention territoriale globale 2023-2027",
      href: "#",
      accentHue,
    },
    footerText:
      "Communauté de communes de la Porte des Vosges Méridionales, avec la Caf des Vosges, le Département et la MSA Lorraine.",
    footerLinks: [
      { href: "#", label: "Accessibilité" },
      { href: "#", label: "Données et vie privée" },
      { href: "#", label: "Données ouvertes" },
    ],
  } satisfies Partial<Frame>;
  if (as === "public") {
    return {
      ...shared,
      nav: [
        { href: "#", label: "La convention", current: "page" },
        { href: "#axes", label: "Les quatre axes" },
        { href: "#actions", label: "Les actions" },
        { href: "#signataires", label: "Les signataires" },
      ],
      signIn: { href: "#", label: "Espace partenaires" },
    };
  }
  return {
    ...shared,
    nav: [
      { href: "#", label: "Accueil", current: "page" },
      { href: "#", label: "Plan d’actions", count: 6 },
      { href: "#", label: "Convention" },
      { href: "#", label: "Organisations" },
      { href: "#", label: "Documents" },
    ],
    search: { action: "#", label: "Chercher une action" },
    visitor: {
      name: "Camille Exemple",
      role: "Coordinatrice de la convention, CCPVM",
      links: [
        { href: "#", label: "Mon profil", icon: "user" },
        { href: "#", label: "Réglages du territoire", icon: "settings" },
      ],
      signOut: { action: "#", label: "Se déconnecter" },
    },
    banner: "Vous êtes dans la démonstration : les actions marquées « Exemple » sont inventées.",
  };
}
