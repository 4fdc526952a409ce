/**
 * How one kind of traveller uses the roads, as data: a territory changes a speed without changing the code. Keys and values are those of
 * OpenStreetMap's tags (https://wiki.openstreetmap.org/wiki/Map_features); speeds are in km/h.
 */
export interface Profile {
  readonly name: string;
  /** Between a place and the road. */
  readonly walkSpeed: number;
  /** By class of road (`highway`). A class that is absent is not for this traveller; 0 is for where a sign of their own lets them in. */
  readonly speeds: Readonly<Record<string, number>>;
  /** At most, by tag and value: `surface`, `tracktype`… 0 closes the road. */
  readonly caps: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly access: {
    /** Who they are, from the most particular to the most general: the first tag found decides. */
    readonly keys: readonly string[];
    /** What closes a road to them. Any other value leaves it open: `destination` too, for people live there. */
    readonly closed: readonly string[];
    /** What makes them get off and walk. */
    readonly walked: readonly string[];
    /** At least, where a sign of their own (any key but the last) says `yes`, `designated`… */
    readonly welcome: number;
  };
  /** Classes of road whose tunnels have no room for them, unless there is a sidewalk, or a sign of their own. */
  readonly noTunnels: readonly string[];
  /** A square can be walked around; a forecourt is no road for a car. */
  readonly areas: "around" | "closed";
  readonly limits: { readonly kind: "ignored" } | SpeedLimits;
  readonly oneWay: { readonly kind: "ignored"; readonly keys: readonly string[] } | OneWay;
  readonly barriers: {
    /** Values of `barrier` that stop them, unless a sign of their own says otherwise. */
    readonly closed: readonly string[];
  };
  readonly ferry: {
    /** Where the crossing has no `duration`. */
    readonly speed: number;
    /** Whether they may board when nothing says so. */
    readonly unsaid: "open" | "closed";
  };
  /** What turn restrictions call them: in `restriction:<name>` and `except`. None: they are not bound by those of vehicles. */
  readonly turns: readonly string[];
}

export interface SpeedLimits {
  readonly kind: "followed";
  /** Of the posted limit: nobody drives at the limit from one end to the other. */
  readonly share: number;
  /** Classes on which a limit only slows: a lane posted at 80 is not driven at 80. */
  readonly onlySlows: readonly string[];
  /** What the limits without a number stand for: `FR:urban`… */
  readonly zones: Readonly<Record<string, number>>;
}

export interface OneWay {
  readonly kind: "followed";
  /** The first tag found decides: `oneway:bicycle`, then `oneway`. */
  readonly keys: readonly string[];
  /** Tags and values that open the other way: a cycle lane against the traffic. */
  readonly against: Readonly<Record<string, readonly string[]>>;
}
