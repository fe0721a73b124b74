/** HR's page of a round that somebody asked for. */
export const runPath = (id: string) => `/pulses/${id}`;
