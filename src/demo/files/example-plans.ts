/**
 * The content of the three example files. The communes and the axes are real; every action, structure, amount and person is invented,
 * and says so: a title ends with "(exemple)". One row a line; "|" between cells, "⏎" where a cell goes to a new line, "=" before a number.
 */
export const notice = "Fichier d’exemple : toutes les actions, structures, personnes et sommes sont inventées.";

export const axes = [
  "Améliorer la connaissance et renforcer la lisibilité des offres disponibles sur le territoire",
  "Favoriser une répartition équilibrée des offres de service sur le territoire",
  "Développer et soutenir une offre de qualité aux familles",
  "Impulser une dynamique de mobilisation et d’expression des habitants",
] as const;
export const axisName = (number: number): string => `Axe ${String(number)} – ${axes[number - 1] ?? ""}`;

type Value = string | number | null;
interface ExampleBlock {
  readonly axis: number;
  readonly rows: readonly (readonly Value[])[];
}

const cellOf = (text: string): Value =>
  text === "" ? null : text.startsWith("=") ? Number(text.slice(1)) : text.replaceAll(" ⏎ ", "\n");
const rowsOf = (table: string): Value[][] =>
  table
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cellOf(cell.trim())));

/** A line that holds a figure alone opens the block of that axis. */
const blocksOf = (table: string): ExampleBlock[] =>
  rowsOf(table).reduce<ExampleBlock[]>((blocks, row) => {
    const last = blocks.at(-1);
    if (row.length === 1) return [...blocks, { axis: Number(row[0]), rows: [] }];
    return last ? [...blocks.slice(0, -1), { ...last, rows: [...last.rows, row] }] : blocks;
  }, []);

/** N°, intitulé, porteur, partenaires, élu·e, échéancier, 2024, 2025, 2026, financeurs, communes, état, indicateurs, cible, observations. */
export const dashboard = blocksOf(`
  1
  1.1 | Guide des familles du territoire (exemple) | CCPVM | Caf des Vosges, MSA Lorraine | Élue à l’enfance (exemple) | 2024-2025 | 3 k€ | 1,5 k€ |  | Caf des Vosges / CCPVM | Toutes | Réalisé | Nombre d’exemplaires remis | =1200 |
  1.2 | Carte en ligne des services aux familles (exemple) | CCPVM | Caf des Vosges ⏎ Conseil départemental des Vosges |  | courant 2025 |  | 12 k€ | 4 k€ | Caf des Vosges : 8 000 € ⏎ CCPVM : 8 000 € | Toutes | En cours | Consultations par mois | =400 | Maquette montrée au COTECH
  1.3 | Journée des professionnels de l’enfance (exemple) | Centre social Les Genêts (exemple) | CCPVM ; Caf | Élu à la jeunesse (exemple) | 1er semestre 2025 |  | =3500 |  | Caf des Vosges | Remiremont | Terminé | Participants | =60 |
  2
  2.1 | Micro-crèche à horaires élargis (exemple) | Commune de Saint-Nabord | Caf des Vosges ⏎ PMI des Vosges (exemple) |  | 2024-2026 | 18 k€ | 120 k€ | 60 k€ | Caf des Vosges : 150 000 € ⏎ Commune de Saint-Nabord : 48 000 € | Saint-Nabord, Éloyes | Bloqué : le local n’est pas trouvé | Places ouvertes | =12 | Décision attendue au prochain COPIL
  2.2 | Relais petite enfance itinérant (exemple) | CCPVM | Caf des Vosges, MSA Lorraine |  | sept. 2024 à juin 2026 | 9 500,00 € | 19 000,00 € | 9 500,00 € | Caf des Vosges | Plombières-les-Bains, Le Val-d’Ajol, Girmont-Val-d’Ajol | En cours | Matinées tenues ⏎ Enfants accueillis | 80 ⏎ 45 |
  2.3 | Navette du mercredi vers les accueils de loisirs (exemple) | Commune de Vecoux | Commune de Dommartin-lès-Remiremont |  | dès 2025 |  | env. 5 000 € | 5 000 € | Commune de Vecoux | Vecoux, Dommartin-lès-Remiremont, Saint-Amé | À venir | Enfants transportés | =20 |
  3
  3.1 | Lieu d’accueil enfants-parents du samedi (exemple) | Centre social Les Genêts (exemple) | Caf des Vosges |  | T2 2025 |  | 6 k€ | 6 k€ | Caf des Vosges | Remiremont | En cours | Familles venues | =40 |
  3.2 | Formation commune des assistants maternels (exemple) | Centre social Les Genêts (exemple) | CCPVM ⏎ MSA Lorraine |  | 3ème trimestre 2025 |  | 2 400 € |  | MSA Lorraine | Toutes | Suspendu | Personnes formées | =25 | Reprise prévue à la rentrée
  3.3 | Soutien aux devoirs dans les villages (exemple) | Foyer rural des Hauts (exemple) | Caf des Vosges et MSA Lorraine |  | année scolaire 2024-2025 | 1 200 € | 2 400 € |  | Caf des Vosges | Girmont-Val-d’Ajol, Le Val-d’Ajol | Réalisé | Enfants suivis | =18 |
  4
  4.1 | Conseil des parents du territoire (exemple) | CCPVM | Centre social Les Genêts (exemple) |  | 2025-2027 |  | 1 k€ | 1 k€ | CCPVM | Toutes | À venir | Réunions tenues | =4 |
  4.2 | Café des habitants itinérant (exemple) | Foyer rural des Hauts (exemple) | Commune de Saint-Étienne-lès-Remiremont |  | fin 2026 |  |  | 800 € | CCPVM | Saint Etienne les Remiremont | À venir | Habitants rencontrés | =150 |
  4.3 | Budget participatif des jeunes (exemple) | Commune d’Éloyes | CCPVM |  | 2026 |  |  | à définir | Commune d’Éloyes | Éloyes | Abandonné | Projets déposés | =10 | Repris dans une autre démarche
`);

