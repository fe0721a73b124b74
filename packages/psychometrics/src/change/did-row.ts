export interface DidRow {
  /** Who or which team: rows of one cluster depend on each other, and a cluster is treated as a whole. */
  cluster: string | number;
  treated: boolean;
  after: boolean;
  value: number;
}
