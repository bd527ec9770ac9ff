import { bee, beetle } from './beetles.ts';
import { egg, feather } from './birds.ts';
import { bones } from './bones.ts';
import { butterfly } from './butterflies.ts';
import { coral, crinoid, fossilfish, ink } from './fossils.ts';
import { photograph } from './landscapes.ts';
import { cards, gears } from './machines.ts';
import { mineral } from './minerals.ts';
import { chronometer, compass, sextant } from './navigation.ts';
import { camera, microscope, telescope } from './optics.ts';
import { letter, notebook } from './papers.ts';
import { fern, pitcher, sheet } from './plants.ts';
import { portrait } from './portraits.ts';
import { vial } from './samples.ts';
import { drawing } from './scenes.ts';
import { ammonite, shell } from './shells.ts';
import type { Form } from './svg.ts';

/** What can be drawn, by the name that plates.tsv uses. */
export const FORMS: Readonly<Record<string, Form>> = {
  ammonite,
  bee,
  beetle,
  bones,
  butterfly,
  coral,
  crinoid,
  egg,
  feather,
  fern,
  fossilfish,
  ink,
  mineral,
  pitcher,
  sheet,
  shell,
  vial,
  camera,
  cards,
  chronometer,
  compass,
  gears,
  microscope,
  sextant,
  telescope,
  drawing,
  letter,
  notebook,
  photograph,
  portrait,
};
