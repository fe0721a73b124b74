/** Row numbers sorted by code, keeping their order within one; rows coded -1 are left out. */
export interface Sorted {
  order: Int32Array;
  /** Where each code's rows begin in `order`; one more entry than codes. */
  start: Int32Array;
}

/** Counting sort of rows by code, of all rows or of those in `among`, in the order given there. */
export function byCode(codes: Int32Array, size: number, among?: Int32Array): Sorted {
  const length = among?.length ?? codes.length;
  const rowAt = (i: number) => (among === undefined ? i : (among[i] as number));
  const start = new Int32Array(size + 1);
  for (let i = 0; i < length; i++) {
    const code = codes[rowAt(i)] as number;
    if (code >= 0) start[code + 1] = (start[code + 1] as number) + 1;
  }
  for (let k = 0; k < size; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number);
  const order = new Int32Array(start[size] as number);
  const next = start.slice();
  for (let i = 0; i < length; i++) {
    const row = rowAt(i);
    const code = codes[row] as number;
    if (code < 0) continue;
    const at = next[code] as number;
    order[at] = row;
    next[code] = at + 1;
  }
  return { order, start };
}
