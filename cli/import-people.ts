export async function importPeople(): Promise<void> {}
