/** How often someone is asked about others, whoever they are. */
export type RequestLoad = {
  /** In this round. */
  here: number;
  /** In all rounds that are open at once, this one among them. */
  atOnce: number;
};

/** From so many requests at once, answers get hurried or do not come. */
export const MANY_REQUESTS = 5;

export const noLoad: RequestLoad = { here: 0, atOnce: 0 };

/** Asked so often that whoever asks once more should know. */
export function isAskedOften(load: RequestLoad): boolean {
  return load.atOnce >= MANY_REQUESTS;
}

/** Whether a cap on requests leaves room for one more. */
export function mayBeAskedAgain(load: RequestLoad, cap: number | null): boolean {
  return cap === null || load.here < cap;
}

/** The load with one more request of this round, which counts both here and at once. */
export function oneMore({ here, atOnce }: RequestLoad): RequestLoad {
  return { here: here + 1, atOnce: atOnce + 1 };
}

/** How often each person is asked in all rounds that are open at once. */
export function requestsAtOnce(loads: ReadonlyMap<string, RequestLoad>): Map<string, number> {
  return new Map([...loads].map(([personId, { atOnce }]) => [personId, atOnce]));
}
