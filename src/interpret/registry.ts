import {
  acquisitionAgents,
  gatheringAgents,
  identificationAgents,
  identificationHistoryAgents,
  productionAgents,
  recipientAgents,
  subjectAgents,
  useAgents,
} from './agents.ts';
import { classification } from './classification.ts';
import {
  acquisitionDate,
  georeferencedDate,
  identificationDate,
  identificationHistoryDate,
  productionDate,
} from './date-terms.ts';
import { eventDate } from './event-date.ts';
import { geology } from './geology.ts';
import type { Interpreter } from './interpreter.ts';
import { kind } from './kind.ts';
import { licence, mediaLicence } from './licence.ts';
import { inscriptions, materials, productionPlaces, techniques } from './made.ts';
import { dimensions, measurement } from './measurement.ts';
import { associatedMedia, media } from './media.ts';
import { LIST_INTERPRETERS, title } from './object.ts';
import { footprint } from './place-footprint.ts';
import { place } from './place.ts';
import { relation } from './relation.ts';
import { relations } from './relation-columns.ts';
import { identificationName, scientificName } from './scientific-name.ts';
import { counts } from './vocabulary-counts.ts';
import { language, VOCABULARY_INTERPRETERS } from './vocabulary-terms.ts';
import { identificationTypeStatus, typeStatus } from './vocabulary-type-status.ts';
import { depth, elevation } from './vertical.ts';

/** Every interpreter. Ingest runs those that are listed here. */
export const INTERPRETERS: readonly Interpreter[] = [
  kind,
  title,
  place,
  footprint,
  elevation,
  depth,
  ...LIST_INTERPRETERS,
  materials,
  techniques,
  productionPlaces,
  gatheringAgents,
  productionAgents,
  identificationAgents,
  recipientAgents,
  subjectAgents,
  useAgents,
  acquisitionAgents,
  eventDate,
  productionDate,
  acquisitionDate,
  georeferencedDate,
  identificationDate,
  identificationHistoryDate,
  scientificName,
  classification,
  geology,
  typeStatus,
  counts,
  language,
  ...VOCABULARY_INTERPRETERS,
  licence,
  dimensions,
  inscriptions,
  relations,
  associatedMedia,
  identificationName,
  identificationHistoryAgents,
  identificationTypeStatus,
  media,
  mediaLicence,
  measurement,
  relation,
];
