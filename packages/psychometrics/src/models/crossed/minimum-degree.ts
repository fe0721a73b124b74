/**
 * An elimination order with little fill for a symmetric matrix given by its off-diagonal pattern (both triangles, compressed rows): minimum
 * degree on the quotient graph with element absorption and Amestoy, Davis and Duff's (1996) approximate degrees.
 */
export function minimumDegree(n: number, start: Int32Array, column: Int32Array): Int32Array {
  const graph = new QuotientGraph(n, start, column);
  const order = new Int32Array(n);
  for (let k = 0; k < n; k++) order[k] = graph.eliminate();
  return order;
}

const NONE: Int32Array = new Int32Array(0);

class QuotientGraph {
  private readonly n: number;
  /** Neighbouring variables not yet covered by an element, and neighbouring elements, of each variable. */
  private readonly variables: Int32Array[];
  private readonly elements: number[][];
  /** Variables of each element (named by its pivot), and how many of them are live. */
  private readonly members: Int32Array[];
  private readonly size: Int32Array;
  private readonly gone: Uint8Array;
  private readonly absorbed: Uint8Array;
  private readonly degree: Int32Array;
  /** Doubly linked lists of variables by degree. */
  private readonly head: Int32Array;
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private lowest = 0;
  private readonly mark: Int32Array;
  private stamp = 0;
  /** Size of an element outside the newest one, while `outsideStamp` says it is current. */
  private readonly outside: Int32Array;
  private readonly outsideStamp: Int32Array;

  constructor(n: number, start: Int32Array, column: Int32Array) {
    this.n = n;
    this.variables = Array.from({ length: n }, (_, i) => column.slice(start[i], start[i + 1]));
    this.elements = Array.from({ length: n }, () => []);
    this.members = Array.from({ length: n }, () => NONE);
    this.size = new Int32Array(n);
    this.gone = new Uint8Array(n);
    this.absorbed = new Uint8Array(n);
    this.degree = Int32Array.from(this.variables, (list) => list.length);
    this.head = new Int32Array(n + 1).fill(-1);
    this.next = new Int32Array(n).fill(-1);
    this.previous = new Int32Array(n).fill(-1);
    this.mark = new Int32Array(n);
    this.outside = new Int32Array(n);
    this.outsideStamp = new Int32Array(n);
    for (let i = n - 1; i >= 0; i--) this.link(i);
  }

  /** Takes out the variable of least degree and returns it. */
  eliminate(): number {
    while (this.head[this.lowest] === -1) this.lowest++;
    const pivot = this.head[this.lowest] as number;
    this.unlink(pivot);
    this.gone[pivot] = 1;
    const around = this.formElement(pivot);
    this.countOutside(around);
    for (const i of around) this.refresh(i, pivot, around.length);
    return pivot;
  }

  /** The pivot's neighbours become an element; elements it belonged to are absorbed. */
  private formElement(pivot: number): Int32Array {
    const stamp = ++this.stamp;
    this.mark[pivot] = stamp;
    const around: number[] = [];
    const add = (list: Int32Array) => {
      for (const i of list) {
        if (this.gone[i] === 1 || this.mark[i] === stamp) continue;
        this.mark[i] = stamp;
        around.push(i);
      }
    };
    add(this.variables[pivot] as Int32Array);
    for (const e of this.elements[pivot] as number[]) {
      if (this.absorbed[e] === 1) continue;
      add(this.members[e] as Int32Array);
      this.absorbed[e] = 1;
      this.members[e] = NONE;
    }
    const members = Int32Array.from(around);
    this.members[pivot] = members;
    this.size[pivot] = members.length;
    this.variables[pivot] = NONE;
    this.elements[pivot] = [];
    return members;
  }

  /** For every element touching the new one: how many of its members lie outside. */
  private countOutside(around: Int32Array): void {
    const stamp = this.stamp;
    for (const i of around) {
      for (const e of this.elements[i] as number[]) {
        if (this.absorbed[e] === 1) continue;
        if (this.outsideStamp[e] !== stamp) {
          this.outsideStamp[e] = stamp;
          this.outside[e] = this.size[e] as number;
        }
        this.outside[e] = (this.outside[e] as number) - 1;
      }
    }
  }

  /** Brings variable i's lists and degree up to date with the new element. */
  private refresh(i: number, pivot: number, size: number): void {
    const stamp = this.stamp;
    this.unlink(i);
    let degree = size - 1;
    const kept: number[] = [];
    for (const e of this.elements[i] as number[]) {
      if (this.absorbed[e] === 1) continue;
      if (this.outside[e] === 0) {
        // All of it lies within the new element: absorb it too.
        this.absorbed[e] = 1;
        this.members[e] = NONE;
        continue;
      }
      kept.push(e);
      degree += this.outside[e] as number;
    }
    kept.push(pivot);
    this.elements[i] = kept;
    const variables = (this.variables[i] as Int32Array).filter(
      (v) => this.gone[v] === 0 && this.mark[v] !== stamp,
    );
    this.variables[i] = variables;
    degree += variables.length;
    this.degree[i] = Math.min(degree, this.n - 1);
    this.link(i);
  }

  private link(i: number): void {
    const d = this.degree[i] as number;
    const first = this.head[d] as number;
    this.next[i] = first;
    this.previous[i] = -1;
    if (first !== -1) this.previous[first] = i;
    this.head[d] = i;
    if (d < this.lowest) this.lowest = d;
  }

  private unlink(i: number): void {
    const before = this.previous[i] as number;
    const after = this.next[i] as number;
    if (before === -1) this.head[this.degree[i] as number] = after;
    else this.next[before] = after;
    if (after !== -1) this.previous[after] = before;
  }
}
