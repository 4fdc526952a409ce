import type { Contributions, FrozenKind } from "../../../platform/wing/contributions.ts";

/** What the convention itself freezes. */
const ownKinds: readonly FrozenKind[] = [
  { kind: "convention", name: { fr: "La convention", en: "The convention" }, followUp: [] },
  { kind: "party", name: { fr: "Les signataires", en: "The parties" }, followUp: [] },
  { kind: "competence", name: { fr: "Les compétences", en: "The responsibilities" }, followUp: [] },
];

export const isOwnKind = (kind: string): boolean => ownKinds.some((own) => own.kind === kind);

/** Every kind of thing that a signature freezes, in the order of the snapshot: the convention's own, then those of the wings. */
export const frozenKinds = (wings: readonly Contributions[]): readonly FrozenKind[] => [
  ...ownKinds,
  ...wings.flatMap(({ frozen }) => frozen?.kinds ?? []),
];
