/** Calendar dates, counted in days. Pure. */

/** The date so many days after another; what is no date stays as it is, for the API to refuse. */
export function shiftDate(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