/** Action, porteur / partenaires, 2023 … 2027, total, période, avancement, public, territoire. */
export const byAxis = blocksOf(`
  1
  Accueil unique des familles (exemple) | CCPVM ⏎ Caf des Vosges ⏎ MSA Lorraine |  | =4000 | =4000 | =4000 |  | =12000 | 2024-2026 | =0.6 | Familles | Tout le territoire
  Lettre trimestrielle des services (exemple) | CCPVM | =500 | =500 | =500 | =500 | =500 | =2500 | 2023/2027 | =0.8 | Tout public | Tout le territoire
  Annuaire des lieux de garde (exemple) | Caf des Vosges / CCPVM |  |  | =1500 |  |  | =1500 | S1 2025 | =1 | Parents | Tout le territoire
  2
  Permanences d’accès aux droits (exemple) | Porteur : Conseil départemental des Vosges ⏎ Partenaires : Commune de Plombières-les-Bains |  | =6000 | =6000 |  |  | =12000 | 2024-2025 | =1 | Tout public | Plombières-les-Bains
  Accueil de loisirs partagé (exemple) | Commune de Saint-Amé ⏎ Commune de Vecoux ⏎ Caf des Vosges |  |  | =22000 | =24000 | =24000 | =70000 | du 01/09/2025 au 31/08/2027 | =0.2 | 6-11 ans | Saint-Amé, Vecoux
  Bus numérique (exemple) | MSA Lorraine |  |  |  | =15000 |  | =14000 | 2026 | =0 | Seniors | Girmont-Val-d’Ajol ; Le Val-d’Ajol
  3
  Ateliers du premier âge (exemple) | Multi-accueil des Sapins (exemple) ⏎ Caf des Vosges |  | =2000 | =2000 | =2000 |  | =6000 | 2024 à 2026 | =0.5 | 0-3 ans ⏎ Parents | Remiremont
  Point d’écoute des adolescents (exemple) | Commune de Remiremont ⏎ Conseil départemental des Vosges |  |  | =9000 | =9000 | =9000 | =27000 | à partir de septembre 2025 | =0.1 | 12-17 ans | Remiremont, Saint-Nabord, Éloyes
  4
  Fête des familles (exemple) | Multi-accueil des Sapins (exemple) |  | =3000 | =3000 | =3000 | =3000 | =12000 | tous les ans | =0.75 | Familles | Dommartin-lès-Remiremont
  Boîte à idées des écoles (exemple) | Commune du Val-d’Ajol |  |  | =300 |  |  | =300 | mars-juin 2025 | =1 | Enfants | Le Val-d’Ajol
`);

