/** What a `forward` or `backward` time says when nobody may go that way. */
export const impassable = 0xff_ff_ff_ff;

/** Degrees of latitude and longitude are kept as whole ten-millionths, as OpenStreetMap does: one is 1.1 cm. */
export const degreeUnits = 1e7;

/**
 * The roads that one kind of traveller can use, and where they meet. A segment runs from a node to a node without meeting another;
 * its shape is the bends between.
 *
 * A turn restriction is a node of its own: whoever comes by the restricted segment arrives at a twin of the crossing, at the same
 * place, which the segments of the allowed turns leave too, as copies. Searches need to know nothing of it.
 */
export interface Network {
  /** The name of the profile it was made for: `car`, `foot`, `bike`. */
  readonly profile: string;
  /** How fast people reach the road from where they are, in km/h. */
  readonly walkSpeed: number;
  /** Where each node is, in ten-millionths of a degree (WGS84). */
  readonly nodeLon: Int32Array;
  readonly nodeLat: Int32Array;
  /** The two ends of each segment. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Decimetres. */
  readonly length: Uint32Array;
  /** Tenths of a second from `from` to `to`; `impassable` where nobody may. 1 or more, unless the segment has no length. */
  readonly forward: Uint32Array;
  /** Tenths of a second from `to` to `from`; `impassable` where nobody may. */
  readonly backward: Uint32Array;
  /** The bends of segment `s`: `shapeStarts[s]` to `shapeStarts[s + 1]`. Length segments + 1. */
  readonly shapeStarts: Uint32Array;
  readonly shapeLon: Int32Array;
  readonly shapeLat: Int32Array;
  /** The segment of which each is a copy, which it follows at once; its own number when it is none. */
  readonly original: Uint32Array;
  /** The OpenStreetMap way of each segment, for whoever explains a route. */
  readonly way: Float64Array;
}
