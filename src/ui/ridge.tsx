/** The hills of the territory, one behind the other: decoration, in the territory's colour. */
export const Ridge = () => (
  <svg class="ridge" viewBox="0 0 1440 220" preserveAspectRatio="none" aria-hidden="true">
    <path class="hill-1" d="M0 92C120 60 210 40 330 66s180 62 300 40S850 18 980 34s190 74 280 66 130-34 180-42v162H0Z" />
    <path class="hill-2" d="M0 132c90 6 170-46 290-44s200 66 330 62 210-78 350-70 210 62 300 56 120-26 170-30v114H0Z" />
    <path class="hill-3" d="M0 158c140-34 230 26 370 26s220-62 360-56 230 62 370 50 240-52 340-36v78H0Z" />
    <path class="hill-4" d="M0 206c160-30 300-34 460-14s290 14 440-10 360-22 540 10v28H0Z" />
  </svg>
);
