/** The name of the house; the waterline crosses every e and both characters. */
export function Wordmark() {
  return (
    <svg
      viewBox="0 -1 556 76"
      role="img"
      aria-label="Evenkeel 平舟"
      fill="none"
      stroke="currentColor"
      strokeWidth="7.4"
    >
      <title>Evenkeel 平舟</title>
      <path d="M43.2 56A20.5 20.5 0 1 1 45 42" />
      <path d="M56 20.5 74.5 63 93 20.5" strokeLinejoin="bevel" />
      <path d="M145.2 56A20.5 20.5 0 1 1 147 42" />
      <path d="M164 66V18.5M164 40A17.5 18 0 0 1 199 40V66" />
      <path d="M218 66V2M248 19 219 44.5M228 37 250 66" />
      <path d="M298.2 56A20.5 20.5 0 1 1 300 42" />
      <path d="M353.2 56A20.5 20.5 0 1 1 355 42" />
      <path d="M374 66V2" />
      <path stroke="var(--mark-line)" d="M7.2 42H48.2M109.2 42H150.2M262.2 42H303.2M317.2 42H358.2" />
      <g strokeWidth="5.6">
        <path d="M424 12H470M432 21 438 33M462 21 456 33M447 12V70" />
        <path d="M520 3 514 13M503 14V44Q503 60 492 69M503 14H535V62Q535 68 526 68M516 21 521 32M516 49 521 60" />
        <path stroke="var(--mark-line)" d="M417 42H477M487 42H549" />
      </g>
    </svg>
  );
}
