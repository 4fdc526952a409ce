import type { Confidentiality, PersonId } from "../../../platform/model.ts";
import { grant, rightsOn } from "../../../platform/rights.ts";
import { type ActionSubject, carries, isEntrusted, isPublic, isShared } from "../action/rights.ts";

export interface NoteSubject {
  readonly action: ActionSubject;
  readonly confidentiality: Confidentiality;
  readonly authorPerson: string | null;
}

const isAuthor = {
  name: "author",
  holds: ({ person }: { readonly person: PersonId }, { authorPerson }: NoteSubject) => authorPerson === person,
  said: { fr: "pour une note qu’elles ont écrite", en: "for a note of theirs" },
};
const open = (subject: NoteSubject): boolean =>
  subject.confidentiality !== "restricted" && isShared.holds(undefined, subject.action);
const openOrAuthor = {
  name: "openOrAuthor",
  holds: (actor: { readonly person: PersonId }, subject: NoteSubject) => open(subject) || isAuthor.holds(actor, subject),
  said: { fr: "quand l’action et la note sont partagées", en: "when the action and the note are shared" },
};

/** Rights on one note of an action: it is never more open than its action. */
export const noteRights = rightsOn<NoteSubject>()("plan.note", {
  read: [
    grant("operator"),
    grant("coordinator"),
    grant("party", {
      name: "carriesOrOpen",
      holds: (actor, subject) => openOrAuthor.holds(actor, subject) || carries.holds(actor, subject.action),
      said: {
        fr: "quand la note est partagée, ou que leur structure pilote l’action",
        en: "when the note is shared, or their organisation leads the action",
      },
    }),
    grant("elected", openOrAuthor),
    grant("contributor", {
      name: "entrustedOrOpen",
      holds: (actor, subject) => openOrAuthor.holds(actor, subject) || isEntrusted.holds(actor, subject.action),
      said: { fr: "quand la note est partagée, ou que c’est leur fiche", en: "when the note is shared, or the action is theirs" },
    }),
    grant("reader", { ...openOrAuthor, holds: (_, subject) => open(subject) }),
    grant("public", {
      name: "public",
      holds: (actor, subject) => subject.confidentiality === "public" && isPublic.holds(actor, subject.action),
      said: { fr: "quand l’action et la note sont publiques", en: "when the action and the note are public" },
    }),
  ],
  edit: [grant("coordinator", isAuthor), grant("party", isAuthor), grant("elected", isAuthor), grant("contributor", isAuthor)],
  remove: [
    grant("operator"),
    grant("coordinator"),
    grant("party", isAuthor),
    grant("elected", isAuthor),
    grant("contributor", isAuthor),
  ],
});
