import { expect, test } from 'vitest';
import { isTimeZone, timeZoneOptions } from './time-zones.ts';

const listed = timeZoneOptions('Europe/London').map(({ value }) => value);

/** What a zone's clocks show, day by day for two years. */
function clockOf(timeZone: string): string {
  const clock = Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const days = Array.from({ length: 730 }, (_, day) => new Date(Date.UTC(2027, 0, 1 + day, 12)));
  return days
    .map((day) => clock.formatToParts(day).find(({ type }) => type === 'timeZoneName')?.value)
    .join();
}

test('the list has a clock for everybody', () => {
  const clocks = new Set(listed.map(clockOf));
  const homeless = Intl.supportedValuesOf('timeZone').filter((zone) => !clocks.has(clockOf(zone)));
  expect(homeless).toEqual([]);
});

test('every place on the list is a zone, and once on it', () => {
  expect(listed.filter((zone) => !isTimeZone(zone))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});

test('somebody’s own zone is kept when it is not on the list', () => {
  expect(timeZoneOptions('America/Indiana/Knox')[0]).toEqual({
    value: 'America/Indiana/Knox',
    label: 'America/Indiana/Knox',
  });
});

test.each(['', 'Mars/Olympus', '+05:30', 'Europe/London ', 'europe'])('%j is no zone', (name) => {
  expect(isTimeZone(name)).toBe(false);
});
