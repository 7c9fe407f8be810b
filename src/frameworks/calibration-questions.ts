/** A question whose answer is a number that does not change. */
export interface CalibrationQuestion {
  readonly id: string;
  readonly question: string;
  readonly truth: number;
  /** "year" for a date, "" for a pure number. */
  readonly unit: string;
  /** Where the answer is published, or how it comes about; the value is as commonly rounded. */
  readonly source: string;
}

/**
 * Two sets of twenty questions to practise 90 % intervals on: one before, one after a training. Answers are constants of
 * nature, mathematics, geography that does not move, and dates of well-known events; all above 0.
 */
export const calibrationQuestions: {
  readonly first: readonly CalibrationQuestion[];
  readonly second: readonly CalibrationQuestion[];
} = {
  first: [
    {
      id: "speed-of-light",
      question: "How fast is light in a vacuum?",
      truth: 299792.458,
      unit: "km/s",
      source: "BIPM, SI Brochure (exact)",
    },
    {
      id: "everest",
      question: "How high is Mount Everest above sea level?",
      truth: 8848.86,
      unit: "m",
      source: "survey announced by Nepal and China, 2020",
    },
    {
      id: "first-powered-flight",
      question: "In which year did the Wright brothers first fly with an engine?",
      truth: 1903,
      unit: "year",
      source: "Smithsonian National Air and Space Museum",
    },
    {
      id: "lead-melts",
      question: "At which temperature does lead melt?",
      truth: 327.5,
      unit: "°C",
      source: "CRC Handbook of Chemistry and Physics",
    },
    {
      id: "earth-radius",
      question: "What is the mean radius of the Earth?",
      truth: 6371,
      unit: "km",
      source: "International Union of Geodesy and Geophysics",
    },
    {
      id: "primes-below-1000",
      question: "How many prime numbers are below 1000?",
      truth: 168,
      unit: "numbers",
      source: "counted",
    },
    {
      id: "marathon",
      question: "How long is a marathon?",
      truth: 42.195,
      unit: "km",
      source: "World Athletics, competition rules",
    },
    {
      id: "constantinople",
      question: "In which year did the Ottomans take Constantinople?",
      truth: 1453,
      unit: "year",
      source: "Encyclopaedia Britannica",
    },
    {
      id: "astronomical-unit",
      question: "How long is an astronomical unit, about the distance from the Earth to the Sun?",
      truth: 149.5978707,
      unit: "million km",
      source: "International Astronomical Union, resolution B2 of 2012 (exact)",
    },
    {
      id: "seconds-leap-year",
      question: "How many seconds has a leap year of 366 days?",
      truth: 31622400,
      unit: "s",
      source: "computed",
    },
    {
      id: "speed-of-sound",
      question: "How fast is sound in dry air at 20 °C?",
      truth: 343,
      unit: "m/s",
      source: "CRC Handbook of Chemistry and Physics",
    },
    {
      id: "mars-year",
      question: "How many days on Earth does Mars take for one orbit around the Sun?",
      truth: 686.98,
      unit: "days",
      source: "NASA, Mars fact sheet",
    },
    {
      id: "empire-state",
      question: "How high is the roof of the Empire State Building, without its antenna?",
      truth: 381,
      unit: "m",
      source: "Council on Tall Buildings and Urban Habitat",
    },
    {
      id: "un-founders",
      question: "How many states were original members of the United Nations?",
      truth: 51,
      unit: "states",
      source: "United Nations",
    },
    {
      id: "poker-hands",
      question: "How many different hands of 5 cards can be dealt from 52?",
      truth: 2598960,
      unit: "hands",
      source: "computed",
    },
    {
      id: "akashi-kaikyo",
      question: "How long is the main span of the Akashi Kaikyo Bridge?",
      truth: 1991,
      unit: "m",
      source: "Honshu-Shikoku Bridge Expressway Company",
    },
    {
      id: "origin-of-species",
      question: "In which year was Darwin's On the Origin of Species first published?",
      truth: 1859,
      unit: "year",
      source: "Encyclopaedia Britannica",
    },
    {
      id: "moon-distance",
      question: "How far is the Moon from the Earth on average?",
      truth: 384400,
      unit: "km",
      source: "NASA, Moon fact sheet (rounded)",
    },
    {
      id: "proton-electron",
      question: "How many times heavier than an electron is a proton?",
      truth: 1836.15,
      unit: "times",
      source: "CODATA recommended values",
    },
    {
      id: "tokyo-latitude",
      question: "How far north of the equator is Tokyo?",
      truth: 35.7,
      unit: "degrees",
      source: "GeoNames",
    },
  ],
  second: [
    {
      id: "moon-diameter",
      question: "What is the diameter of the Moon?",
      truth: 3474.8,
      unit: "km",
      source: "NASA, Moon fact sheet",
    },
    {
      id: "k2",
      question: "How high is K2 above sea level?",
      truth: 8611,
      unit: "m",
      source: "Encyclopaedia Britannica",
    },
    {
      id: "principia",
      question: "In which year was Newton's Principia first published?",
      truth: 1687,
      unit: "year",
      source: "Royal Society",
    },
    {
      id: "iron-melts",
      question: "At which temperature does iron melt?",
      truth: 1538,
      unit: "°C",
      source: "CRC Handbook of Chemistry and Physics",
    },
    {
      id: "jupiter-radius",
      question: "What is the radius of Jupiter at its equator?",
      truth: 71492,
      unit: "km",
      source: "NASA, Jupiter fact sheet",
    },
    { id: "hundredth-prime", question: "What is the 100th prime number?", truth: 541, unit: "", source: "counted" },
    {
      id: "golden-gate",
      question: "How long is the main span of the Golden Gate Bridge?",
      truth: 1280,
      unit: "m",
      source: "Golden Gate Bridge, Highway and Transportation District",
    },
    {
      id: "waterloo",
      question: "In which year was the Battle of Waterloo?",
      truth: 1815,
      unit: "year",
      source: "Encyclopaedia Britannica",
    },
    {
      id: "light-year",
      question: "How far does light travel in a year?",
      truth: 9460.73,
      unit: "thousand million km",
      source: "International Astronomical Union",
    },
    {
      id: "days-400-years",
      question: "How many days are in 400 years of the Gregorian calendar?",
      truth: 146097,
      unit: "days",
      source: "computed",
    },
    {
      id: "standard-atmosphere",
      question: "How much is a standard atmosphere of pressure?",
      truth: 101325,
      unit: "Pa",
      source: "BIPM (exact)",
    },
    {
      id: "sun-temperature",
      question: "How hot is the surface of the Sun (its effective temperature)?",
      truth: 5772,
      unit: "K",
      source: "International Astronomical Union, resolution B3 of 2015",
    },
    { id: "channel-tunnel", question: "How long is the Channel Tunnel?", truth: 50.45, unit: "km", source: "Getlink" },
    { id: "gold-atomic-number", question: "What is the atomic number of gold?", truth: 79, unit: "", source: "IUPAC" },
    {
      id: "eight-queens",
      question: "In how many ways can 8 queens stand on a chess board without attacking each other?",
      truth: 92,
      unit: "ways",
      source: "counted",
    },
    {
      id: "kilimanjaro",
      question: "How high is Kilimanjaro above sea level?",
      truth: 5895,
      unit: "m",
      source: "UNESCO World Heritage Centre",
    },
    {
      id: "penicillin",
      question: "In which year did Fleming discover penicillin?",
      truth: 1928,
      unit: "year",
      source: "Nobel Foundation",
    },
    {
      id: "escape-velocity",
      question: "How fast must something be to escape the Earth from its surface?",
      truth: 11.186,
      unit: "km/s",
      source: "NASA, Earth fact sheet",
    },
    {
      id: "iodine-131",
      question: "What is the half-life of iodine-131?",
      truth: 8.02,
      unit: "days",
      source: "National Nuclear Data Center",
    },
    {
      id: "reykjavik-latitude",
      question: "How far north of the equator is Reykjavik?",
      truth: 64.1,
      unit: "degrees",
      source: "GeoNames",
    },
  ],
};
