/** Backups in a folder are named by the time. Making one is the business of the store. */
/** The name of a backup that is made at an instant: with the time in UTC, so that names sort as times do. */
export function nameBackup(at: number): string {
  return `baoku-${new Date(at).toISOString().replace(/\.\d+|[-:]/g, '')}.sqlite.gz`;
}
