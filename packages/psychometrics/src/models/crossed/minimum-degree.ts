/**
 * An elimination order with little fill for a symmetric matrix given by its off-diagonal pattern (both triangles,
 * compressed rows): minimum degree on the quotient graph with element absorption and the approximate degrees of
 * Amestoy, Davis and Duff (1996). null as soon as the factor would have more than `limit` entries off its diagonal.
 */
export function minimumDegree(
  n: number,
  start: Int32Array,
  column: Int32Array,
  limit: number,
): Int32Array | null {
  const graph = new QuotientGraph(n, start, column);
  const order = new Int32Array(n);
  for (let k = 0; k < n; k++) {
    order[k] = graph.eliminate();
    if (graph.fill > limit) return null;
  }
  return order;
}

/**
 * What is left of the matrix's graph while it is eliminated. The list of a live variable holds first the elements it
 * belongs to, then neighbours no element covers; it lies where its row of the matrix lay, since every elimination frees
 * the place it takes.
 */
class QuotientGraph {
  /** Entries of the factor so far. */
  fill = 0;
  private readonly list: Int32Array;
  private readonly start: Int32Array;
  private readonly elements: Int32Array;
  private readonly length: Int32Array;
  /** Members of elements (named by their pivots), one after the other. */
  private members: Int32Array;
  private readonly memberStart: Int32Array;
  private readonly memberCount: Int32Array;
  /** 0 live, 1 eliminated and an element, 2 absorbed. */
  private readonly state: Uint8Array;
  private readonly degree: Int32Array;
  private readonly head: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private lowest = 0;
  private stamp = 0;
  private readonly mark: Int32Array;
  /** How many of an element's members lie outside the newest one; current where `outsideStamp` is the stamp. */
  private readonly outside: Int32Array;
  private readonly outsideStamp: Int32Array;

  constructor(n: number, start: Int32Array, column: Int32Array) {
    this.list = Int32Array.from(column);
    this.start = start;
    this.elements = new Int32Array(n);
    this.length = Int32Array.from({ length: n }, (_, i) => start[i + 1] - start[i]);
    this.members = new Int32Array(Math.max(1024, column.length));
    this.memberStart = new Int32Array(n);
    this.memberCount = new Int32Array(n);
    this.state = new Uint8Array(n);
    this.degree = Int32Array.from(this.length);
    this.head = new Int32Array(n + 1).fill(-1);
    this.next = new Int32Array(n);
    this.previous = new Int32Array(n);
    this.mark = new Int32Array(n);
    this.outside = new Int32Array(n);
    this.outsideStamp = new Int32Array(n);
    for (let i = n - 1; i >= 0; i--) this.link(i);
  }

  /** Takes out the variable of least degree and returns it. */
  eliminate(): number {
    while (this.head[this.lowest] === -1) this.lowest++;
    const pivot = this.head[this.lowest];
    this.unlink(pivot);
    this.stamp++;
    this.formElement(pivot);
    const from = this.memberStart[pivot];
    const to = from + this.memberCount[pivot];
    for (let s = from; s < to; s++) this.countOutside(this.members[s]);
    for (let s = from; s < to; s++) this.refresh(this.members[s], pivot, to - from);
    return pivot;
  }

  /** The pivot's neighbours become an element; elements it belonged to are absorbed. */
  private formElement(pivot: number): void {
    this.state[pivot] = 1;
    this.mark[pivot] = this.stamp;
    const begin = this.fill;
    const from = this.start[pivot];
    const variables = from + this.elements[pivot];
    this.addMembers(this.list, variables, from + this.length[pivot]);
    for (let s = from; s < variables; s++) {
      const e = this.list[s];
      if (this.state[e] === 2) continue;
      const at = this.memberStart[e];
      this.addMembers(this.members, at, at + this.memberCount[e]);
      this.state[e] = 2;
    }
    this.memberStart[pivot] = begin;
    this.memberCount[pivot] = this.fill - begin;
  }

  private addMembers(source: Int32Array, from: number, to: number): void {
    if (this.fill + to - from > this.members.length) {
      const larger = new Int32Array(2 * this.members.length + to - from);
      larger.set(this.members);
      if (source === this.members) {
        this.members = larger;
        this.addMembers(larger, from, to);
        return;
      }
      this.members = larger;
    }
    for (let s = from; s < to; s++) {
      const i = source[s];
      if (this.state[i] !== 0 || this.mark[i] === this.stamp) continue;
      this.mark[i] = this.stamp;
      this.members[this.fill++] = i;
    }
  }

  private countOutside(i: number): void {
    const from = this.start[i];
    for (let s = from; s < from + this.elements[i]; s++) {
      const e = this.list[s];
      if (this.state[e] === 2) continue;
      if (this.outsideStamp[e] !== this.stamp) {
        this.outsideStamp[e] = this.stamp;
        // All are live: eliminating a member absorbs the element.
        this.outside[e] = this.memberCount[e];
      }
      this.outside[e] = this.outside[e] - 1;
    }
  }

  /** Brings variable i's list and degree up to date with the new element. */
  private refresh(i: number, pivot: number, size: number): void {
    this.unlink(i);
    const from = this.start[i];
    const variables = from + this.elements[i];
    const to = from + this.length[i];
    let degree = size - 1;
    let at = from;
    for (let s = from; s < variables; s++) {
      const e = this.list[s];
      if (this.state[e] === 2) continue;
      if (this.outside[e] === 0) {
        this.state[e] = 2;
        continue;
      }
      this.list[at++] = e;
      degree += this.outside[e];
    }
    const kept = at - from;
    let end = at;
    for (let s = variables; s < to; s++) {
      const j = this.list[s];
      if (this.state[j] !== 0 || this.mark[j] === this.stamp) continue;
      this.list[end++] = j;
      degree++;
    }
    // The pivot goes behind the elements, the variable there to the end.
    if (end > at) this.list[end] = this.list[at];
    this.list[at] = pivot;
    this.elements[i] = kept + 1;
    this.length[i] = end + 1 - from;
    this.degree[i] = Math.min(degree, this.head.length - 2);
    this.link(i);
  }

  private link(i: number): void {
    const d = this.degree[i];
    const first = this.head[d];
    this.next[i] = first;
    this.previous[i] = -1;
    if (first !== -1) this.previous[first] = i;
    this.head[d] = i;
    if (d < this.lowest) this.lowest = d;
  }

  private unlink(i: number): void {
    const before = this.previous[i];
    const after = this.next[i];
    if (before === -1) this.head[this.degree[i]] = after;
    else this.next[before] = after;
    if (after !== -1) this.previous[after] = before;
  }
}
