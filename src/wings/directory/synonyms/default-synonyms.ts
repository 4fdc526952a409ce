/**
 * Everyday words for official ones, as families of France say them: whoever types one of the left finds what one of the right would.
 * A territory adds its own.
 */
export const defaultSynonyms: readonly (readonly [words: string, means: string])[] = [
  [
    "nounou, nourrice, gardienne, tata, ass mat, assmat, assistant maternel, garde à domicile",
    "assistante maternelle, maison d’assistantes maternelles",
  ],
  [
    "crèche, creche, micro crèche, halte garderie, multi accueil, garderie bébé, mode de garde, place en crèche",
    "établissement d’accueil du jeune enfant",
  ],
  [
    "faire garder, garde d’enfant, garde enfant, garde bébé, garder, garde, baby sitter, babysitting",
    "établissement d’accueil du jeune enfant, assistante maternelle, maison d’assistantes maternelles, accueil périscolaire, accueil de loisirs",
  ],
  [
    "ram, relais assistantes maternelles, relais maternelle, contrat nounou, contrat assistante maternelle, bulletin de salaire nounou",
    "relais petite enfance",
  ],
  [
    "garderie, garderie école, péri scolaire, périsco, cantine, étude, avant l’école, après l’école, sortie d’école, accueil du matin, accueil du soir",
    "accueil périscolaire",
  ],
  ["centre aéré, centre de loisirs, clsh, colo, activités vacances, mercredi loisirs, stage vacances", "accueil de loisirs"],
  [
    "devoirs, leçons, soutien scolaire, aide aux leçons, accompagnement scolaire",
    "contrat local d’accompagnement à la scolarité",
  ],
  ["ado, ados, adolescent, local jeunes, mjc, maison des jeunes, foyer des jeunes", "accueil de jeunes"],
  ["emploi jeune, stage, apprentissage, service civique, décrocheur, chercher du travail", "mission locale"],
  ["jeux, jouets, louer des jeux, emprunter des jeux, jouer", "ludothèque"],
  [
    "parents, parentalité, parent fatigué, débordée, burn out parental, éducation, crises, groupe de parents, café parents",
    "action de soutien à la parentalité, lieu d’accueil enfants-parents",
  ],
  ["maison verte, café poussette, jouer avec bébé, tout petit, éveil", "lieu d’accueil enfants-parents"],
  ["divorce, séparation, conflit, dispute, garde alternée, pension alimentaire", "médiation familiale"],
  [
    "pmi, puéricultrice, pesée, vaccin, vaccins, sage femme, grossesse, enceinte, visite bébé, santé bébé",
    "protection maternelle et infantile",
  ],
  [
    "papiers, démarches, dossier, dossier caf, papiers caf, caf, allocations, impôts, carte grise, cpam, sécu, retraite, rsa, apl, msp, maison des services, maison france services",
    "france services",
  ],
  [
    "assistante sociale, aide sociale, aide financière, colis alimentaire, aide alimentaire, resto du coeur, secours, logement, facture, dette, précarité",
    "centre communal d’action sociale",
  ],
  [
    "ordinateur, internet, informatique, numérique, tablette, smartphone, mails, imprimer, cours informatique",
    "conseiller numérique",
  ],
  [
    "bus, taxi, voiture, covoiturage, navette, transport, vélo, se déplacer, permis, mobylette",
    "transport et mobilité solidaire",
  ],
  [
    "maison de quartier, mjc, activités famille, sorties, sortie familiale, bénévole, entraide",
    "centre social, espace de vie sociale",
  ],
  ["café associatif, jardin partagé, lien social, rencontrer du monde, isolement", "espace de vie sociale"],
  ["handicap, handicapé, autisme, autiste, dys, aesh, répit", "situation de handicap"],
  ["français, alphabétisation, apprendre le français, cours de français, fle", "français"],
];
