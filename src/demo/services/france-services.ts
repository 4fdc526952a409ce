/** The two France services of the territory, as the ANCT lists them. What the list does not say is not known. */
export const franceServicesSource = "Liste des espaces France services, ANCT, 2023 (Licence Ouverte)";

/** Who runs each space is not in the list: its place is held by the network. */
export const franceServicesNetwork = {
  kind: "etat",
  name: "Réseau France services (ANCT)",
  shortName: "France services",
} as const;

export const franceServices = [
  {
    id: "1655",
    name: "France services Le Val d’Ajol",
    address: "6 place de l’Hôtel de Ville",
    postcode: "88340",
    communeCode: "88487",
    latitude: 47.926388,
    longitude: 6.484386,
    hours: "Mo 08:30-12:00; Tu 08:30-12:30,13:30-18:30; We 08:30-12:30; Th 08:30-12:30,13:30-18:30; Fr 08:30-12:00",
  },
  {
    id: "1974",
    name: "France services Pays de Remiremont",
    address: "26 rue Charlet",
    postcode: "88200",
    communeCode: "88415",
    latitude: 48.00907799,
    longitude: 6.608448032,
    hours: "Mo-Fr 09:00-16:00",
  },
] as const;
