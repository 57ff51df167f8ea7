/** Names of parts of the world. */
export const REGION_NAMES = [
  'world',
  'europe',
  'mediterranean',
  'africa',
  'asia',
  'east-asia',
  'south-asia',
  'south-east-asia',
  'middle-east',
  'north-america',
  'central-america',
  'south-america',
  'oceania',
  'pacific',
  'atlantic',
] as const;

export type RegionName = (typeof REGION_NAMES)[number];

/** West, south, east and north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** What each part shows; west may be east of east, across the date line. */
export const REGIONS: Readonly<Record<RegionName, Bounds>> = {
  world: [-180, -60, 180, 85],
  europe: [-12, 35, 34, 68],
  mediterranean: [-8, 29, 38, 47],
  africa: [-20, -36, 53, 38],
  asia: [40, -10, 148, 60],
  'east-asia': [95, 18, 148, 54],
  'south-asia': [60, 4, 98, 38],
  'south-east-asia': [92, -12, 142, 24],
  'middle-east': [24, 12, 64, 43],
  'north-america': [-130, 14, -60, 62],
  'central-america': [-100, 6, -58, 28],
  'south-america': [-84, -56, -33, 13],
  oceania: [110, -48, -175, 2],
  pacific: [110, -48, -70, 58],
  atlantic: [-80, -38, 16, 64],
};
