/** A year as months of weeks, Mondays first, for a calendar. Pure. */

/** The weeks of a month; null stands where a day belongs to another one. */
export function listWeeks(year: number, month: number): (string | null)[][] {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const pad = (number: number) => String(number).padStart(2, '0');
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, at) => {
    const day = at - before + 1;
    return day < 1 || day > days ? null : `${year}-${pad(month)}-${pad(day)}`;
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