export const ficheHeadings = rowsOf(
  "N° fiche | Intitulé de l'action | Axe | Objectif | Thématique | Structure porteuse | Référent technique | Partenaires | Date de début | Date de fin | Statut | Budget total | Plan de financement | Communes | Public visé | Résultats attendus | Indicateurs | Commentaires",
).flat();

/** In the order of the headings; the axis by its number. */
export const fiches = rowsOf(`
  A1 | Forum des modes de garde (exemple) | 1 | Faire connaître les services | Petite enfance | CCPVM | Coordination enfance (exemple) | Caf des Vosges ⏎ MSA Lorraine | 01/03/2025 | 30/06/2025 | Terminé | 3 500,00 € | Caf des Vosges : 2 000 € ; CCPVM : 1 500 € | Remiremont | Parents | Les parents connaissent les modes de garde | Visiteurs ⏎ Contacts pris |
  A2 | Signalétique commune des services (exemple) | 1 | Faire connaître les services | Accès aux droits | CCPVM |  | Commune de Remiremont, Commune de Vecoux | 2025 | 2026 | En cours | 12 k€ | CCPVM | Toutes | Tout public | Chaque lieu est reconnu au premier regard | Lieux équipés | Charte validée en COTECH
  A3 | Répertoire des associations (exemple) | 1 | Faire connaître les services | Animation de la vie sociale | Association Les Passerelles (exemple) |  |  | janvier 2024 | décembre 2024 | Réalisé | gratuit |  | Toutes | Habitants | Un répertoire à jour chaque année | Associations inscrites |
  B1 | Halte-garderie du vendredi (exemple) | 2 | Rapprocher les services des familles | Petite enfance | Commune du Val-d’Ajol | Direction du multi-accueil (exemple) | Caf des Vosges ⏎ Commune de Girmont-Val-d’Ajol | 01/09/2024 | 31/08/2026 | En cours | 45 000 € | Caf des Vosges : 30 000 € ⏎ Commune du Val-d’Ajol : 15 000 € | Le Val-d’Ajol / Girmont-Val-d’Ajol | 0-3 ans | Six places de plus | Places ⏎ Taux d’occupation | Le local est prêt. ⏎ Le recrutement est en cours.
  B2 | Transport à la demande des jeunes (exemple) | 2 | Rapprocher les services des familles | Jeunesse | CCPVM |  | Département des Vosges | T3 2025 | T2 2026 | Non démarré | 3.500 € | CCPVM | Vecoux, Saint-Amé | Jeunes |  | Trajets |
  B3 | Relais numérique des villages (exemple) | 2 | Rapprocher les services des familles | Accès aux droits | Association Les Passerelles (exemple) |  | MSA Lorraine | début 2026 |  | À venir | à définir |  | Girmont-Val-d’Ajol, Plombières-les-Bains | Seniors |  | Personnes aidées |
  C1 | Ateliers parents-enfants (exemple) | 3 | Soutenir les parents | Parentalité | Association Les Passerelles (exemple) |  | Caf des Vosges | 2024 | 2026 | En cours | 2024 : 3 000 € / 2025 : 4 000 € | Caf des Vosges | Éloyes | Parents ⏎ 0-6 ans | Les parents se rencontrent | Séances ⏎ Parents présents |
  C2 | Charte de qualité des accueils (exemple) | 3 | Soutenir les parents | Enfance | CCPVM |  | Caf des Vosges ; MSA Lorraine | 1er semestre 2026 | 2nd semestre 2026 | À venir | 1 500 € TTC | Caf des Vosges | Toutes | Professionnels |  | Accueils signataires |
  D1 | Marches exploratoires des habitants (exemple) | 4 | Donner la parole | Animation de la vie sociale | Commune de Saint-Nabord |  | CCPVM | 12/05/2025 | 20/06/2025 | Terminé | 600 | Commune de Saint-Nabord | Saint-Nabord | Habitants | Des propositions pour les espaces publics | Participants |
  D2 | Assemblée des enfants (exemple) | 4 | Donner la parole | Enfance | Commune de Dommartin-lès-Remiremont |  | CCPVM | 2025 | 2027 | Reporté | 900 € | CCPVM | Dommartin-lès-Remiremont | 6-11 ans |  | Séances tenues |
`).map((row) => row.map((cell, column) => (column === 2 ? axisName(Number(cell)) : cell)));
