/** The numbers of years that reports give the loss of: exceeded once in so many years. */
export const returnPeriodYears = [2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;
