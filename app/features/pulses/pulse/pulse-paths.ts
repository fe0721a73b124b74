/** HR's page of a pulse. */
export const pulsePath = (id: string) => `/pulses/${id}`;
