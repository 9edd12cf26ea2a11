/** Instants, calendar dates and time zones: the rules the whole archive shares. It reads no clock. */
import * as z from 'zod';
import { ArchiveError } from './errors.js';

const OFFSET = /^([+-])(\d{2}):(\d{2})$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Whether year, month (1–12) and day make a date that exists: 2月30日 does not. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A calendar date, `YYYY-MM-DD`, that exists. It has no zone and is never shifted. */
export const calendarDate = z
  .string()
  .refine((value) => {
    const match = DATE.exec(value);
    return match !== null && isRealDate(Number(match[1]), Number(match[2]), Number(match[3]));
  }, 'must be a date that exists, written YYYY-MM-DD')
  .meta({ description: 'A calendar date, YYYY-MM-DD.', example: '2014-06-30' });

/** An instant as answers give it: RFC 3339 in the zone of the archive. */
export const instant = z.iso
  .datetime({ offset: true })
  .meta({ description: 'An instant, RFC 3339 with its offset.', example: '2014-06-30T13:04:00+08:00' });

/** A time zone: an offset such as `+08:00`, or an IANA name such as `Asia/Shanghai`. */
export const timeZone = z
  .string()
  .refine((value) => {
    try {
      offsetAt(0, value);
      return true;
    } catch {
      return false;
    }
  }, 'must be an offset such as +08:00 or an IANA name such as Asia/Shanghai')
  .meta({ description: 'A time zone: an offset or an IANA name.', example: '+08:00' });

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes the local time of `zone` is ahead of UTC at an instant (epoch milliseconds). */
export function offsetAt(instantMs: number, zone: string): number {
  const fixed = OFFSET.exec(zone);
  if (fixed) {
    const hours = Number(fixed[2]);
    const minutes = Number(fixed[3]);
    if (hours > 14 || minutes > 59) throw new RangeError(`no such offset: ${zone}`);
    return (fixed[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
  }
  if (zone === 'UTC' || zone === 'Z') return 0;
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    // Names are taken in any case, so whoever asks could make up new ones without end.
    if (formats.size < 1_000) formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instantMs)) part[type] = Number(value);
  const local = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return Math.round((local - instantMs) / 60_000);
}

/** The instant (epoch milliseconds) of a local date and time of day in a zone. */
export function toInstant(date: string, timeOfDayMs: number, zone: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const asUtc = Date.UTC(year, month - 1, day) + timeOfDayMs;
  // Two rounds settle the offset also next to a change of summer time.
  const first = asUtc - offsetAt(asUtc, zone) * 60_000;
  return asUtc - offsetAt(first, zone) * 60_000;
}

/** The calendar date an instant falls on in a zone. */
export function toDate(instantMs: number, zone: string): string {
  return new Date(instantMs + offsetAt(instantMs, zone) * 60_000).toISOString().slice(0, 10);
}

/** An instant as RFC 3339 in a zone, to the second: `2014-06-30T13:04:00+08:00`. */
export function formatInstant(instantMs: number, zone: string): string {
  const offset = offsetAt(instantMs, zone);
  const local = new Date(instantMs + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** The calendar date `days` after a date (before it, when negative). */
export function addDays(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Reads one end of a `from`/`to` range as an instant (epoch milliseconds, both ends included): a date is the whole local
 * day in `zone`, a month (`2014-06`) or year (`2014`) all of it, an RFC 3339 instant is exact. Throws `invalid_parameter`
 * naming `parameter`.
 */
export function parseRangeEnd(value: string, end: 'from' | 'to', zone: string, parameter: string): number {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(value) ?? [];
  const first = year === undefined ? value : `${year}-${month ?? '01'}-01`;
  if (calendarDate.safeParse(first).success) {
    if (end === 'from') return toInstant(first, 0, zone);
    const days = year === undefined ? 1 : month === undefined ? 366 : 31;
    const next = addDays(first, days);
    // The first day after a month or year: walk back from a day that is surely in the next one.
    const after =
      year === undefined ? next : month === undefined ? `${next.slice(0, 4)}-01-01` : `${next.slice(0, 7)}-01`;
    return toInstant(after, 0, zone) - 1;
  }
  if (instant.safeParse(value).success) return Date.parse(value);
  throw new ArchiveError('invalid_parameter', `${parameter} must be a date or an instant, not "${value}"`, {
    parameter,
    suggestion:
      'Write a date that exists, as 2014-06-30, or an instant with its offset, as 2014-06-30T13:04:00+08:00 (in a URL, + is written %2B).',
  });
}
