/** Decimal numbers as strings, computed without losing a digit. */

/** Multiplies a decimal string by a power of ten, exactly. */
export function shiftDecimal(value: string, exponent: number): string {
  if (exponent === 0) return value;
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? value.slice(1) : value).split('.');
  let shifted: string;
  if (exponent > 0) {
    const padded = fraction.padEnd(exponent, '0');
    const rest = padded.slice(exponent);
    shifted = `${whole}${padded.slice(0, exponent)}${rest === '' ? '' : `.${rest}`}`;
  } else {
    const padded = whole.padStart(1 - exponent, '0');
    const rest = `${padded.slice(exponent)}${fraction}`.replace(/0+$/, '');
    shifted = `${padded.slice(0, exponent)}${rest === '' ? '' : `.${rest}`}`;
  }
  return `${negative ? '-' : ''}${shifted.replace(/^0+(?=\d)/, '')}`;
}

/** Adds two decimal strings that are not negative, exactly. */
export function addDecimals(a: string, b: string): string {
  const places = Math.max(a.split('.')[1]?.length ?? 0, b.split('.')[1]?.length ?? 0);
  const scaled = BigInt(shiftDecimal(a, places)) + BigInt(shiftDecimal(b, places));
  return shiftDecimal(String(scaled), -places);
}

/** Divides two whole numbers given as decimal strings, rounded to `places` digits behind the point. */
export function divideDecimals(dividend: string, divisor: string, places: number): string | null {
  const by = BigInt(divisor);
  if (by === 0n) return null;
  const scaled = (BigInt(dividend) * 10n ** BigInt(places + 1)) / by;
  return shiftDecimal(String((scaled + 5n) / 10n), -places);
}
