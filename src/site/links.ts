import type { Query } from '../model/query.ts';
import { formatQueryParameters } from '../search/query-url.ts';
import type { Arrangement } from './arrangements.ts';

/** Addresses of the site's pages. */
export function recordHref(key: string): string {
  return `/object/${encodeURIComponent(key)}`;
}

export function datasetHref(key: string): string {
  return `/dataset/${encodeURIComponent(key)}`;
}

export function personHref(key: string): string {
  return `/person/${encodeURIComponent(key)}`;
}

/** The page of a part of an archive, or of anything that has parts. */
export function archiveHref(key: string): string {
  return `/archive/${encodeURIComponent(key)}`;
}

export function institutionHref(code: string): string {
  return `/institution/${encodeURIComponent(code)}`;
}

export function placeHref(key: string): string {
  return `/place/${encodeURIComponent(key)}`;
}

export function taxonHref(key: string): string {
  return `/taxon/${encodeURIComponent(key)}`;
}

/** What a query selects, arranged in a way in which one can walk through it. */
export function browseHref(by: Arrangement, query: Query): string {
  const parameters = new URLSearchParams({ by });
  for (const [name, value] of formatQueryParameters(query)) parameters.append(name, value);
  return `/browse?${parameters.toString()}`;
}

export function gatheringHref(key: string): string {
  return `/gathering/${encodeURIComponent(key)}`;
}

export function expeditionHref(key: string): string {
  return `/expedition/${encodeURIComponent(key)}`;
}

/** A search for the records whose field has this value. */
export function fieldHref(field: string, value: string | number): string {
  return `/search?${new URLSearchParams({ [field]: String(value) }).toString()}`;
}

/** The page of a person or group where its name is linked, else a search for the name. */
export function agentHref(name: string, agents: ReadonlyMap<string, string>): string {
  const key = agents.get(name);
  return key === undefined ? fieldHref('agent', name) : personHref(key);
}

/** An http or https address as it was given, or undefined for anything that a link must not open. */
export function safeHref(text: string): string | undefined {
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href;
}

/** The media files of the node's own shelf. */
export function pictureHref(hash: string, width: 300 | 1000): string {
  return `/media/${hash}/${width}.webp`;
}
