import type { Messages } from './messages.ts';

/** Degrees as on a label: 1.39° N, 110.75° E. */
export function coordinateWords(latitude: number, longitude: number, messages: Messages) {
  const degrees = (value: number) => `${messages.number(Math.abs(Math.round(value * 10_000) / 10_000))}°\u00A0`;
  return {
    latitude: degrees(latitude) + (latitude < 0 ? 'S' : 'N'),
    longitude: degrees(longitude) + (longitude < 0 ? messages.t('map.west') : messages.t('map.east')),
  };
}
