/** A point on the two amounts, each from -2 (far too little) to 2 (far too much). */
export interface PlanePoint {
  managing: number;
  leading: number;
}

/**
 * The region where others' mean likely lies, in the units of the axes; the angle in degrees, anticlockwise from
 * managing.
 */
export interface PlaneEllipse {
  cx: number;
  cy: number;
  rx: number;
  ry: number;
  angle: number;
}

export interface PlaneOthers extends PlanePoint {
  n: number;
  ellipse?: PlaneEllipse;
}

/** The amounts that suit a role, as a rectangle; `name` says whose. */
export interface PlaneZone {
  name: string;
  managing: { low: number; high: number };
  leading: { low: number; high: number };
}

/** What stands on the plane. */
export interface BalancePlane {
  others: PlaneOthers | { hidden: string };
  self?: PlanePoint;
  zone?: PlaneZone;
  /** Others' mean of the time before, drawn as a ghost. */
  lastTime?: PlanePoint & { n: number };
  /** Names of the two axes, such as "managing" and "leading", with their ends in words. */
  axes: {
    managing: { name: string; tooLittle: string; tooMuch: string };
    leading: { name: string; tooLittle: string; tooMuch: string };
  };
}
