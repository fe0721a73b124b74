/** b1 to b5 of outcome = b0 + b1 x + b2 y + b3 x2 + b4 xy + b5 y2. */
export type Quadratic = readonly [number, number, number, number, number];

/** A quantity with its slopes in b1 to b5. */
export interface Quantity {
  value: number;
  gradient: Quadratic;
}

/** null for what the surface does not have. */
export interface AxisQuantities {
  intercept: Quantity | null;
  slope: Quantity;
  curve: Quantity;
}

export interface SurfaceGeometry {
  stationary: { x: Quantity; y: Quantity } | null;
  first: AxisQuantities | null;
  second: AxisQuantities | null;
}

/** Below this share of the largest curvature a term is what rounding leaves. */
const NOISE = 1e-10;

/**
 * Stationary point and principal axes y = p0 + p1 x of a quadratic surface (Edwards and Parry 1993, equations 6 to 11;
 * Khuri and Cornell 1987), with exact slopes in the coefficients. Without a unique stationary point (a ridge that never
 * turns) the axes have slopes only; an axis that runs straight up has no slope in x, and a surface as round as a bowl
 * no axes.
 */
export function surfaceGeometry(b: Quadratic): SurfaceGeometry {
  const [, , b3, b4, b5] = b;
  const size = Math.max(Math.abs(b3), Math.abs(b4), Math.abs(b5));
  const determinant = 4 * b3 * b5 - b4 * b4;
  const stationary = Math.abs(determinant) <= NOISE * size * size ? null : stationaryPoint(b);
  const axis = (sign: 1 | -1): AxisQuantities | null => {
    const slope = axisSlope(b, sign, NOISE * size);
    return (
      slope && { slope, intercept: interceptOf(stationary, slope), curve: curveAlong(b, slope) }
    );
  };
  return { stationary, first: axis(1), second: axis(-1) };
}

function stationaryPoint([b1, b2, b3, b4, b5]: Quadratic): { x: Quantity; y: Quantity } {
  const d = 4 * b3 * b5 - b4 * b4;
  const x = (b2 * b4 - 2 * b1 * b5) / d;
  const y = (b1 * b4 - 2 * b2 * b3) / d;
  return {
    x: {
      value: x,
      gradient: [
        (-2 * b5) / d,
        b4 / d,
        (-4 * b5 * x) / d,
        (b2 + 2 * b4 * x) / d,
        (-2 * b1 - 4 * b3 * x) / d,
      ],
    },
    y: {
      value: y,
      gradient: [
        b4 / d,
        (-2 * b3) / d,
        (-2 * b2 - 4 * b5 * y) / d,
        (b1 + 2 * b4 * y) / d,
        (-4 * b3 * y) / d,
      ],
    },
  };
}

/**
 * (b5 - b3 + sign R) / b4 with R2 = (b3 - b5)2 + b4 2, in the form that loses no digits; null when it runs straight up
 * or anywhere.
 */
function axisSlope([, , b3, b4, b5]: Quadratic, sign: 1 | -1, noise: number): Quantity | null {
  const d = b3 - b5;
  const r = Math.hypot(d, b4);
  if (r <= noise || (Math.abs(b4) <= noise && sign * d < 0)) return null;
  const value = sign * d > 0 ? (sign * b4) / (Math.abs(d) + r) : (sign * r - d) / b4;
  // Of the angle of the axis, whose slope it is: twice that angle is the angle of (d, b4).
  const turn = (1 + value * value) / (2 * r * r);
  return { value, gradient: [0, 0, -b4 * turn, d * turn, b4 * turn] };
}

function interceptOf(stationary: SurfaceGeometry["stationary"], slope: Quantity): Quantity | null {
  if (stationary === null) return null;
  const { x, y } = stationary;
  return {
    value: y.value - slope.value * x.value,
    gradient: five(
      (k) => y.gradient[k] - slope.value * x.gradient[k] - x.value * slope.gradient[k],
    ),
  };
}

/** Coefficient of x2 along the axis. */
function curveAlong([, , b3, b4, b5]: Quadratic, slope: Quantity): Quantity {
  const p = slope.value;
  const own = [0, 0, 1, p, p * p];
  const along = b4 + 2 * b5 * p;
  return {
    value: b3 + b4 * p + b5 * p * p,
    gradient: five((k) => own[k] + along * slope.gradient[k]),
  };
}

function five(of: (k: number) => number): Quadratic {
  return [of(0), of(1), of(2), of(3), of(4)];
}
